"""Finds the weights of the confidence, and says how well they hold on texts they were not made of.

It reads gold folders with `jiedu annotate`, has the scorer beside them say which observations are
wrong, and fits a logistic regression of "right" on the signs that `jiedu.extraction.confidence`
names. For the report each document, and each folder, is judged by weights made of the others.

    python tools/calibrate.py FOLDER [FOLDER ...] [--write]
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from errors import SHARED, annotate, run
from jiedu.extraction.confidence import signs
from jiedu.model import Release, digest
from jiedu.pipeline import process

DATA = Path(__file__).resolve().parent.parent / "src/jiedu/extraction/data/confidence.toml"
ROUNDS = 400
STEP = 0.5
RIDGE = 2.0  # in observations: how much evidence a weight needs to leave nought
LEAST = 5  # signs seen less often get no weight
SURE = 0.9
WANTED = 0.975  # of those that are called sure, held out: a little more than is promised
PACE = 0.02  # in log odds
WIDEST = 2.0  # in log odds
STEPS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


class Judged(NamedTuple):
    """One observation: its document, its signs and whether it is right."""

    document: str
    signs: tuple[str, ...]
    right: bool


def judged(gold: Path) -> list[Judged]:
    """The observations of a gold folder that are right or wrong; optional ones are neither."""
    beside = gold.parent / "score.py"
    scorer = beside if beside.exists() else SHARED / "gold" / "score.py"
    with tempfile.TemporaryDirectory() as folder:
        out, errors = Path(folder) / "out", Path(folder) / "errors.jsonl"
        annotate(gold, out)
        run("python3", scorer, "score", gold, out, "--errors", errors)
        rows = [json.loads(line) for line in errors.read_text("utf-8").splitlines()]
    wrong = {(row["doc"], row["at"]) for row in rows if row["error"] in {"slots", "spurious"}}
    found = []
    for document in json.loads((gold / "docs.json").read_text("utf-8")):
        name = document["id"]
        text = (gold / f"{name}.txt").read_text("utf-8")
        published = date.fromisoformat(document["date"])
        release = Release(name, "", published, text, digest(text), region=document.get("region"))
        optional = {row["start"] for row in gold_rows(gold, name) if row.get("opt")}
        for item in process(release).observations:
            if item.span.start not in optional:
                right = (name, item.span.start) not in wrong
                found.append(Judged(name, signs(item), right))
    return found


def gold_rows(gold: Path, name: str) -> list[dict[str, object]]:
    """The gold observations of a document."""
    lines = (gold / f"{name}.observations.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def fit(rows: list[Judged]) -> dict[str, float]:
    """Weights by gradient descent on the penalised log-likelihood."""
    counts = Counter(sign for row in rows for sign in row.signs)
    known = {sign for sign, count in counts.items() if count >= LEAST}
    weights = dict.fromkeys(known, 0.0) | {"always": 0.0}
    features = [[*filter(known.__contains__, row.signs), "always"] for row in rows]
    for _ in range(ROUNDS):
        slope = {sign: -RIDGE * weight for sign, weight in weights.items()}
        slope["always"] = 0.0
        for row, active in zip(rows, features, strict=True):
            off = row.right - chance(weights, active)
            for sign in active:
                slope[sign] += off
        for sign in weights:
            weights[sign] += STEP * slope[sign] / (RIDGE + counts.get(sign, len(rows)) / 4)
    return weights


def chance(weights: dict[str, float], active: list[str]) -> float:
    """How likely a row with these signs is right."""
    return 1 / (1 + math.exp(-sum(weights.get(sign, 0.0) for sign in active)))


def held_out(groups: list[list[Judged]]) -> list[tuple[float, bool]]:
    """Each row's chance by weights made of the other groups, and what it was."""
    result = []
    for group in groups:
        weights = fit([row for other in groups if other is not group for row in other])
        result += [(chance(weights, [*row.signs, "always"]), row.right) for row in group]
    return result


def margin_of(pairs: list[tuple[float, bool]]) -> float:
    """How much every weight's sum must be lowered so that what is called sure is.

    Args:
        pairs: each row's chance by weights made of the other groups, and what it was.

    Raises:
        SystemExit: no margin up to ``WIDEST`` keeps ``WANTED`` of the sure ones right.
    """
    margin = 0.0
    while margin < WIDEST:
        limit = math.log(SURE / (1 - SURE)) + margin
        sure = [right for said, right in pairs if math.log(said / (1 - said)) >= limit]
        if sure and sum(sure) / len(sure) >= WANTED:
            return margin
        margin += PACE
    raise SystemExit(f"no margin up to {WIDEST} keeps {WANTED:.1%} of {len(pairs)} figures right")


def lowered(said: float, margin: float) -> float:
    """A chance with a margin taken from its log odds."""
    return 1 / (1 + math.exp(margin - math.log(said / (1 - said))))


def by_document(rows: list[Judged]) -> list[list[Judged]]:
    """The rows of each document."""
    documents: dict[str, list[Judged]] = {}
    for row in rows:
        documents.setdefault(row.document, []).append(row)
    return list(documents.values())


def report(pairs: list[tuple[float, bool]]) -> None:
    """How often what was said to be so likely was right."""
    print(f"{'confidence':<14}{'figures':>8}{'right':>8}{'mean said':>11}")
    for low, high in pairwise(STEPS):
        some = [(said, right) for said, right in pairs if low <= said < high]
        if some:
            right = sum(right for _, right in some) / len(some)
            mean = sum(said for said, _ in some) / len(some)
            print(f"{low:.2f} - {min(high, 1):.2f}   {len(some):>8}{right:>8.3f}{mean:>11.3f}")
    sure = [right for said, right in pairs if said >= SURE]
    share = len(sure) / len(pairs)
    print(f">= 0.90: {len(sure)} figures ({share:.0%}), right {sum(sure) / max(1, len(sure)):.4f}")


def main() -> None:
    """Fit, report and, where asked to, write the data file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path, help="folders with texts and gold")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args()
    folders = [judged(gold) for gold in options.gold]
    rows = [row for folder in folders for row in folder]
    right = sum(row.right for row in rows)
    print(f"{len(rows)} figures, {right} right ({right / len(rows):.3f})")
    pairs = held_out(by_document(rows))
    margin = margin_of(pairs)
    print(f"\nlowered by {margin:.2f} in log odds")
    print("\neach judged by weights made without its own document:")
    report([(lowered(said, margin), right) for said, right in pairs])
    if len(folders) > 1:
        print("\neach judged by weights made without its own folder:")
        report([(lowered(said, margin), right) for said, right in held_out(folders)])
    if options.write:
        weights = fit(rows)
        weights["always"] -= margin
        write(weights, len(rows))


def write(weights: dict[str, float], rows: int) -> None:
    """Put the weights into the package's data."""
    lines = [
        "# How much each sign says that a figure is read right, in log odds.",
        f"# Made by tools/calibrate.py of {rows} figures; do not edit by hand.",
        "",
        "[weights]",
        *(f'"{sign}" = {weight:.3f}' for sign, weight in sorted(weights.items())),
    ]
    DATA.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
