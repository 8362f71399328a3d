"""A chart as a picture: the title with its unit, the figures, a legend, where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.text import Text

from jiedu.briefings.data_files import read_words
from jiedu.briefings.over_time import (
    draw_bars,
    draw_lines,
    handles_of,
    set_days,
    write_values,
)
from jiedu.briefings.palette import GREY
from jiedu.briefings.parts import parts_of
from jiedu.briefings.pictures import DOTS, check_ending, chinese, picture, save
from jiedu.briefings.ranked import draw_ranked, ranking_of
from jiedu.briefings.titles import chart_scale, titled
from jiedu.briefings.words import in_lines, shortened, width
from jiedu.errors import InputError
from jiedu.model import Chart, ChartKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from matplotlib.axes import Axes

_POINTS = 72.0  # an inch
_END = 0.02  # inches for half of the last label, for each point of its size
_ROW = 0.24  # inches that a ranked bar takes


class Frame(NamedTuple):
    """How large a picture is, and what stands around it.

    Attributes:
        width: in inches.
        height: in inches; ranked bars take what they need.
        size: of the numbers, in points; titles are larger, sources smaller.
        bare: whether title and source are left to the document around it.
    """

    width: float = 8.0
    height: float = 4.4
    size: float = 9.0
    bare: bool = False


FRAME = Frame()
"""A picture that stands alone."""


def draw_chart(chart: Chart, path: Path, frame: Frame = FRAME) -> None:
    """Write a chart as a file, the same bytes each time.

    Args:
        chart: what is shown.
        path: the file, which ends in ``.png``, ``.svg`` or ``.pdf``.
        frame: how large it is, and what stands around it.

    Raises:
        InputError: where there is nothing to draw, or the ending says no form of picture.
        FontError: where no font with Chinese characters is there, or it lacks one of them.
        ExportError: where the file cannot be written.
    """
    check_ending(path)
    with chinese() as font:
        figure = figure_of_chart(chart, frame)
        font.check(_texts(figure))
        save(figure, path, titled(chart))


def chart_bytes(chart: Chart, ending: str, frame: Frame, dots: int = DOTS) -> bytes:
    """The bytes of a chart's file; see `draw_chart`."""
    with chinese() as font:
        figure = figure_of_chart(chart, frame)
        font.check(_texts(figure))
        return picture(figure, ending, titled(chart), dots)


def figure_of_chart(chart: Chart, frame: Frame = FRAME) -> Figure:
    """The figure of a chart; call it in `chinese`.

    Raises:
        InputError: where there is nothing to draw.
    """
    if chart.kind is ChartKind.RANKED:
        return _ranked(chart, frame)
    return _over_time(chart, frame)


def _over_time(chart: Chart, frame: Frame) -> Figure:
    parts = parts_of(chart)
    if not parts:
        raise InputError("there is no figure with a period to draw", document=chart.title)
    bars = chart.kind is ChartKind.BARS
    scale = chart_scale(chart)
    handles = handles_of(parts, chart.language, bars)
    columns = _columns([str(handle.get_label()) for handle in handles], frame)
    legend = -(-len(handles) // columns) * frame.size * 1.75 / _POINTS
    left = frame.size * 0.062
    figure, axes, inches = _framed(chart, frame, frame.height, left=left, below=legend)
    (draw_bars if bars else draw_lines)(axes, parts, scale)
    axes.margins(y=0.16)
    most = max(2, int(inches / (frame.size * 0.078)))
    set_days(axes, parts, bars, most, frame.size)
    write_values(axes, parts, scale, frame.size - 0.5, inches, bars=bars)
    bottom = 0.0 if frame.bare else _source_height(chart, frame)
    at = (_edge(frame) / frame.width, bottom / frame.height)
    figure.legend(handles=handles, loc="lower left", ncols=columns, frameon=False,
                  bbox_to_anchor=at, fontsize=frame.size - 0.5, borderaxespad=0,
                  handletextpad=0.5, columnspacing=1.4, borderpad=0.2)  # fmt: skip
    return figure


def _ranked(chart: Chart, frame: Frame) -> Figure:
    points = ranking_of(chart)
    if not points:
        raise InputError("there is no figure to draw", document=chart.title)
    names = max(width(shortened(point.name, 12)) for point in points)
    height = len(points) * _ROW * frame.size / 9 + 0.5 + (0 if frame.bare else 0.8)
    left = names * frame.size / _POINTS + 0.15
    figure, axes, _ = _framed(chart, frame, height, left=left, below=0.0)
    draw_ranked(axes, points, chart_scale(chart), frame.size)
    total = sum(len(series.points) for series in chart.series)
    if total > len(points):
        words = read_words("charts", chart.language)["rank_left"].format(count=total - len(points))
        axes.annotate(words, (1, 0), xycoords="axes fraction", ha="right", va="bottom",
                      fontsize=frame.size - 1, color=GREY)  # fmt: skip
    return figure


def _framed(
    chart: Chart, frame: Frame, height: float, *, left: float, below: float
) -> tuple[Figure, Axes, float]:
    """A figure with its title and its source, the axes between them, and their width."""
    figure = Figure(figsize=(frame.width, height))
    edge = _edge(frame)
    top = 0.12 if frame.bare else 0.55
    bottom = (
        below + frame.size * 2.1 / _POINTS + (0.0 if frame.bare else _source_height(chart, frame))
    )
    inches = frame.width - left - 2 * edge - _END * frame.size
    inner = height - top - bottom
    axes = figure.add_axes(
        ((left + edge) / frame.width, bottom / height, inches / frame.width, inner / height)
    )
    if not frame.bare:
        room = (frame.width - 2 * edge) * _POINTS
        title = shortened(titled(chart), room / (frame.size + 3))
        figure.text(edge / frame.width, (height - 0.3) / height, title, weight=_bold(),
                    fontsize=frame.size + 3, va="center")  # fmt: skip
        size = frame.size - 1.5
        lines = in_lines(chart.source, room / size, 2)
        figure.text(edge / frame.width, 0.06 / height, "\n".join(lines), color=GREY, fontsize=size,
                    va="bottom")  # fmt: skip
    return figure, axes, inches


def _columns(labels: Sequence[str], frame: Frame) -> int:
    """How many entries of a legend stand side by side."""
    longest = max(width(label) for label in labels) + 4.2
    return max(1, min(len(labels), int(frame.width * _POINTS / (longest * (frame.size - 0.5)))))


def _edge(frame: Frame) -> float:
    """Inches that stay white at the sides."""
    return 0.08 if frame.bare else 0.15


def _source_height(chart: Chart, frame: Frame) -> float:
    room = (frame.width - 2 * _edge(frame)) * _POINTS / (frame.size - 1.5)
    return (len(in_lines(chart.source, room, 2)) * (frame.size + 1) + 6) / _POINTS


def _bold() -> Any:
    return mpl.rcParams["figure.titleweight"]


def _texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.findobj(match=Text) if isinstance(text, Text)]
