"""Two ends of a range as one figure: 增长5%—5.5% is one goal, not two."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jiedu.model import Bound, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiedu.model import Source

_BETWEEN = re.compile(r"[^\d，。；、]{0,4}[—–\-－~～至到]+")


def ranges(facts: Sequence[Source]) -> Iterator[Source]:
    """Figures, those that are the two ends of a range as one.

    The one has the lower end's value, which is at least so large, and the words of both.

    Args:
        facts: figures of one row.
    """
    by_place = {(fact.release, fact.observation.span.start): fact for fact in facts}
    taken: set[tuple[str, int]] = set()
    for fact in facts:
        upper = _upper(fact, facts) if fact.observation.bound is Bound.AT_LEAST else None
        if upper is not None:
            taken.add((upper.release, upper.observation.span.start))
            by_place[fact.release, fact.observation.span.start] = _joined(fact, upper)
    yield from (fact for place, fact in by_place.items() if place not in taken)


def _upper(lower: Source, facts: Sequence[Source]) -> Source | None:
    """The figure right behind a lower end that is the upper one."""
    for fact in facts:
        if fact.release == lower.release and fact.observation.bound is Bound.AT_MOST:
            first, last = lower.observation.span.end, fact.observation.span.start
            start = lower.observation.sentence.start
            between = lower.sentence[first - start : last - start] if first < last else ""
            if _BETWEEN.fullmatch(between):
                return fact
    return None


def _joined(lower: Source, upper: Source) -> Source:
    found, start = lower.observation, lower.observation.sentence.start
    span = Span(found.span.start, upper.observation.span.end)
    words = lower.sentence[span.start - start : span.end - start]
    unit = upper.observation.text.lstrip("0123456789.,")  # the words behind the numeral
    return replace(lower, observation=replace(found, span=span, text=f"{words}{unit}"))
