"""Choosing the points of a series, and drawing them in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from jiedu.cli.output import plain
from jiedu.lexicon import closing_day
from jiedu.store import plain_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Vintage

_COLUMNS = ("period", "indicator", "region", "value", "unit", "basis", "status", "", "release")
_ALWAYS = {"period", "value", "unit", "basis", "release"}
_WIDTH = 20
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def drawn(points: Sequence[Vintage], title: str, *, gaps: bool = False) -> Table:
    """The points, with a bar each where they are one series and so share a scale.

    Where they are several, the columns that tell them apart take the place of the bars.

    Args:
        points: oldest first.
        title: above the table.
        gaps: whether months without a figure are shown as such, where the points are months.
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
    missing = gaps_before(points) if gaps else {}
    for at, item in enumerate(points):
        if at in missing:
            row = dict.fromkeys(_COLUMNS, "") | {"period": missing[at], "value": "—"}
            table.add_row(*(row[name] for name in shown), style="dim")
        row = _row(item, largest)
        table.add_row(*(row[name] for name in shown))
    return table


def gaps_before(points: Sequence[Vintage]) -> dict[int, str]:
    """The months without a figure, by the number of the point they stand before.

    Args:
        points: oldest first; none of a day, a quarter or another length makes a gap.
    """
    months = [_month_of(item.observation.period) for item in points]
    found: dict[int, str] = {}
    for at in range(1, len(points)):
        before, after = months[at - 1], months[at]
        if before is not None and after is not None and after - before > 1:
            first, last = _named(before + 1), _named(after - 1)
            found[at] = first if first == last else f"{first} … {last}"
    return found


def _month_of(period: str | None) -> int | None:
    """The number of the month that a period ends with, counted from the year 0."""
    if period is None:
        return None
    year, *rest = closing_day(period).split("-")
    return int(year) * 12 + int(rest[0]) - 1


def _named(month: int) -> str:
    return f"{month // 12}-{month % 12 + 1:02}"


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
        "release": f"{item.release} (assisted)" if found.assisted else item.release,
    }


def bar(share: float, width: int = _WIDTH) -> str:
    """A bar of a share of the width, to an eighth of a character."""
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    full, rest = divmod(eighths, 8)
    return "█" * full + (_EIGHTHS[rest] if rest else "")
