"""The ledger as a picture: one line a measure, from the day announced to its deadline."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.text import Text

from jiedu.briefings.lanes import lanes_of, span_of
from jiedu.briefings.pictures import check_ending, chinese, save
from jiedu.briefings.scale import GREY, label_days
from jiedu.briefings.strokes import BESIDE, draw_lane, draw_legend
from jiedu.briefings.words import one_line, shortened
from jiedu.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from matplotlib.axes import Axes

    from jiedu.briefings.caption import Caption
    from jiedu.briefings.lanes import Lane
    from jiedu.model import Entry

AHEAD = timedelta(days=8 * 366)
"""How far a picture goes beyond its day; deadlines after that are written, not drawn."""

# in inches
_WIDTH, _LEFT, _RIGHT, _EDGE = 13.0, 4.55, 2.2, 0.2
_TOP, _BOTTOM, _ROW = 1.05, 1.05, 0.42
_TITLE, _LABEL, _ABOUT, _SOURCE = 15.0, 9.0, 7.0, 8.0  # points of the texts
_POINTS = 72.0  # an inch
_LEAST = timedelta(days=60)
_MARGIN = 0.03  # of the days, on both sides


def draw_timeline(
    entries: Sequence[Entry],
    path: Path,
    caption: Caption,
    days: Mapping[str, date],
    as_of: date,
    hidden: int = 0,
) -> None:
    """Write the picture of some measures.

    Args:
        entries: the measures that are shown, one line each; see `choose`.
        path: the file, which ends in ``.png``, ``.svg`` or ``.pdf``.
        caption: the words around it.
        days: when the releases of the measures' evidence were published.
        as_of: the day asked about.
        hidden: how many measures were left out; the picture says so.

    Raises:
        InputError: where there are no measures, or the ending says no form of picture.
        FontError: where no font with Chinese characters is there, or it lacks one of them.
        ExportError: where the file cannot be written.
    """
    check_ending(path)
    if not entries:
        raise InputError("there are no measures to draw", document=str(path))
    with chinese() as font:
        figure = figure_of(lanes_of(entries, days), caption, as_of, hidden)
        drawn = figure.findobj(match=Text)
        font.check(text.get_text() for text in drawn if isinstance(text, Text))
        save(figure, path, one_line(caption.title))


def figure_of(lanes: Sequence[Lane], caption: Caption, as_of: date, hidden: int = 0) -> Figure:
    """The picture of some lines, as high as they need; see `draw_timeline`."""
    rows = _ROW * len(lanes)
    height = _TOP + _BOTTOM + rows
    inner = _WIDTH - _LEFT - _RIGHT
    figure = Figure(figsize=(_WIDTH, height))
    axes = figure.add_axes((_LEFT / _WIDTH, _BOTTOM / height, inner / _WIDTH, rows / height))
    first, last = _days(lanes, as_of)
    label_days(axes, first, last, as_of)
    axes.set_ylim(len(lanes) - 0.5, -0.5)
    axes.set_yticks([])
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(GREY)
    for row, lane in enumerate(lanes):
        draw_lane(axes, row, lane, as_of, last)
        _label(axes, row, lane, inner)
    draw_legend(figure, (0.5, 0.42 / height))
    for text, points, up, weight in (
        (caption.title, _TITLE, height - 0.38, mpl.rcParams["figure.titleweight"]),
        (_counted(len(lanes), hidden), _LABEL, height - 0.70, "normal"),
        (caption.source, _SOURCE, 0.18, "normal"),
    ):
        words = shortened(text, (_WIDTH - 2 * _EDGE) * _POINTS / points)
        figure.text(_EDGE / _WIDTH, up / height, words, fontsize=points, va="center", weight=weight)
    return figure


def _days(lanes: Sequence[Lane], as_of: date) -> tuple[date, date]:
    first, last = span_of(lanes, as_of, AHEAD)
    margin = max(last - first, _LEAST) * _MARGIN
    return first - margin, last + margin


def _label(axes: Axes, row: int, lane: Lane, inner: float) -> None:
    """Write a measure's words before its line, and what became of it behind."""
    at = axes.get_yaxis_transform()
    x = (_EDGE - _LEFT) / inner
    room = _LEFT - _EDGE - 0.15
    for text, points, y, colour in (
        (lane.text, _LABEL, row - 0.17, "black"),
        (lane.about, _ABOUT, row + 0.26, GREY),
    ):
        words = shortened(text, room * _POINTS / points)
        axes.text(x, y, words, transform=at, fontsize=points, va="center", color=colour)
    words = shortened(lane.outcome, (_RIGHT - BESIDE - _EDGE) * _POINTS / _LABEL)
    axes.text(1 + BESIDE / inner, row, words, transform=at, fontsize=_LABEL, va="center")


def _counted(shown: int, hidden: int) -> str:
    if not hidden:
        return f"共 {shown:,} 项举措"
    chosen = f"{shown + hidden:,} 项举措中的 {shown:,} 项（有后续的、期限近的在先）"
    return f"{chosen}，另有 {hidden:,} 项没有画出"
