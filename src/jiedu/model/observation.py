"""One figure of a release."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from jiedu.model.span import Span


class Measure(StrEnum):
    """What kind of statement a figure makes about its indicator."""

    LEVEL = "level"
    SHARE = "share"
    GROWTH = "growth"
    LEVEL_CHANGE = "level_change"
    GROWTH_CHANGE = "growth_change"
    SHARE_CHANGE = "share_change"
    CONTRIBUTION = "contribution"
    RANK = "rank"


CHANGES = frozenset(
    {Measure.GROWTH, Measure.LEVEL_CHANGE, Measure.GROWTH_CHANGE, Measure.SHARE_CHANGE}
)
"""The measures that are said against a basis."""


ASSISTED = "assisted"
"""What the rule of a figure begins with that a model pointed at, and the run it is saved in."""


class Bound(StrEnum):
    """How the true value stands to the printed one."""

    EXACT = "="
    ABOVE = ">"
    AT_LEAST = ">="
    BELOW = "<"
    AT_MOST = "<="
    ABOUT = "~"


class Status(StrEnum):
    """Whether a figure is a fact, a goal or an expectation."""

    ACTUAL = "actual"
    TARGET = "target"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure, tied to the numeral it was read from.

    Attributes:
        span: the numeral alone, never its unit or sign word.
        indicator: what is measured, in words of the text.
        measure: the kind of statement.
        value: signed, in base units (万, 亿 multiplied out); per cent as percentages.
        unit: ``%``, ``pp`` (percentage points), ``倍``, or the unit as written without its
            magnitude; empty where none is written.
        bound: how the true value stands to ``value``.
        period: ISO 8601, inclusive (``2023-01/2023-06``), or ``None``.
        basis: what a change is compared with (``yoy``, ``mom``, ``qoq``, ``ytd``, ``cagr``, a
            period, ``vs:NAME``), or ``None``.
        status: actual, target or forecast.
        text: the numeral with its magnitude and unit as written.
        sentence: the span of the sentence that says it.
        speaker: who says it, where the text names them.
        region: the region that the release speaks of.
        indicator_id: the catalogue's id, or ``None`` where it is not sure.
        confidence: how likely all slots are right, from 0 to 1; measured on annotated texts.
        rule: what read it: the rule of the measure, of the name and of the time; before them,
            for a figure that a model pointed at, ``assisted:`` and the slots it pointed for.
    """

    span: Span
    indicator: str
    measure: Measure
    value: Decimal
    unit: str
    bound: Bound
    period: str | None
    basis: str | None
    status: Status
    text: str
    sentence: Span
    speaker: str | None = None
    region: str | None = None
    indicator_id: str | None = None
    confidence: float | None = None
    rule: str = ""

    @property
    def assisted(self) -> bool:
        """Whether it was found with the help of a model, and not by the grammar alone."""
        return self.rule.startswith(f"{ASSISTED}:")
