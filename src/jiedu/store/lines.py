"""One line out of all that is told of an indicator: what belongs to it, what is set aside."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import region_of, unit_family
from jiedu.lexicon import closing_day
from jiedu.model import CHANGES, Aside, Kind, Measure, Status
from jiedu.store.names import plain_name

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from jiedu.model import Indicator, Vintage

COUNTRY = "全国"
"""The region that figures of no region are of."""

_OUT_OF_SCALE = 100  # a level so many times its line's median is of something else
_ENOUGH = 5  # points that make a median worth something
_TASTE = list(Measure)  # where two measures are told as often, the first one of the definition


class PeriodSpan(StrEnum):
    """How long a figure's period is."""

    DAY = "day"
    MONTH = "month"
    ACCUMULATED = "accumulated"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    OTHER = "other"


class Kinds(NamedTuple):
    """The slots that tell the lines of an indicator apart, with how many figures have them."""

    measure: Measure
    basis: str | None
    unit: str
    status: Status
    region: str | None
    figures: int


class Slot(NamedTuple):
    """What figures of one line have in common that are about the same.

    Attributes:
        moment: their period, for stocks its last day.
        region: the region, ``None`` for the country.
        thing: the id of the indicator, or its name without filling words.
    """

    moment: str | None
    region: str | None
    thing: str


class Wanted(NamedTuple):
    """What was asked for; ``None`` where the commonest will do."""

    measure: Measure | None = None
    basis: str | None = None
    region: str | None = None
    status: Status | None = None


def span_of(period: str | None) -> PeriodSpan | None:
    """How long a period is: 2023-01/2023-06 is accumulated, 2023-04/2023-06 a quarter.

    The first quarter, the first half and whole years are accumulated too, and are called so only
    where they are asked for as such: see `is_of_span`.
    """
    if period is None:
        return None
    first, slash, last = period.partition("/")
    if not slash:
        return {4: PeriodSpan.YEAR, 7: PeriodSpan.MONTH}.get(len(first), PeriodSpan.DAY)
    if len(first) != 7 or len(last) != 7 or first[:4] != last[:4]:
        return PeriodSpan.OTHER
    begin, end = int(first[5:]), int(last[5:])
    if begin == 1 and end not in {3, 6}:
        return PeriodSpan.ACCUMULATED
    length = end - begin + 1
    if length == 3 and begin % 3 == 1:
        return PeriodSpan.QUARTER
    return PeriodSpan.HALF if length == 6 and begin in {1, 7} else PeriodSpan.OTHER


def is_of_span(period: str | None, wanted: PeriodSpan) -> bool:
    """Whether a period is of a length; those from January on are accumulated as well."""
    found = span_of(period)
    if wanted is not PeriodSpan.ACCUMULATED or period is None:
        return found is wanted
    return found is PeriodSpan.YEAR or ("/" in period and period[4:8] == "-01/")


def _place(name: str | None, kinds: Iterable[Kinds]) -> str | None:
    """The region that is meant, as the figures have it: 广东 is 广东省, 全国 is no region."""
    if name is None or name == COUNTRY:
        return None
    known = region_of(name)
    if known is None or any(item.region == name for item in kinds):
        return name
    return known.name


def choose(
    kinds: Sequence[Kinds], wanted: Wanted, known: Indicator | None
) -> tuple[list[Kinds], list[Aside]]:
    """The kinds of figures that make one line, and what is set aside.

    Facts come before goals and expectations, the country before regions, a stock's level before
    what else is told of it; elsewhere the commonest counts.

    Args:
        kinds: all that is told of an indicator.
        wanted: what was asked for.
        known: the indicator, where the catalogue knows it.
    """
    left = list(kinds)
    asides: list[Aside] = []

    def keep(slot: str, of: Callable[[Kinds], Hashable], chosen: Hashable) -> None:
        nonlocal left
        others: Counter[str] = Counter()
        for item in left:
            if of(item) != chosen:
                others[str(getattr(item, slot) or "")] += item.figures
        asides.extend(Aside(slot, value, count) for value, count in others.most_common())
        left = [item for item in left if of(item) == chosen]

    def commonest(of: Callable[[Kinds], Hashable]) -> Hashable:
        counts: Counter[Hashable] = Counter()
        for item in left:
            counts[of(item)] += item.figures
        return counts.most_common(1)[0][0] if counts else None

    if wanted.status is not None or any(item.status is Status.ACTUAL for item in left):
        keep("status", lambda item: item.status, wanted.status or Status.ACTUAL)
    if wanted.region is not None or any(item.region is None for item in left):
        keep("region", lambda item: item.region, _place(wanted.region, left))
    keep("measure", lambda item: item.measure, wanted.measure or _measure(left, known))
    if wanted.basis is not None or any(item.measure in CHANGES for item in left):
        keep("basis", lambda item: item.basis, wanted.basis or commonest(lambda item: item.basis))
    keep(
        "unit", lambda item: unit_family(item.unit), commonest(lambda item: unit_family(item.unit))
    )
    return left, asides


def _measure(kinds: Sequence[Kinds], known: Indicator | None) -> Measure | None:
    counts: Counter[Measure] = Counter()
    for item in kinds:
        counts[item.measure] += item.figures
    if known is not None and known.kind is Kind.STOCK and counts[Measure.LEVEL]:
        return Measure.LEVEL
    if len(counts) > 1:
        del counts[Measure.RANK]  # a place is told of many things, and draws no line
    return min(counts, key=lambda item: (-counts[item], _TASTE.index(item)), default=None)


def in_scale(vintages: Sequence[Vintage]) -> tuple[list[Vintage], list[Vintage]]:
    """The levels of one line, and those that are too large or small to be of it."""
    values = [abs(item.observation.value) for item in vintages]
    if len(values) < _ENOUGH or any(
        item.observation.measure is not Measure.LEVEL for item in vintages
    ):
        return list(vintages), []
    middle = median(values)
    kept: list[Vintage] = []
    out: list[Vintage] = []
    for item, value in zip(vintages, values, strict=True):
        fits = middle / _OUT_OF_SCALE <= value <= middle * _OUT_OF_SCALE
        (kept if fits else out).append(item)
    return kept, out


def one_a_period(vintages: Iterable[Vintage], known: Indicator | None) -> list[Vintage]:
    """What the newest release says of each period, oldest first.

    A stock is counted at a moment: a year and its last day are one period of it.
    """
    newest: dict[Slot, Vintage] = {}
    for item in sorted(vintages, key=lambda item: item.published):
        newest[slot_of(item, known)] = item
    return sorted(newest.values(), key=place)


def slot_of(vintage: Vintage, known: Indicator | None) -> Slot:
    """What a figure of a line is about; of those about the same, the newest one counts."""
    found = vintage.observation
    stock = known is not None and known.kind is Kind.STOCK
    levels = stock and found.measure in {Measure.LEVEL, Measure.SHARE}
    moment = closing_day(found.period) if levels and found.period else found.period
    return Slot(moment, found.region, found.indicator_id or plain_name(found.indicator))


def place(vintage: Vintage) -> tuple[str, str, str, int]:
    """Where a vintage stands in a line: by the end of its period, then by what was known when."""
    found = vintage.observation
    last = closing_day(found.period) if found.period else ""
    return (last, found.period or "", vintage.published.isoformat(), found.span.start)
