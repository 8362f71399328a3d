"""A picture of figures, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from jiedu.model.language import Language
from jiedu.model.observation import Bound, Status


class ChartKind(StrEnum):
    """How figures are drawn."""

    LINE = "line"
    BARS = "bars"
    RANKED = "ranked"


class Stretch(StrEnum):
    """How long a figure's period is; figures of different stretches share no line."""

    MOMENT = "moment"
    MONTH = "month"
    ACCUMULATED = "accumulated"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One figure of a chart.

    Attributes:
        value: in the chart's base unit, signed.
        period: ISO 8601, inclusive; ``None`` is drawn in ranked bars only.
        name: what stands beside a ranked bar; empty over time.
        stretch: how long the period is; read from it where ``None``.
        bound: how the true value stands to ``value``.
        status: actual, target or forecast.
        release: the id of the release that says it.
        revised: the value that an earlier release gave for it.
    """

    value: Decimal
    period: str | None
    name: str = ""
    stretch: Stretch | None = None
    bound: Bound = Bound.EXACT
    status: Status = Status.ACTUAL
    release: str = ""
    revised: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """Figures of one thing.

    Attributes:
        name: what the legend calls it; not said where a chart has but one.
        points: in any order.
    """

    name: str
    points: tuple[ChartPoint, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of figures that share a unit.

    Attributes:
        title: what is shown, without the unit.
        unit: the base unit of every value, as an observation has it: ``%`` and ``pp`` are two.
        kind: a line over time, bars over time, or bars by size.
        series: what is shown; ranked bars have one.
        source: the line below: publishers, how many releases, their days.
        language: of the words that the drawing adds.
    """

    title: str
    unit: str
    kind: ChartKind
    series: tuple[ChartSeries, ...]
    source: str = ""
    language: Language = Language.ZH
