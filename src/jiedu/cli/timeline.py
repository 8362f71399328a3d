"""Choosing the points of a series, and drawing them in a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.table import Table

from jiedu.cli.output import plain
from jiedu.store import plain_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Measure, Observation, Vintage

_COLUMNS = ("period", "indicator", "region", "value", "unit", "basis", "status", "", "release")
_ALWAYS = {"period", "value", "unit", "basis", "release"}
_WIDTH = 20
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def commonest_measure(vintages: Sequence[Vintage]) -> Measure:
    """The measure that most periods are told in."""
    told = {(item.observation.measure, item.observation.period) for item in vintages}
    return Counter(measure for measure, _ in told).most_common(1)[0][0]


def of_the_country(vintages: Sequence[Vintage]) -> tuple[list[Vintage], int]:
    """The figures of no region, and of how many regions others are; all where none is."""
    country = [item for item in vintages if item.observation.region is None]
    regions = {item.observation.region for item in vintages} - {None}
    return (country, len(regions)) if country else (list(vintages), 0)


def newest_of_each_period(vintages: Sequence[Vintage]) -> list[Vintage]:
    """One point a period of each series: what the latest release says.

    Series of other indicators, regions, units, bases and statuses stay apart.
    """
    points: dict[tuple[str | None, ...], Vintage] = {}
    for item in sorted(vintages, key=lambda item: item.published):
        points[_series_of(item.observation)] = item
    order = {id(item): place for place, item in enumerate(vintages)}
    return sorted(points.values(), key=lambda item: order[id(item)])


def _series_of(found: Observation) -> tuple[str | None, ...]:
    return (
        found.indicator_id or plain_name(found.indicator),
        found.region,
        found.period,
        found.unit,
        found.basis,
        found.status.value,
    )


def drawn(points: Sequence[Vintage], title: str) -> Table:
    """The points, with a bar each where they are one series and so share a scale.

    Where they are several, the columns that tell them apart take the place of the bars.
    """
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    largest = max((abs(float(item.observation.value)) for item in points), default=0.0)
    apart = _telling_apart(points)
    shown = [name for name in _COLUMNS if name in _ALWAYS or name in (apart or {""})]
    for name in shown:
        table.add_column(
            name,
            justify="right" if name == "value" else "left",
            no_wrap=name not in {"indicator", "release"},  # these give way on a narrow screen
            overflow="fold" if name == "indicator" else "ellipsis",
        )
    for item in points:
        row = _row(item, largest)
        table.add_row(*(row[name] for name in shown))
    return table


def _telling_apart(points: Sequence[Vintage]) -> set[str]:
    """The columns in which the points are not of one series."""
    found = [item.observation for item in points]
    values: dict[str, set[str | None]] = {
        "indicator": {item.indicator_id or plain_name(item.indicator) for item in found},
        "region": {item.region for item in found},
        "unit": {item.unit for item in found},
        "status": {item.status.value for item in found},
    }
    return {name for name, kinds in values.items() if len(kinds) > 1}


def _row(item: Vintage, largest: float) -> dict[str, str]:
    found = item.observation
    share = abs(float(found.value)) / largest if largest else 0.0
    return {
        "period": found.period or "—",
        "indicator": found.indicator,
        "region": found.region or "",
        "value": plain(found),
        "unit": found.unit,
        "basis": found.basis or "",
        "status": found.status.value,
        "": bar(share),
        "release": item.release,
    }


def bar(share: float, width: int = _WIDTH) -> str:
    """A bar of a share of the width, to an eighth of a character."""
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    full, rest = divmod(eighths, 8)
    return "█" * full + (_EIGHTHS[rest] if rest else "")
