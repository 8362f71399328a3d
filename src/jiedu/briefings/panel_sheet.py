"""A panel as one picture: a small chart or one figure in each cell, rankings beside one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from jiedu.briefings.data_files import read_words
from jiedu.briefings.magnitudes import scale_of
from jiedu.briefings.over_time import draw_bars, draw_lines, set_days, write_values
from jiedu.briefings.palette import FAINT, GREY
from jiedu.briefings.parts import parts_of
from jiedu.briefings.pictures import check_ending, chinese, save
from jiedu.briefings.plots import _bold, _texts
from jiedu.briefings.ranked import draw_ranked, ranking_of
from jiedu.briefings.words import one_line, shortened
from jiedu.errors import InputError
from jiedu.model import Chart, ChartKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from matplotlib.axes import Axes

    from jiedu.model import Language

_COLUMNS = 3
_WIDTH = 13.0  # inches
_CELL = 1.95  # inches that a row of cells takes
_TEXT = 1.35  # inches that a row of single figures takes
_LOW = 0.75  # inches that a row without figures takes
_BAR = 0.2  # inches that a ranked bar takes
_RANKED = 1.1  # inches around ranked bars
_TOP, _BOTTOM, _EDGE = 0.75, 0.4, 0.25
_AROUND = (0.42, 0.34, 0.08, 0.3)  # inches around a chart within its cell: left, top, right, bottom
_NAMES = 1.05  # inches for the names of ranked bars
_SIZE = 8.0  # points
_MARKS = {"above": "▲", "below": "▼", "about": "–", "pair": "○"}  # beside points
_POINTS = 72.0  # an inch


class Cell(NamedTuple):
    """What stands in one cell of a sheet.

    Attributes:
        title: what it is of.
        chart: its figures, where there are several to draw.
        text: the newest figure as written, or why there is none.
        note: its period and its source, on one line.
        empty: whether there is no figure.
    """

    title: str
    chart: Chart | None
    text: str
    note: str
    empty: bool = False


def draw_panel(
    title: str, cells: Sequence[Cell], source: str, path: Path, language: Language
) -> None:
    """Write a panel as one picture.

    Args:
        title: of the panel.
        cells: those with a chart come first, those without a figure last.
        source: the line below.
        path: the file, which ends in ``.png``, ``.svg`` or ``.pdf``.
        language: of the words that the drawing adds.

    Raises:
        InputError: where there is no cell, or the ending says no form of picture.
        FontError: where no font with Chinese characters is there, or it lacks one of them.
        ExportError: where the file cannot be written.
    """
    check_ending(path)
    if not cells:
        raise InputError("there is no row to draw", document=title)
    with chinese() as font:
        figure = _sheet(title, cells, source, language)
        font.check(_texts(figure))
        save(figure, path, title)


def _sheet(title: str, cells: Sequence[Cell], source: str, language: Language) -> Figure:
    ordered = sorted(cells, key=_order)
    kinds = [[cell for cell in ordered if _order(cell) == kind] for kind in (0.0, 1.0, 2.0)]
    rows = [some[at : at + _COLUMNS] for some in kinds for at in range(0, len(some), _COLUMNS)]
    heights = [max(map(_height, row)) for row in rows]
    height = _TOP + sum(heights) + _BOTTOM
    figure = Figure(figsize=(_WIDTH, height))
    figure.text(_EDGE / _WIDTH, 1 - 0.4 / height, one_line(title), fontsize=16, weight=_bold(),
                va="center")  # fmt: skip
    figure.text(_EDGE / _WIDTH, 0.18 / height, shortened(source, 100), fontsize=_SIZE, color=GREY,
                va="center")  # fmt: skip
    words = read_words("charts", language)
    marks = "    ".join(f"{sign} {words[name]}" for name, sign in _MARKS.items())
    figure.text(1 - _EDGE / _WIDTH, 0.18 / height, marks, fontsize=_SIZE, color=GREY,
                va="center", ha="right")  # fmt: skip
    top = height - _TOP
    wide = (_WIDTH - 2 * _EDGE) / _COLUMNS
    for row, tall in zip(rows, heights, strict=True):
        for column, cell in enumerate(row):
            box = _Box(_EDGE + column * wide, top - tall, wide, tall)
            _draw(figure, box, cell, language)
        top -= tall
    return figure


class _Box(NamedTuple):
    """A cell's place in inches."""

    left: float
    bottom: float
    width: float
    height: float

    def text(
        self, figure: Figure, across: float, down: float, words: str, size: float, colour: str
    ) -> None:
        """Write words at inches from its upper left corner."""
        wide, high = figure.get_size_inches()
        place = (self.left + across) / wide, (self.bottom + self.height - down) / high
        figure.text(*place, words, fontsize=size, color=colour, va="center")

    def axes(self, figure: Figure, around: tuple[float, float, float, float]) -> Axes:
        """Axes within it, with so many inches left, above, right and below."""
        wide, high = figure.get_size_inches()
        left, top, right, bottom = around
        return figure.add_axes(
            (
                (self.left + left) / wide,
                (self.bottom + bottom) / high,
                (self.width - left - right) / wide,
                (self.height - top - bottom) / high,
            )
        )


