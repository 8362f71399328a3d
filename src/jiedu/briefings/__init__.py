"""A view → pictures and calendars: what people look at and keep."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from jiedu.briefings.caption import Caption, caption_of
from jiedu.briefings.composing.values import amount_words, value_words
from jiedu.briefings.failures import FontError
from jiedu.briefings.lanes import LANES, choose, evidence_of
from jiedu.briefings.magnitudes import Scale
from jiedu.briefings.naming import (
    basis_name,
    figure_name,
    indicator_name,
    measure_name,
    publisher_name,
    region_name,
)
from jiedu.briefings.parts import Part, parts_of, runs_of
from jiedu.briefings.periods import day_words, period_words
from jiedu.briefings.series_chart import chart_of, with_gaps_told
from jiedu.briefings.sources import source_line
from jiedu.briefings.stretches import day_of, is_pair, stretch_of
from jiedu.briefings.titles import chart_scale, chart_words, titled
from jiedu.briefings.words import STATES
from jiedu.exports import MissingError

if TYPE_CHECKING:
    from jiedu.briefings.calendar_file import write_calendar
    from jiedu.briefings.panel_sheet import Cell, draw_panel
    from jiedu.briefings.plots import FRAME, Frame, chart_bytes, draw_chart
    from jiedu.briefings.timeline import draw_timeline

__all__ = [
    "FRAME",
    "LANES",
    "STATES",
    "Caption",
    "Cell",
    "FontError",
    "Frame",
    "Part",
    "Scale",
    "amount_words",
    "basis_name",
    "caption_of",
    "chart_bytes",
    "chart_of",
    "chart_scale",
    "chart_words",
    "choose",
    "day_of",
    "day_words",
    "draw_chart",
    "draw_panel",
    "draw_timeline",
    "evidence_of",
    "figure_name",
    "indicator_name",
    "is_pair",
    "measure_name",
    "parts_of",
    "period_words",
    "publisher_name",
    "region_name",
    "runs_of",
    "source_line",
    "stretch_of",
    "titled",
    "value_words",
    "with_gaps_told",
    "write_calendar",
]

# the libraries of pictures and calendars load when they are first used
_LAZY = {
    "Cell": "jiedu.briefings.panel_sheet",
    "FRAME": "jiedu.briefings.plots",
    "Frame": "jiedu.briefings.plots",
    "chart_bytes": "jiedu.briefings.plots",
    "draw_chart": "jiedu.briefings.plots",
    "draw_panel": "jiedu.briefings.panel_sheet",
    "draw_timeline": "jiedu.briefings.timeline",
    "write_calendar": "jiedu.briefings.calendar_file",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(import_module(_LAZY[name]), name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "matplotlib":
            raise
        raise MissingError(
            "matplotlib is not installed", hint='pip install "jiedu[plot]"'
        ) from error


def __dir__() -> list[str]:
    return sorted(__all__)
