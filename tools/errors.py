"""Prints where the reading differs from the gold standard, grouped by kind.

It runs `jiedu annotate` over a gold folder and the scorer that stands beside that folder, and
shows each disagreement with its context, the gold's slots and ours.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SLOTS = ("indicator", "measure", "value", "unit", "bound", "period", "basis", "status")
NAMES = {
    "commitments": ("action", "object", "owner", "deadline", "targets", "instrument"),
    "structure": ("start", "end", "role", "speaker", "marker", "level"),
}
PARTS = ("observations", "structure", "commitments")

Row = dict[str, Any]


def run(*command: str | Path) -> str:
    """A command's output; where it fails, its last line of errors ends the program."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        sys.exit(f"{Path(command[0]).name} {command[1]} failed: {last}")
    return done.stdout


def annotate(gold: Path, out: Path) -> None:
    """Write our reading of a gold folder's texts."""
    run(Path(sys.executable).with_name("jiedu"), "annotate", gold, out)


def disagreements(gold: Path) -> list[Row]:
    """What the scorer finds wrong on a gold folder; its figures are printed on the way."""
    beside = gold.parent / "score.py"
    scorer = beside if beside.exists() else SHARED / "gold" / "score.py"
    with tempfile.TemporaryDirectory() as folder:
        out, errors = Path(folder) / "out", Path(folder) / "errors.jsonl"
        annotate(gold, out)
        print(run(sys.executable, scorer, "score", gold, out, "--errors", errors))
        return [json.loads(line) for line in errors.read_text("utf-8").splitlines()]


def kind_of(row: Row) -> str:
    """The name a disagreement is grouped under: the error, and for slots which are wrong."""
    if row["error"] == "slots":
        return "wrong " + " + ".join(row["wrong"])
    return str(row["error"])


def brief(row: Row | None, names: tuple[str, ...]) -> str:
    """The named slots of a row in one line."""
    if row is None:
        return "nothing"
    return " | ".join(f"{row[name]}" for name in names if row.get(name) is not None)


def part_of(row: Row) -> str:
    """The part of the gold standard that a disagreement is about."""
    if row["error"].startswith("commitment"):
        return "commitments"
    return "structure" if row["error"].startswith(("turns", "items")) else "observations"


def context_of(row: Row) -> str:
    """The words around a disagreement, with ▸ before the numeral."""
    words = str(row.get("context", ""))
    if "at" in row:  # the scorer gives forty characters before it
        place = min(row["at"], 40)
        words = f"{words[:place]}▸{words[place:]}"
    return " ".join(words.split())


def describe(row: Row) -> str:
    """A disagreement in a few lines: where, in which words, the gold and ours."""
    gold, pred = row.get("gold"), row.get("pred")
    names: tuple[str, ...] = tuple(row.get("wrong", ())) or SLOTS
    names = NAMES.get(part_of(row), names)
    lines = [f"  {row['doc']}:{row.get('at', '')} {context_of(row)}".rstrip()]
    if row["error"] == "slots" and gold:
        lines.append(f"    of   {brief(gold, ('indicator', 'measure', 'value', 'unit'))}")
    lines += [f"    gold {brief(gold, names)}", f"    ours {brief(pred, names)}"]
    return "\n".join(lines)


def main() -> int:
    """Print all disagreements, the most frequent kind last."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--gold", type=Path, default=SHARED / "gold" / "dev", metavar="DIR")
    parser.add_argument("--part", nargs="+", choices=PARTS, default=PARTS[:2])
    parser.add_argument("--slot", help="only disagreements in this slot")
    parser.add_argument("--doc", help="only this document")
    parser.add_argument("--limit", type=int, metavar="N", help="at most N of each kind")
    args = parser.parse_args()
    if not (args.gold / "docs.json").exists():
        print(f"{args.gold}: no gold standard here; give its folder with --gold", file=sys.stderr)
        return 1
    kinds: dict[str, list[Row]] = defaultdict(list)
    for row in disagreements(args.gold.resolve()):
        wanted = args.slot is None or args.slot in row.get("wrong", ())
        if wanted and args.doc in (None, row["doc"]) and part_of(row) in args.part:
            kinds[kind_of(row)].append(row)
    by_count = sorted(kinds.items(), key=lambda item: len(item[1]))
    for kind, rows in by_count:
        print(f"== {kind}: {len(rows)}")
        for row in rows[: args.limit]:
            print(describe(row))
        print()
    for kind, rows in reversed(by_count):
        print(f"{len(rows):5} {kind}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
