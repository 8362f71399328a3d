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
    axes.set_xlim(date2num(first), date2num(last))
    length = (last - first).days
    months = next((step for step in _MONTHS if length / (step * _MONTH) <= _TICKS), None)
    if months is not None:
        axes.xaxis.set_major_locator(MonthLocator(bymonth=range(1, 13, months)))
        axes.xaxis.set_major_formatter(DateFormatter("%Y-%m"))
    else:
        years = next((step for step in _YEARS if length / (step * _YEAR) <= _TICKS), _YEARS[-1])
        axes.xaxis.set_major_locator(YearLocator(years))
        axes.xaxis.set_major_formatter(DateFormatter("%Y"))
    axes.tick_params(axis="x", colors=GREY, labelsize=8.5)
    axes.grid(axis="x", color=_FAINT, linewidth=0.8)
    axes.set_axisbelow(True)
    at = date2num(as_of)
    axes.axvline(at, color="black", linewidth=1.1, linestyle=(0, (5, 3)), zorder=1.5)
    place = (at - date2num(first)) / (date2num(last) - date2num(first))
    side = "left" if place < 0.1 else "right" if place > 0.9 else "center"
    axes.annotate(
        f"截至 {as_of}", (at, 1), xycoords=("data", "axes fraction"), xytext=(0, 5),
        textcoords="offset points", ha=side, va="bottom", fontsize=8.5, annotation_clip=False,
    )  # fmt: skip