def _height(cell: Cell) -> float:
    if cell.chart is None:
        return _LOW if cell.empty else _TEXT
    if cell.chart.kind is ChartKind.RANKED:
        return len(ranking_of(cell.chart)) * _BAR + _RANKED
    return _CELL


def _order(cell: Cell) -> float:
    """Where a cell stands: those with a chart first, those without a figure last."""
    return 0.0 if cell.chart is not None else 2.0 if cell.empty else 1.0


def _draw(figure: Figure, box: _Box, cell: Cell, language: Language) -> None:
    chart = cell.chart
    title = one_line(cell.title)
    if chart is not None:
        values = [point.value for series in chart.series for point in series.points]
        unit = scale_of(values, chart.unit, language).unit
        words = read_words("charts", language)["unit" if unit else "unitless"]
        title = words.format(title=title, unit=unit)
    room = (box.width - 0.2) * _POINTS / (_SIZE + 1)
    box.text(figure, 0, 0.14, shortened(title, room), _SIZE + 1, "black")
    if chart is None:
        colour = GREY if cell.empty else "black"
        size = _SIZE + 1 if cell.empty else 18.0
        big = shortened(cell.text, (box.width - 0.2) * _POINTS / size)
        box.text(figure, 0, 0.36 if cell.empty else 0.5, big, size, colour)
        if not cell.empty:
            box.text(figure, 0, 0.86, _note(cell, box), _SIZE, GREY)
    elif chart.kind is ChartKind.RANKED:
        bars = len(ranking_of(chart)) * _BAR
        axes = box.axes(figure, (_NAMES, 0.3, 0.15, box.height - 0.3 - bars))
        box.text(figure, 0, bars + 0.62, _note(cell, box), _SIZE - 0.5, GREY)
        scale = scale_of([point.value for point in ranking_of(chart)], chart.unit, language)
        draw_ranked(axes, ranking_of(chart), scale, _SIZE - 1)
    else:
        _over_time(box.axes(figure, _AROUND), chart, box.width, language)


def _note(cell: Cell, box: _Box) -> str:
    return shortened(cell.note, (box.width - 0.2) * _POINTS / _SIZE)


def _over_time(axes: Axes, chart: Chart, width: float, language: Language) -> None:
    parts = parts_of(chart)
    values = [point.value for part in parts for point in part.points]
    scale = scale_of(values, chart.unit, language)
    bars = chart.kind is ChartKind.BARS
    (draw_bars if bars else draw_lines)(axes, parts, scale)
    axes.margins(y=0.22)
    inches = width - _AROUND[0] - _AROUND[2]
    set_days(axes, parts, bars, 4, _SIZE - 1)
    axes.yaxis.set_major_locator(MaxNLocator(3))
    axes.grid(axis="y", color=FAINT, linewidth=0.6)
    write_values(axes, parts, scale, _SIZE - 0.5, inches, bars=bars)
