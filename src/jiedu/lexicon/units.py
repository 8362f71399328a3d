"""The units and classifiers that stand after a numeral."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from jiedu.model.token import UnitKind

SKIP = "skip"
_KINDS = {
    "percent": UnitKind.PERCENT,
    "points": UnitKind.POINTS,
    "amount": UnitKind.AMOUNT,
    "count": UnitKind.COUNT,
}


@cache
def _raw() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "data" / "units.toml").read_text("utf-8"))


@cache
def scaled_units() -> frozenset[str]:
    """Units that make a statistic only behind a magnitude (10万P)."""
    return frozenset(_raw()["scaled"])


@cache
def unit_table() -> dict[str, tuple[str, UnitKind | None]]:
    """Every written unit with its base form and kind; ``None`` marks what is no statistic."""
    raw = _raw()
    table: dict[str, tuple[str, UnitKind | None]] = {}
    for unit in raw[SKIP]:
        table[unit] = (unit, None)
    for group, kind in _KINDS.items():
        for unit in raw[group]:
            table[unit] = (raw["aliases"].get(unit, unit), kind)
    for unit in raw["points"]:
        table[unit] = ("pp", UnitKind.POINTS)
    table["倍"] = ("倍", UnitKind.TIMES)
    return table
