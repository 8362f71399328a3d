"""Wording that was added or is gone."""

from __future__ import annotations

from functools import cache
from math import log2, sqrt
from typing import TYPE_CHECKING

from jiedu.catalogue import regions
from jiedu.catalogue.rarity import RAREST, bits, pairs_of
from jiedu.comparison import words
from jiedu.comparison.bare import without_addresses
from jiedu.comparison.runs import phrases_of
from jiedu.model import PhraseChange, Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from jiedu.model import Release

_FORMULA = 2.0
_NAME = 0.3  # pairs that are in no official text are names of places, firms and people
_TIMES = 4  # how much oftener a phrase that both say must stand in one of them
_MOST = 500  # phrases, the heaviest: nobody reads more
_PLAIN_BITS = 3.0  # what every text says


def compare_phrases(old: Release, new: Release) -> tuple[PhraseChange, ...]:
    """The phrases that one release says and the other does not, the heaviest first.

    The weight of a phrase is its length (its root) times how often it is said (its logarithm)
    times how rare its pairs of characters are in official texts. Numbers, names of regions and
    words that only join others are no wording.

    Args:
        old: the older release.
        new: the newer one.
    """
    one, two = without_addresses(old.text), without_addresses(new.text)
    found: list[tuple[float, str, int, int]] = []
    for phrase in sorted(phrases_of(one) | phrases_of(two) | _formulae(one, two)):
        olds, news = one.count(phrase), two.count(phrase)
        low, high = min(olds, news), max(olds, news)
        if (low and high < _TIMES * low) or _places().search(phrase):
            continue
        weight = _weight(phrase, high - low)
        if weight > 0:
            found.append((-weight, phrase, olds, news))
    heaviest = (
        PhraseChange(phrase, _at(one, phrase), _at(two, phrase), olds, news, -light)
        for light, phrase, olds, news in sorted(found)[:_MOST]
    )
    return tuple(_without_parts(heaviest))


def _without_parts(found: Iterable[PhraseChange]) -> Iterator[PhraseChange]:
    """The phrases that are no part of a heavier one of the same release, nor hold one."""
    kept: list[PhraseChange] = []
    for change in found:
        if not any(
            (item.phrase in change.phrase or change.phrase in item.phrase)
            and (item.old_count > item.new_count) == (change.old_count > change.new_count)
            for item in kept
        ):
            kept.append(change)
            yield change


def _formulae(one: str, two: str) -> set[str]:
    return {phrase for phrase in words.formulae() if (phrase in one) != (phrase in two)}


@cache
def _places() -> re.Pattern[str]:
    return words.any_of({name for region in regions() for name in (region.name, *region.aliases)})


def _at(text: str, phrase: str) -> Span | None:
    at = text.find(phrase)
    return Span(at, at + len(phrase)) if at >= 0 else None


def _weight(phrase: str, times: int) -> float:
    rare = [bits(pair) for pair in pairs_of(phrase)]
    if not rare:
        return 0.0
    telling = sum(rare) / len(rare) - _PLAIN_BITS
    weight = telling * sqrt(len(phrase)) * (1 + log2(times))
    if phrase in words.formulae():
        return weight * _FORMULA
    names = sum(1 for pair in rare if pair == RAREST)
    return weight * _NAME if 2 * names > len(rare) else weight
