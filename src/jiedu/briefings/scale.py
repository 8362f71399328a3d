"""An axis of days: ticks that do not crowd, and the day asked about as a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.dates import DateFormatter, MonthLocator, YearLocator, date2num

if TYPE_CHECKING:
    from datetime import date

    from matplotlib.axes import Axes

GREY = "#555555"
_FAINT = "#dddddd"
_TICKS = 9  # labels that stand side by side
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20)
_YEAR = 365.25
_MONTH = _YEAR / 12


def label_days(axes: Axes, first: date, last: date, as_of: date) -> None:
    """Set the days of the horizontal axis, with a line at the day asked about.

    Args:
        axes: where.
        first: the day at the left end.
        last: the day at the right end.
        as_of: the day of the line.
    """
    tick_days(axes, first, last, _TICKS, 8.5)
    at = date2num(as_of)
    axes.axvline(at, color="black", linewidth=1.1, linestyle=(0, (5, 3)), zorder=1.5)
    place = (at - date2num(first)) / (date2num(last) - date2num(first))
    side = "left" if place < 0.1 else "right" if place > 0.9 else "center"
    axes.annotate(
        f"截至 {as_of}", (at, 1), xycoords=("data", "axes fraction"), xytext=(0, 5),
        textcoords="offset points", ha=side, va="bottom", fontsize=8.5, annotation_clip=False,
    )  # fmt: skip


def tick_days(
    axes: Axes, first: date, last: date, most: int, size: float, *, ends: bool = False
) -> None:
    """Set the days of the horizontal axis.

    Args:
        axes: where.
        first: the day at the left end.
        last: the day at the right end.
        most: how many labels have room side by side.
        size: of the labels, in points.
        ends: whether a label stands at the last day of its month or year, not at the first.
    """
    axes.set_xlim(date2num(first), date2num(last))
    length = (last - first).days
    months = next((step for step in _MONTHS if length / (step * _MONTH) <= most), None)
    if months is not None:
        begin, on = (months, -1) if ends else (1, 1)
        axes.xaxis.set_major_locator(MonthLocator(range(begin, 13, months), on))
        axes.xaxis.set_major_formatter(DateFormatter("%Y-%m"))
    else:
        years = next((step for step in _YEARS if length / (step * _YEAR) <= most), _YEARS[-1])
        axes.xaxis.set_major_locator(YearLocator(years, *((12, 31) if ends else (1, 1))))
        # the label of a year's last day says so: 2022 would be read as where 2022 begins
        axes.xaxis.set_major_formatter(DateFormatter("%Y-%m" if ends else "%Y"))
    axes.tick_params(axis="x", colors=GREY, labelsize=size)
    axes.grid(axis="x", color=_FAINT, linewidth=0.8)
    axes.set_axisbelow(True)
