"""What texts say of the figures they stand for, and what two of them say together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from jiedu.model import Measure, Status
from jiedu.readers.tables.times import Time
from jiedu.readers.tables.units import Unit


class Span(StrEnum):
    """How a figure relates to the time of its header."""

    SINGLE = "single"
    ACCUMULATED = "accumulated"
    CLOSING = "closing"
    LEVEL = "level"


class Change(StrEnum):
    """How a change is said."""

    RATE = "rate"
    MOVED = "moved"
    DIFFERENCE = "difference"
    AMOUNT = "amount"


class HeaderError(ValueError):
    """A header whose figures could be misread."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What one text says, or several together.

    Attributes:
        names: the words that are left when everything below is taken away, outermost first.
        time: the time.
        span: whether the figure is the time's own, the year's so far, or of its end.
        measure: what the figure is, where it is no level.
        change: how its change is said, where it is one.
        basis: what the change is compared with.
        real: whether the change is said to be the real one.
        units: the units of the level or share.
        change_units: the units that are said with the change.
        region: a region.
        national: whether it says the whole country.
        status: whether it is a plan.
        index: what an index is set to 100 at, where it says one (上年).
    """

    names: tuple[str, ...] = ()
    time: Time | None = None
    span: Span | None = None
    measure: Measure | None = None
    change: Change | None = None
    basis: str | None = None
    real: bool = False
    units: tuple[Unit, ...] = ()
    change_units: tuple[Unit, ...] = ()
    region: str | None = None
    national: bool = False
    status: Status | None = None
    index: str | None = None


NOTHING = Facets()

_T = TypeVar("_T")


def merged(outer: Facets, inner: Facets) -> Facets:
    """What two texts say together, of which the inner one stands nearer to the figure.

    Raises:
        HeaderError: where they contradict each other.
    """
    change, measure = _moved(outer, inner)
    units, change_units = inner.units, inner.change_units
    if units and outer.change and not inner.change:
        units, change_units = (), units  # 同比增长 over %
    return Facets(
        names=outer.names + inner.names,
        time=_timed(outer.time, inner.time),
        span=_spanned(outer.span, inner.span),
        measure=measure,
        change=change,
        basis=_same("bases", outer.basis, inner.basis),
        real=outer.real or inner.real,
        units=_same("units", outer.units, units) or (),
        change_units=_same("units", outer.change_units, change_units) or (),
        region=None if inner.national else inner.region or outer.region,
        national=inner.national or (outer.national and not inner.region),
        status=inner.status or outer.status,
        index=_same("bases of an index", outer.index, inner.index),
    )


def _moved(outer: Facets, inner: Facets) -> tuple[Change | None, Measure | None]:
    """The change and the measure: a difference of a rate is the change of a growth."""
    measure = _same("measures", outer.measure, inner.measure)
    if outer.change is None or inner.change is None or outer.change is inner.change:
        return inner.change or outer.change, measure
    said = {outer.change, inner.change}
    if said == {Change.RATE, Change.DIFFERENCE}:
        return Change.DIFFERENCE, Measure.GROWTH
    if said == {Change.RATE, Change.MOVED}:
        return Change.MOVED, measure
    raise HeaderError("the header says two kinds of change")


def _timed(outer: Time | None, inner: Time | None) -> Time | None:
    if outer is None or inner is None:
        return inner or outer
    if (both := inner.within(outer)) is None:
        raise HeaderError("the headers say two different times")
    return both


def _spanned(outer: Span | None, inner: Span | None) -> Span | None:
    told = [span for span in (outer, inner) if span not in {None, Span.LEVEL}]
    if len(set(told)) > 1:
        raise HeaderError("the headers say both a period's own figure and another one")
    return told[0] if told else inner or outer


def _same(what: str, outer: _T | None, inner: _T | None) -> _T | None:
    if outer and inner and outer != inner:
        raise HeaderError(f"the headers say two different {what}")
    return inner or outer
