"""What a timeline is drawn with: lines, and a mark for each state by shape and by colour.

The colours are those of Okabe and Ito (2008), which eyes that mix up red and green tell apart;
without colour the shapes do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.dates import date2num
from matplotlib.lines import Line2D

from jiedu.briefings.scale import GREY
from jiedu.briefings.words import STATES
from jiedu.model import State

if TYPE_CHECKING:
    from datetime import date

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from jiedu.briefings.lanes import Lane

BESIDE = 0.42
"""Inches from the end of the lines to the words about the outcome; the mark stands between."""

_LINE = "#7a7a7a"
_BAND = "#f5f5f5"
_MARKS: dict[State, dict[str, Any]] = {
    State.ACHIEVED: {"marker": "s", "color": "#009E73", "markersize": 8},
    State.PROGRESS: {"marker": ">", "color": "#0072B2", "markersize": 8.5},
    State.MISSED: {"marker": "X", "color": "#D55E00", "markersize": 9.5},
    State.OVERDUE: {"marker": "D", "color": "#B87700", "markersize": 7},
    State.ANNOUNCED: {"marker": "o", "color": _LINE, "markersize": 6.5},
}
_HOLLOW = frozenset({State.OVERDUE, State.ANNOUNCED})  # nothing was done, as far as is known
_EDGE: dict[str, Any] = {"markeredgecolor": "white", "markeredgewidth": 0.8}
_BEGIN: dict[str, Any] = {"marker": "o", "color": _LINE, "markersize": 4.5}
_DUE: dict[str, Any] = {"marker": "|", "color": "black", "markersize": 11, "markeredgewidth": 2}
_SOLID: dict[str, Any] = {"color": _LINE, "linewidth": 2}
_OPEN: dict[str, Any] = {"color": _LINE, "linewidth": 1.4, "linestyle": (0, (1, 2))}
_APART = 0.16  # of a row, between marks of one day


def draw_lane(axes: Axes, row: int, lane: Lane, as_of: date, last: date) -> None:
    """Draw the line of a measure with its marks.

    Args:
        axes: where, with days on its horizontal axis.
        row: the line's place on the vertical axis.
        lane: the measure.
        as_of: the day asked about, where the line of a measure without a deadline ends.
        last: the day at the right end; a deadline after that is written there.
    """
    if row % 2:
        axes.axhspan(row - 0.5, row + 0.5, color=_BAND, zorder=0, linewidth=0)
    begin, end = _num(lane.begin), _num(last)
    if lane.due is None:
        axes.plot((begin, _num(as_of)), (row, row), **_OPEN, zorder=2)
    elif lane.due <= last:
        axes.plot((begin, _num(lane.due)), (row, row), **_SOLID, zorder=2)
        axes.plot(_num(lane.due), row, **_DUE, zorder=3)
    else:
        axes.plot((begin, end), (row, row), **_SOLID, zorder=2)
        axes.plot(end, row, marker=5, color=_LINE, markersize=6, zorder=3, clip_on=False)
        axes.annotate(f"至 {lane.due.year}", (end, row), xytext=(-6, 4), va="bottom", ha="right",
                      textcoords="offset points", fontsize=7.5, color=GREY)  # fmt: skip
    axes.plot(begin, row, **_BEGIN, zorder=3)
    taken: dict[date, int] = {}
    for mark in lane.marks:
        y = row + _APART * taken.get(mark.day, 0)
        taken[mark.day] = taken.get(mark.day, 0) + 1
        axes.plot(_num(mark.day), y, **_style(mark.state), zorder=4)
    if lane.state is not None:
        at = axes.get_yaxis_transform()
        axes.plot(1.03, row, **_style(lane.state), clip_on=False, transform=at)


def draw_legend(figure: Figure, at: tuple[float, float]) -> None:
    """Say below the lines what each mark is."""
    none: tuple[list[float], list[float]] = ([], [])
    handles = [
        Line2D(*none, **{**_SOLID, **_BEGIN}, label="自宣布日"),
        Line2D(*none, linestyle="none", **_DUE, label="期限"),
        Line2D(*none, **_OPEN, label="没有期限"),
    ]
    for state in _MARKS:
        handles.append(Line2D(*none, linestyle="none", **_style(state), label=STATES[state]))
    figure.legend(handles=handles, loc="center", bbox_to_anchor=at, ncols=len(handles),
                  frameon=False, fontsize=8.5, handletextpad=0.5, columnspacing=2.2)  # fmt: skip


def _style(state: State) -> dict[str, Any]:
    style = _MARKS[state]
    if state in _HOLLOW:
        edge = {"markeredgecolor": style["color"], "markeredgewidth": 1.8}
        return {**style, **edge, "markerfacecolor": "white"}
    return {**style, **_EDGE}


def _num(day: date) -> float:
    return float(date2num(day))
