"""What a model may choose from for a question: indicators, periods, regions."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import RegionLevel, indicators, regions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from jiedu.model import Indicator

_LIKE, _MOST = 60, 240  # indicators that are offered: those with like names, and all together
_YEARS = 8  # years back that are offered
_SPANS = {
    "{}年": "{}",
    "{}年上半年": "the first half of {}",
    "{}年下半年": "the second half of {}",
    "{}年一季度": "the first quarter of {}",
    "{}年二季度": "the second quarter of {}",
    "{}年三季度": "the third quarter of {}",
    "{}年四季度": "the fourth quarter of {}",
}


class Offers(NamedTuple):
    """What may be chosen: the choice, with the words that stand for it in a question.

    Attributes:
        indicators: names by ids.
        periods: words of time by themselves, in Chinese.
        regions: full names by themselves.
        english: whether the words are English.
    """

    indicators: dict[str, str]
    periods: dict[str, str]
    regions: dict[str, str]
    english: bool


def offers_for(question: str, today: date, *, english: bool) -> Offers:
    """What may be chosen for a question, the likeliest indicators first.

    Args:
        question: as it was asked.
        today: the day that years are counted back from.
        english: whether it is asked in English; regions have no English names to put in.
    """
    asked = _parts(question)
    near = sorted(indicators(), key=lambda known: -_likeness(asked, known.id))[:_LIKE]
    offered = islice(dict.fromkeys(chain(near, _by_turns())), _MOST)
    named = {known.id: known.english if english else known.name for known in offered}
    places = () if english else regions()
    return Offers(
        named,
        dict(_periods(today, english=english)),
        {place.name: place.name for place in places if place.level is RegionLevel.PROVINCE},
        english,
    )


def _by_turns() -> Iterator[Indicator]:
    """The indicators of all fields by turns, the chief ones of each field first."""
    fields: dict[str, list[Indicator]] = {}
    for known in indicators():
        fields.setdefault(known.id.partition(".")[0], []).append(known)
    for row in zip_longest(*fields.values()):
        yield from (known for known in row if known is not None)


def _periods(today: date, *, english: bool) -> Iterator[tuple[str, str]]:
    for year in range(today.year, today.year - _YEARS, -1):
        for chinese, foreign in _SPANS.items():
            yield chinese.format(year), (foreign if english else chinese).format(year)


def _likeness(asked: frozenset[str], indicator_id: str) -> float:
    """How much of an indicator's names stands in a question, rare characters and words first."""
    weights = _weights()
    return max(
        sum(weights[part] for part in parts & asked) / whole
        for parts, whole in _names()[indicator_id]
    )


@cache
def _names() -> dict[str, tuple[tuple[frozenset[str], float], ...]]:
    """The parts of each indicator's names, and what they weigh together."""
    weights = _weights()
    return {
        known.id: tuple(
            (parts, 1 + sum(weights[part] for part in parts))
            for parts in map(_parts, (known.name, known.english, *known.aliases))
        )
        for known in indicators()
    }


def _parts(text: str) -> frozenset[str]:
    """The Chinese characters of a text and its words in Latin letters."""
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in text.lower())
    return frozenset(words.split()) | frozenset(char for char in text if "一" <= char <= "鿿")


@cache
def _weights() -> dict[str, float]:
    counts: Counter[str] = Counter()
    for known in indicators():
        counts.update(_parts(" ".join((known.name, known.english, *known.aliases))))
    return {part: 1 / count for part, count in counts.items()}
