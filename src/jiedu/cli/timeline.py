"""Choosing the points of a series, and drawing them in a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.table import Table

from jiedu.cli.output import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Measure, Vintage

_WIDTH = 20
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def commonest_measure(vintages: Sequence[Vintage]) -> Measure:
    """The measure that most periods are told in."""
    told = {(item.observation.measure, item.observation.period) for item in vintages}
    return Counter(measure for measure, _ in told).most_common(1)[0][0]


def newest_of_each_period(vintages: Sequence[Vintage]) -> list[Vintage]:
    """One point a period, unit and basis: what the latest release says."""
    points: dict[tuple[str | None, str, str | None, str], Vintage] = {}
    for item in sorted(vintages, key=lambda item: item.published):
        found = item.observation
        points[found.period, found.unit, found.basis, found.status.value] = item
    order = {id(item): place for place, item in enumerate(vintages)}
    return sorted(points.values(), key=lambda item: order[id(item)])


def drawn(points: Sequence[Vintage], title: str) -> Table:
    """The points with a bar each; bars of one table share one scale."""
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for name in ("period", "value", "unit", "basis", "", "release"):
        table.add_column(
            name,
            justify="right" if name == "value" else "left",
            no_wrap=True,
        )
    largest = max((abs(float(item.observation.value)) for item in points), default=0.0)
    for item in points:
        found = item.observation
        share = abs(float(found.value)) / largest if largest else 0.0
        table.add_row(
            found.period or "—",
            plain(found),
            found.unit,
            found.basis or "",
            bar(share),
            item.release,
        )
    return table


def bar(share: float, width: int = _WIDTH) -> str:
    """A bar of a share of the width, to an eighth of a character."""
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    full, rest = divmod(eighths, 8)
    return "█" * full + (_EIGHTHS[rest] if rest else "")
