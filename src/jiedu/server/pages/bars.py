"""Measures over time as a page draws them: places along a line, in hundredths of its width."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from jiedu.briefings.lanes import due_day, lanes_of, span_of
from jiedu.model import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jiedu.model import Entry, Evidence

AHEAD = timedelta(days=8 * 366)
"""How far a picture goes beyond its day; later deadlines run out at its right end."""

_EDGE = 2.5  # hundredths kept free on both sides, so that marks are whole
_APART = 4.4  # hundredths: nearer marks are one, or a finger would touch two
_LEAST = timedelta(days=120)
_TICKS = 9  # at most
_STEPS = (1, 3, 6, 12, 24, 60, 120)  # months between two ticks


class Dot(NamedTuple):
    """A mark on a line.

    Attributes:
        x: where it stands.
        day: the day of the newest thing that it stands for.
        state: what was heard then.
        evidence: where it was said; ``None`` for a deadline that passed in silence.
        heard: how many places it stands for.
    """

    x: float
    day: date
    state: State
    evidence: Evidence | None
    heard: int


class Bar(NamedTuple):
    """The line of a measure.

    Attributes:
        begin: where it was announced.
        end: its deadline, or the day asked about where it has none.
        due: the last day of its deadline.
        beyond: whether that lies beyond the picture.
        dots: its marks.
    """

    begin: float
    end: float
    due: date | None
    beyond: bool
    dots: tuple[Dot, ...]


class Tick(NamedTuple):
    """A day that the axis names."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to places.

    Attributes:
        first: the first day.
        last: the last one.
        today: the day asked about.
    """

    first: date
    last: date
    today: date

    def at(self, day: date) -> float:
        """Where a day stands, at an end of the picture where it lies outside."""
        inside = min(max(day, self.first), self.last)
        share = (inside - self.first) / (self.last - self.first)
        return round(_EDGE + (100 - 2 * _EDGE) * share, 2)

    def ticks(self) -> list[Tick]:
        """The beginnings of months or years that the axis names."""
        months = (self.last - self.first).days / 30.4
        step = next((each for each in _STEPS if months / each <= _TICKS), _STEPS[-1])
        return [
            Tick(self.at(day), str(day.year) if step >= 12 else day.isoformat()[:7])
            for day in _beginnings(self.first, self.last, step)
        ]


def scale_of(entries: Sequence[Entry], days: Mapping[str, date], today: date) -> Scale:
    """The days that a picture of some measures needs.

    Args:
        entries: the measures.
        days: when the releases of their evidence were published.
        today: the day asked about, which is in it.
    """
    first, last = span_of(lanes_of(entries, days), today, AHEAD)
    return Scale(min(first, last - _LEAST), last, today)


def bar_of(entry: Entry, days: Mapping[str, date], scale: Scale) -> Bar:
    """The line of a measure."""
    due = due_day(entry)
    begin = scale.at(entry.promise.published)
    end = scale.at(due or scale.today)
    beyond = due is not None and due > scale.last
    return Bar(begin, max(begin, end), due, beyond, tuple(_dots(entry, days, scale)))


def _dots(entry: Entry, days: Mapping[str, date], scale: Scale) -> Iterator[Dot]:
    """What was heard, by day; marks that would touch are one, at the place of the newest."""
    near: list[Dot] = []
    for dot in sorted(_heard(entry, days, scale), key=lambda dot: dot.day, reverse=True):
        if near and near[-1].x - dot.x < _APART:
            near[-1] = near[-1]._replace(heard=near[-1].heard + 1)
        else:
            near.append(dot)
    yield from reversed(near)


def _heard(entry: Entry, days: Mapping[str, date], scale: Scale) -> Iterator[Dot]:
    due = due_day(entry)
    told = [(place, outcome.state) for outcome in entry.outcomes for place in outcome.evidence]
    told.sort(key=lambda each: (each[0].release, each[0].span.start))
    for _, same in groupby(told, key=lambda each: (each[0].release, each[0].span)):
        place, state = next(same)  # two goals may rest on one sentence
        day = days[place.release]
        yield Dot(scale.at(day), day, state, place, 1)
    if due is not None and any(outcome.state is State.OVERDUE for outcome in entry.outcomes):
        yield Dot(scale.at(due), due, State.OVERDUE, None, 1)


def _beginnings(first: date, last: date, step: int) -> Iterator[date]:
    number = first.year * 12 + first.month - 1
    number += -number % step
    while (day := date(number // 12, number % 12 + 1, 1)) <= last:
        if day >= first:
            yield day
        number += step
