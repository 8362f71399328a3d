"""One figure a time out of all that belong to a row, and what is set aside.

The newest figure counts for its time; of several of one day, or where an earlier one says the
same more finely, the finest. Where releases contradict one another by more than a revision, the
likelier one counts: that which is surer, or stands nearer to what is told of the times around it.
A level that is far from those times, which agree, is of something else that has the same name: it
is set aside, never lost.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import unit_family
from jiedu.checks.intervals import half_unit, printed
from jiedu.model import Bound, Measure, Source, Timing
from jiedu.panels.ranges import ranges
from jiedu.panels.timing import ends, time_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jiedu.model import FigureItem

_NEAR = timedelta(days=62)
_AROUND = timedelta(days=731)
_NEIGHBOURS = 4
_LIKE = Decimal("1.5")  # times that levels around one may differ
_FAR = 2  # times that a level of something else differs from them, at once; as many more a year
_YEAR = timedelta(days=365)
_OUT_OF_SCALE = 30
_SURER = 0.04  # by which a figure is read with much more confidence
_ENOUGH = 3  # levels that make a middle worth something
_REVISED = Decimal("0.12")
_POINT = 1  # a percentage point
_STEADY = frozenset({Timing.MOMENT, Timing.MONTH, Timing.QUARTER})


class Line(NamedTuple):
    """A row's figures.

    Attributes:
        points: one a time, oldest first.
        told: all that agree with them, the points among them.
        aside: those that are of another time, unit or thing.
    """

    points: tuple[Source, ...]
    told: tuple[Source, ...]
    aside: tuple[Source, ...]


def line_of(item: FigureItem, facts: Sequence[Source]) -> Line:
    """The line of a row.

    Args:
        item: the row.
        facts: the figures that belong to it. Where none has a time, the newest is the only point.
    """
    dated = [fact for fact in facts if fact.observation.period is not None]
    if not dated:
        newest = sorted(facts, key=_newness)[-1:]
        return _line(newest, newest, facts)
    by_time: dict[tuple[str, str], list[Source]] = defaultdict(list)
    for fact in ranges(_in_one_unit(dated)):
        by_time[time_of(fact.observation.period, item.timing)].append(fact)
    agreed = _settled(item, by_time)
    points = [_best(agreed[time]) for time in sorted(agreed, key=lambda time: time[::-1])]
    if item.timing is Timing.MOMENT:
        points = _dated(points)
    if item.measure is Measure.LEVEL:
        points = _in_line(points) if item.timing in _STEADY else _in_scale(points)
    times = {time_of(fact.observation.period, item.timing) for fact in points}
    told = [fact for time, some in agreed.items() if time in times for fact in some]
    return _line(points, told, facts)


def _line(points: Iterable[Source], told: Sequence[Source], facts: Iterable[Source]) -> Line:
    kept = {_place(fact) for fact in told}
    aside = (fact for fact in facts if _place(fact) not in kept and not _is_in(fact, kept))
    return Line(tuple(points), tuple(told), tuple(sorted(aside, key=_newness)))


def _place(fact: Source) -> tuple[str, int, int]:
    return fact.release, fact.observation.span.start, fact.observation.span.end


def _is_in(fact: Source, places: Iterable[tuple[str, int, int]]) -> bool:
    """Whether a figure is an end of a range that is kept."""
    release, start, end = _place(fact)
    return any(one == release and first <= start and end <= last for one, first, last in places)


def _newness(fact: Source) -> tuple[date, str, int]:
    return fact.published, fact.release, fact.observation.span.start


def _in_one_unit(facts: Sequence[Source]) -> Sequence[Source]:
    """The figures in the commonest unit; those without any stand beside every other."""
    counts: dict[str, int] = defaultdict(int)
    for fact in facts:
        counts[unit_family(fact.observation.unit)] += 1
    main = max(counts, key=lambda unit: (counts[unit], unit != "", unit))
    return [fact for fact in facts if unit_family(fact.observation.unit) in {main, ""}]


def _settled(
    item: FigureItem, by_time: dict[tuple[str, str], list[Source]]
) -> dict[tuple[str, str], list[Source]]:
    """The figures of each time that agree with one another, after contradictions are settled."""
    groups = {time: _groups(some) for time, some in by_time.items()}
    clear = [_best(some[0]) for some in groups.values() if len(some) == 1]
    return {
        time: some[0] if len(some) == 1 else _likeliest(some, _around(some[0][0], clear))
        for time, some in groups.items()
    }


def _groups(facts: Sequence[Source]) -> list[list[Source]]:
    """Figures of one time, those together that agree, the newest first."""
    groups: list[list[Source]] = []
    for fact in sorted(facts, key=_newness, reverse=True):
        mine = next((some for some in groups if _agree(some[0], fact)), None)
        if mine is None:
            groups.append([fact])
        else:
            mine.append(fact)
    return groups


def _agree(one: Source, other: Source) -> bool:
    """Whether two figures say the same, or differ by no more than a revision."""
    first, second = one.observation, other.observation
    if printed(first).overlaps(printed(second)):
        return True
    apart = abs(first.value - second.value)
    if first.unit in {"%", "pp"} or first.measure is Measure.RANK:
        return apart <= _POINT
    return apart <= _REVISED * max(abs(first.value), abs(second.value))


def _likeliest(groups: Sequence[list[Source]], around: Sequence[Source]) -> list[Source]:
    """Of figures that contradict one another those that are likelier to be of the row.

    They are those that were read with much more confidence, else those that stand nearest to the
    times around; where there are none, those with the most digits (5696亿 and not 跨越5000亿大关).
    """
    surest = max(map(_surety, groups))
    sure = [some for some in groups if _surety(some) > surest - _SURER]
    if len(sure) == 1:
        return sure[0]
    if not around:
        return max(sure, key=lambda some: (_digits(some[0]), _newness(some[0])))
    middle = median(fact.observation.value for fact in around)
    return min(sure, key=lambda some: abs(some[0].observation.value - middle))


def _surety(facts: Sequence[Source]) -> float:
    return max(fact.observation.confidence or 0.0 for fact in facts)


def _digits(fact: Source) -> int:
    """How many digits a value has without its last noughts."""
    return len(fact.observation.value.normalize().as_tuple().digits)


def _around(fact: Source, others: Iterable[Source]) -> list[Source]:
    """The figures of the nearest other times, at most two years away."""
    day = date.fromisoformat(ends(fact))
    near = [
        (abs(date.fromisoformat(ends(other)) - day), other) for other in others if other is not fact
    ]
    kept = sorted((gap, ends(other), at) for at, (gap, other) in enumerate(near) if gap <= _AROUND)
    return [near[at][1] for _, _, at in kept[:_NEIGHBOURS]]


def _best(facts: Sequence[Source]) -> Source:
    """The figure that counts, of several that agree: 500.9万 and not 超500万."""
    newest = max(fact.published for fact in facts)
    lead = min((fact for fact in facts if fact.published == newest), key=_coarseness)
    told = printed(lead.observation)
    same = [fact for fact in facts if printed(fact.observation).overlaps(told)]
    return min(same, key=_coarseness)


def _coarseness(fact: Source) -> tuple[bool, Decimal, int, str, int]:
    found = fact.observation
    return (
        found.bound is not Bound.EXACT,
        half_unit(found),
        -fact.published.toordinal(),
        fact.release,
        found.span.start,
    )


def _dated(points: Sequence[Source]) -> list[Source]:
    """Moments without those that are only "now" and stand near one with a date.

    What is said of 目前 is often weeks old, so that it would draw a line back in time.
    """
    dated = [_end(fact) for fact in points if not _is_now(fact)]
    return [
        fact
        for fact in points
        if not _is_now(fact) or not any(abs(_end(fact) - day) <= _NEAR for day in dated)
    ]


def _is_now(fact: Source) -> bool:
    return fact.observation.period == fact.published.isoformat()


def _end(fact: Source) -> date:
    return date.fromisoformat(ends(fact))


def _in_line(points: Sequence[Source]) -> list[Source]:
    """Levels without those that are of another size than all around them."""
    values = [abs(fact.observation.value) for fact in points]
    middle = median(values) if len(values) >= _ENOUGH else None
    return [
        fact
        for at, fact in enumerate(points)
        if not (middle and _is_out_of_scale(values[at], middle))
        if not _is_a_spike(points[max(0, at - 1) : at + 2], fact)
        if not _is_far(fact, _around(fact, points))
    ]


def _in_scale(points: Sequence[Source]) -> list[Source]:
    values = [abs(fact.observation.value) for fact in points]
    middle = median(values)
    pairs = zip(points, values, strict=True)
    return [fact for fact, value in pairs if not _is_out_of_scale(value, middle)]


def _is_out_of_scale(value: Decimal, middle: Decimal) -> bool:
    return not middle / _OUT_OF_SCALE <= value <= middle * _OUT_OF_SCALE


def _is_a_spike(beside: Sequence[Source], fact: Source) -> bool:
    """Whether a level is far above or below both the one before it and the one after it."""
    others = [other for other in beside if other is not fact]
    if len(others) < 2 or any(abs(_end(other) - _end(fact)) > _AROUND for other in others):
        return False
    values = sorted(abs(other.observation.value) for other in others)
    mine = abs(fact.observation.value)
    return mine * _FAR < values[0] or mine > values[1] * _FAR


def _is_far(fact: Source, around: Sequence[Source]) -> bool:
    """Whether a level is of another size than those around it, more than time would explain."""
    near = sorted(around, key=lambda other: abs(other.observation.value))
    if len(near) < 2 or not near[0].observation.value:
        return False
    # one of the neighbours may itself be far: of four, three that agree are enough
    for some in (near, near[1:], near[:-1]) if len(near) > 3 else (near,):
        least, most = (abs(other.observation.value) for other in (some[0], some[-1]))
        if most <= least * _LIKE:
            years = min(abs(_end(other) - _end(fact)) for other in some) / _YEAR
            room = _FAR * (1 + Decimal(years))
            return not least / room <= abs(fact.observation.value) <= most * room
    return False
