"""Figures over time as a line of characters, in which a missing time is a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.lexicon import closing_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from jiedu.model import Source

_LEVELS = "▁▂▃▄▅▆▇█"
_GAP = "·"
_STEPS = (1, 3, 12)  # months of a character
_LONGEST = 24


def sparkline(points: Sequence[Source]) -> str:
    """One character a month, a quarter or a year, whichever keeps the line short.

    Args:
        points: figures of one line, oldest first; those without a period are left out.

    Returns:
        The line; empty where there are not two figures. A time without a figure is a dot: nothing
        is drawn across it. Of several figures within one character the last one is drawn.
    """
    months = [
        (_month(fact.observation.period), fact.observation.value)
        for fact in points
        if fact.observation.period
    ]
    if len(months) < 2:
        return ""
    first, last = months[0][0], months[-1][0]
    step = next((step for step in _STEPS if (last - first) // step < _LONGEST), _STEPS[-1])
    slots: list[Decimal | None] = [None] * (last // step - first // step + 1)
    for month, value in months:
        slots[month // step - first // step] = value
    shown = slots[-_LONGEST:]
    told = [value for value in shown if value is not None]
    return "".join(_level(value, min(told), max(told)) for value in shown)


def _month(period: str) -> int:
    year, month, _ = closing_day(period).split("-")
    return int(year) * 12 + int(month) - 1


def _level(value: Decimal | None, least: Decimal, most: Decimal) -> str:
    """The character of a value between the least and the most one."""
    if value is None:
        return _GAP
    if most == least:
        return _LEVELS[len(_LEVELS) // 2]
    share = (value - least) / (most - least)
    return _LEVELS[min(len(_LEVELS) - 1, int(share * len(_LEVELS)))]
