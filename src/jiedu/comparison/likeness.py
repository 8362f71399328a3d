"""Which texts of two lists are about the same, by the pairs of characters they share."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from jiedu.comparison.rarity import bits, pairs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Bag = dict[str, float]
"""The pairs of characters of a text, each with its bits."""

_TELLING = 7  # bits of a pair that two texts must share to be compared at all
_CROWDED = 60  # texts that share a pair; more than that and it tells nothing
_BOTH = 0.65


def bag_of(text: str) -> Bag:
    """A text's pairs of characters, each with what it says, in bits."""
    return {pair: float(bits(pair)) for pair in pairs_of(text)}


def shared_of(left: Bag, right: Bag) -> float:
    """The bits of what two texts share."""
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    return sum(weight for pair, weight in small.items() if pair in large)


def overlap(left: Bag, right: Bag) -> tuple[float, float]:
    """How alike two texts are, from 0 to 1, and the bits that they share.

    Mostly how much of both is shared (Dice's coefficient, weighted), partly how much of the
    shorter one is: a list that goes on still names the same.
    """
    least, most = sorted((sum(left.values()), sum(right.values())))
    if not least:
        return 0.0, 0.0
    shared = shared_of(left, right)
    both = 2 * shared / (least + most)
    return _BOTH * both + (1 - _BOTH) * shared / least, shared


def candidates(lefts: Sequence[Bag], rights: Sequence[Bag]) -> Iterator[tuple[int, int]]:
    """The pairs of texts that share something telling, each once."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, bag in enumerate(rights):
        for pair, weight in bag.items():
            if weight >= _TELLING:
                places[pair].append(at)
    for left, bag in enumerate(lefts):
        found: set[int] = set()
        for pair in bag:
            where = places.get(pair, ())
            if len(where) <= _CROWDED:
                found.update(where)
        for right in sorted(found):
            yield left, right
