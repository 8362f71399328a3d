"""Measures without a figure or a name: later clauses in nearly the same words that say done.

Candidates share rare pairs of characters with a measure's object. One is an echo where a run of
characters that is most of the object stands in the clause as it is, or where the clause holds
several of its rarest pairs and, weighed by their bits, half of the rest.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from jiedu.catalogue import plain
from jiedu.catalogue.rarity import RAREST, bits, pairs_of
from jiedu.model import Span
from jiedu.tracking.words import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_CLAUSE = re.compile(r"[^，,。；;！？!?\n]+")
_LEAST = 8  # characters of a run that says enough
_ENOUGH = 0.6  # of the object
_RARE = 4  # pairs by which an object is looked for, and that a clause must recall
_HALF = 0.45  # of the bits of an object


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


class Echoes:
    """Finds clauses that say done in nearly the words of a measure.

    Args:
        objects: what each measure is done to, by its number.
    """

    def __init__(self, objects: Mapping[int, str]) -> None:
        found = {number: plain(words) for number, words in objects.items()}
        self._objects = {number: words for number, words in found.items() if len(words) >= _LEAST}
        self._having: dict[str, list[int]] = defaultdict(list)
        for number, words in self._objects.items():
            for pair in sorted(_pairs(words), key=lambda pair: (-bits(pair), pair))[:_RARE]:
                self._having[pair].append(number)

    def find(self, text: str, skipped: Iterable[Span]) -> Iterator[tuple[int, Span]]:
        """The measures that clauses of a text say done in their words.

        Args:
            text: the text of a release.
            skipped: stretches that tell plans.
        """
        plans = bytearray(len(text))
        for plan in skipped:
            plans[plan.start : plan.end] = b"\1" * (plan.end - plan.start)
        for match in _CLAUSE.finditer(text):
            words = match.group()
            done = pattern("verbs", "done").search(words)
            if done is None or pattern("verbs", "ahead").search(words, 0, done.start()):
                continue
            span = Span(match.start(), match.end())
            if plans.find(1, span.start, span.end) >= 0:
                continue
            told = plain(words)
            have = set(pairs_of(told))
            for number in {
                number for pair in _pairs(told) for number in self._having.get(pair, ())
            }:
                wanted = self._objects[number]
                if _repeats(wanted, told) or _recalls(wanted, have):
                    yield number, span


def _repeats(wanted: str, told: str) -> bool:
    """Whether most of an object stands in a clause in one run."""
    size = max(_LEAST, math.ceil(_ENOUGH * len(wanted)))
    return any(wanted[at : at + size] in told for at in range(len(wanted) - size + 1))


def _recalls(wanted: str, have: set[str]) -> bool:
    """Whether a clause holds so many rare pairs of an object that it can speak of nothing else."""
    mine = _pairs_of(wanted)
    shared = mine & have
    if sum(bits(pair) >= RAREST - 1 for pair in shared) < _RARE:
        return False
    return sum(map(bits, shared)) >= _HALF * sum(map(bits, mine))


@lru_cache(maxsize=4096)  # many clauses are held against the same objects
def _pairs_of(words: str) -> frozenset[str]:
    return frozenset(pairs_of(words))
