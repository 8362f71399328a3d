"""What stands at single figures: bounds, earlier values, numbers, January and February as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.lines import Line2D
from matplotlib.transforms import ScaledTranslation

from jiedu.briefings.data_files import read_words
from jiedu.briefings.magnitudes import grouped, rounded
from jiedu.briefings.palette import GREY
from jiedu.briefings.stretches import is_pair
from jiedu.model import Bound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from matplotlib.axes import Axes

    from jiedu.briefings.magnitudes import Scale
    from jiedu.model import ChartPoint, Language

_NONE: tuple[list[float], list[float]] = ([], [])
_BOUNDS: dict[Bound, tuple[str, Any]] = {
    Bound.ABOVE: ("above", 6),  # matplotlib's carets: the true value is further up
    Bound.AT_LEAST: ("above", 6),
    Bound.BELOW: ("below", 7),
    Bound.AT_MOST: ("below", 7),
    Bound.ABOUT: ("about", "_"),
}
_POINTS = 72.0  # an inch
_AWAY = 8  # points from a figure to the sign of its bound
_RING = 3  # points that the ring around January and February takes
_SMALL: dict[str, Any] = {"linestyle": "none", "color": "black", "markersize": 4}
_BEFORE: dict[str, Any] = {
    "linestyle": "none", "marker": "x", "color": GREY, "markersize": 5, "markeredgewidth": 1.4,
}  # fmt: skip
_PAIR: dict[str, Any] = {
    "linestyle": "none", "marker": "o", "markersize": 11, "markerfacecolor": "none",
    "markeredgecolor": GREY, "markeredgewidth": 0.9,
}  # fmt: skip


def mark_point(axes: Axes, x: float, point: ChartPoint, scale: Scale) -> None:
    """Add what has to be known of a figure: that it is a bound, was revised, is of two months."""
    y = float(scale.of(point.value))
    if point.revised is not None:
        axes.plot(x, float(scale.of(point.revised)), **_BEFORE, zorder=3.5)
    if point.bound in _BOUNDS:
        word, marker = _BOUNDS[point.bound]
        up = -_AWAY if word == "below" else _AWAY
        moved = axes.transData + ScaledTranslation(0, up / _POINTS, _inches(axes))
        axes.plot(x, y, marker=marker, transform=moved, clip_on=False, zorder=5, **_SMALL)


def ring_pair(axes: Axes, x: float, point: ChartPoint, scale: Scale) -> None:
    """Put a ring around a figure that is of January and February together."""
    if is_pair(point.period or ""):
        axes.plot(x, float(scale.of(point.value)), **_PAIR, zorder=3.2)


def legend_of(points: Iterable[ChartPoint], language: Language, *, rings: bool) -> Iterator[Line2D]:
    """What the legend says of the marks that are drawn, each once.

    Args:
        points: what is drawn.
        language: of the words.
        rings: whether January and February together are ringed.
    """
    words = read_words("charts", language)
    told = list(points)
    if rings and any(is_pair(point.period or "") for point in told):
        yield Line2D(*_NONE, **{**_PAIR, "markersize": 8}, label=words["pair"])
    bounds = {_BOUNDS[point.bound] for point in told if point.bound in _BOUNDS}
    for word, marker in sorted(bounds, key=str):
        yield Line2D(*_NONE, **{**_SMALL, "markersize": 5}, marker=marker, label=words[word])
    if any(point.revised is not None for point in told):
        yield Line2D(*_NONE, **_BEFORE, label=words["revised"])


def _inches(axes: Axes) -> Any:
    """From inches to pixels."""
    figure = axes.get_figure(root=True)
    assert figure is not None
    return figure.dpi_scale_trans


def write_value(axes: Axes, x: float, point: ChartPoint, scale: Scale, size: float) -> None:
    """Write a figure's number beside it, on the side that is away from nought."""
    value, period = scale.of(point.value), point.period or ""
    up = -1 if value < 0 else 1
    away = 5 + (_AWAY if point.bound in _BOUNDS else 0) + (_RING if is_pair(period) else 0)
    axes.annotate(
        grouped(rounded(value)), (x, float(value)), xytext=(0, up * away),
        textcoords="offset points", ha="center", va="top" if value < 0 else "bottom",
        fontsize=size, color="black", zorder=6,
    )  # fmt: skip
