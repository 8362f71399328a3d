"""Draws numerals or identified figures of a collection at random, for judging by hand.

    python tools/audit.py numerals --draw 300 --seed 1   numerals and what became of them
    python tools/audit.py ids --draw 200 --seed 1        figures and their indicator's id

Without --draw it prints how many numerals became what, and how many figures have an id.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jiedu.model import Decision, Observation, Release, digest
from jiedu.pipeline import numerals, process

if TYPE_CHECKING:
    from collections.abc import Iterator

COLLECTION = Path(__file__).resolve().parent.parent.parent / "shared/corpus/releases.jsonl"
EASY = {Decision.TITLE, Decision.WORD}  # addresses, and numerals inside words: left out of draws
BEFORE, AFTER = 44, 20


class Item(NamedTuple):
    """What may be drawn: its place in a release, and what is said of it."""

    release: Release
    start: int
    end: int
    said: str


def releases(path: Path) -> Iterator[Release]:
    """The releases of a collection."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        yield Release(
            id=row["id"],
            title=row["title"],
            published=date.fromisoformat(row["date"]),
            text=text,
            sha256=digest(text),
            region=row.get("region"),
        )


def told(found: Observation) -> str:
    """The slots of a figure in one line."""
    slots = (
        found.indicator,
        found.indicator_id,
        found.measure.value,
        f"{found.bound.value}{found.value:f} {found.unit}",
        found.period,
        found.basis,
        found.status.value,
        found.region,
    )
    return " | ".join("-" if slot is None else slot for slot in slots)


def all_numerals(path: Path) -> Iterator[tuple[Item, Decision]]:
    """Every numeral with what became of it."""
    for release in releases(path):
        figures = {found.span.start: told(found) for found in process(release).observations}
        for found in numerals(release):
            said = f"{found.decision.value}: {figures.get(found.span.start, '')}"
            yield Item(release, found.span.start, found.span.end, said), found.decision


def figures(path: Path) -> Iterator[tuple[Item, bool]]:
    """Every figure, and whether the catalogue knows its indicator."""
    for release in releases(path):
        for found in process(release).observations:
            item = Item(release, found.span.start, found.span.end, told(found))
            yield item, found.indicator_id is not None


def shown(item: Item) -> str:
    """An item with the words around it."""
    text = item.release.text
    before = text[max(0, item.start - BEFORE) : item.start]
    words = f"{before}▸{text[item.start : item.end + AFTER]}".replace("\n", "/")
    return f"{item.release.id} …{words}…\n      {item.said}"


def main() -> None:
    """Print the counts, or a draw."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=["numerals", "ids"])
    parser.add_argument("--collection", type=Path, default=COLLECTION)
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.what == "numerals":
        pairs = list(all_numerals(options.collection))
        counts = Counter(decision.value for _, decision in pairs)
        decided = sum(decision.decided for _, decision in pairs)
        choice = [item for item, decision in pairs if decision not in EASY]
    else:
        known = list(figures(options.collection))
        counts = Counter("with an id" if has else "without" for _, has in known)
        decided = counts["with an id"]
        choice = [item for item, has in known if has]
    if options.draw:
        for number, item in enumerate(random.Random(options.seed).sample(choice, options.draw), 1):
            print(f"{number:>3} {shown(item)}")
        return
    total = counts.total()
    for name, count in counts.most_common():
        print(f"{name:<16}{count:>8,}")
    print(f"{decided:,} of {total:,} ({decided / total:.2%})")


if __name__ == "__main__":
    main()
