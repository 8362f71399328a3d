"""A panel filled with what a store tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.model.finding import Source
from jiedu.model.ledger import Entry
from jiedu.model.panel import DerivedItem, FigureItem, Panel, ProgrammeItem
from jiedu.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A line of figures.

    Attributes:
        item: what was asked for.
        points: one figure a period, oldest first; empty where none has been published.
        told: all figures that agree with the points, for computing with those of one release.
        aside: figures of the same name that are of another time, unit or thing.
        reason: why there is none, else empty.
    """

    item: FigureItem
    points: tuple[Source, ...]
    told: tuple[Source, ...] = ()
    aside: tuple[Source, ...] = ()
    reason: str = ""

    @property
    def latest(self) -> Source | None:
        """The figure of the newest period."""
        return self.points[-1] if self.points else None


@dataclass(frozen=True, slots=True)
class DerivedRow:
    """A computed figure.

    Attributes:
        item: what was asked for.
        low: the least it can be, ``None`` for an open end; both are where it was not computed.
        high: the most.
        text: it with the digits that its inputs justify, empty where it was not computed.
        margin: how far the true value may lie from that, empty where an end is open.
        shown: the formula with the numbers in it.
        period: the time it is of.
        inputs: the figures it is computed from, by the keys of their rows.
        official: the published figure of the same thing and time, or the newest one.
        agrees: whether the official figure can be the same; ``None`` where it is of another
            time or there is none.
        reason: why it was not computed, else the rule of time that was followed.
    """

    item: DerivedItem
    low: Decimal | None = None
    high: Decimal | None = None
    text: str = ""
    margin: str = ""
    shown: str = ""
    period: str | None = None
    inputs: tuple[tuple[str, Source], ...] = ()
    official: Source | None = None
    agrees: bool | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A place where a release names a programme."""

    release: str
    published: date
    span: Span
    sentence: str


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme with what was announced under it.

    Attributes:
        item: what was asked for.
        entries: the measures that name it or run it with their outcomes, oldest first.
        releases: how many releases name it.
        latest: the newest place that does.
        reason: what is missing, else empty.
    """

    item: ProgrammeItem
    entries: tuple[Entry, ...]
    releases: int
    latest: Mentioned | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """A figure of the provinces at one time.

    Attributes:
        item: what was asked for.
        period: the time they are compared at; ``None`` where nothing is told.
        ranked: the provinces' figures of that time, the highest first.
        missing: the provinces without one.
        newer: figures of provinces for later times.
        country: the country's figure of that time, where there is one.
        reason: why there is none, else empty.
    """

    item: FigureItem
    period: str | None
    ranked: tuple[Source, ...]
    missing: tuple[str, ...]
    newer: tuple[Source, ...] = ()
    country: Source | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What a province announced.

    Attributes:
        region: the province.
        releases: the ids of its releases, the newest last.
        measures: how many measures they announce.
        targets: how many of these have a figure to reach.
        entries: the measures with what became of them, where they were asked for.
    """

    region: str
    releases: tuple[str, ...]
    measures: int
    targets: int
    entries: tuple[Entry, ...] = ()


Row = FigureRow | DerivedRow | ProgrammeRow | ProvinceRow | PlanRow


@dataclass(frozen=True, slots=True)
class PanelSheet:
    """A panel with its rows.

    Attributes:
        panel: what was asked for.
        as_of: the day whose knowledge counts.
        figures: lines of figures.
        provinces: figures of the provinces.
        derived: computed figures.
        programmes: programmes with their measures.
        plans: each province's measures.
    """

    panel: Panel
    as_of: date
    figures: tuple[FigureRow, ...]
    provinces: tuple[ProvinceRow, ...]
    derived: tuple[DerivedRow, ...]
    programmes: tuple[ProgrammeRow, ...]
    plans: tuple[PlanRow, ...]

    def rows(self) -> Iterator[Row]:
        """All rows, figures first."""
        yield from self.figures
        yield from self.provinces
        yield from self.derived
        yield from self.programmes
        yield from self.plans
