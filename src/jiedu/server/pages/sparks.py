"""Figures over time as a small line in a row of a table; a time without a figure is a gap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from jiedu.lexicon import closing_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Source, Vintage

WIDTH, HEIGHT = 120, 28
_EDGE = 3
_LATE = 1.6  # times the usual distance: what lies farther is not joined
_MOST = 36


@dataclass(frozen=True, slots=True)
class Spark:
    """A line ready to be drawn.

    Attributes:
        path: of its stretches, as SVG writes it.
        dots: the places of figures that no line reaches, and of the newest one.
    """

    path: str
    dots: tuple[tuple[float, float], ...]


def spark_of(points: Sequence[Source] | Sequence[Vintage]) -> Spark | None:
    """The line of some figures, oldest first; ``None`` where there are not two with a time."""
    told = [
        (date.fromisoformat(closing_day(fact.observation.period)).toordinal(),
         float(fact.observation.value))
        for fact in points
        if fact.observation.period
    ][-_MOST:]  # fmt: skip
    if len(told) < 2 or told[0][0] == told[-1][0]:
        return None
    places = _placed(told)
    usual = median(after - before for (before, _), (after, _) in pairwise(told))
    joined = [after - before <= usual * _LATE for (before, _), (after, _) in pairwise(told)]
    parts = [
        f"{'L' if at and joined[at - 1] else 'M'}{x:.1f} {y:.1f}"
        for at, (x, y) in enumerate(places)
    ]
    alone = [
        place
        for at, place in enumerate(places)
        if not (at and joined[at - 1]) and not (at < len(joined) and joined[at])
    ]
    return Spark(" ".join(parts), tuple(dict.fromkeys([*alone, places[-1]])))


def _placed(told: Sequence[tuple[int, float]]) -> list[tuple[float, float]]:
    first, last = told[0][0], told[-1][0]
    low, high = min(value for _, value in told), max(value for _, value in told)
    wide, tall = WIDTH - 2 * _EDGE, HEIGHT - 2 * _EDGE
    return [
        (
            round(_EDGE + wide * (day - first) / (last - first), 1),
            round(_EDGE + tall * ((high - value) / (high - low) if high > low else 0.5), 1),
        )
        for day, value in told
    ]
