"""Figures for the tests of panels, in few words."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from jiedu.lexicon import closing_day
from jiedu.model import Bound, FigureItem, Measure, Observation, Source, Span, Status

_NUMBERS = count()


def fact(text: str, period: str | None, value: str | None = None, **slots: Any) -> Source:
    """A figure that a release says; its sentence is what stands in ``before``, it, and ``after``.

    ``published`` and ``release`` are slots too; the value is read off the text where none is given.
    """
    published = slots.pop("published", None) or _soon(period)
    release = slots.pop("release", f"r{next(_NUMBERS)}")
    before, after = slots.pop("before", "其中，"), slots.pop("after", "。")
    cell = slots.pop("cell", False)
    digits = text.rstrip("%个万亿户家座元辆以上左右多余人") if value is None else value
    said: dict[str, Any] = {
        "indicator": "5G基站",
        "indicator_id": "5g.stations",
        "measure": Measure.LEVEL,
        "unit": "个",
        "bound": Bound.EXACT,
        "basis": None,
        "status": Status.ACTUAL,
        "confidence": 0.95,
    } | slots
    found = Observation(
        span=Span(len(before), len(before) + len(text.rstrip("%个万亿户家座元辆"))),
        value=Decimal(digits),
        period=period,
        text=text,
        sentence=Span(0, len(before + text + after)),
        **said,
    )
    return Source(release, date.fromisoformat(published), found, before + text + after, cell)


def _soon(period: str | None) -> str:
    """A day some weeks after a period ends."""
    if period is None:
        return "2026-08-01"
    return (date.fromisoformat(closing_day(period)) + timedelta(days=20)).isoformat()


def item(**slots: Any) -> FigureItem:
    """A row of 5G stations, but for the slots."""
    said: dict[str, Any] = {"key": "stations", "name": "5G基站", "english": "5G stations"}
    if "indicators" not in slots and "words" not in slots:
        said["indicators"] = ("5g.stations",)
    return FigureItem(**(said | slots))
