"""Whether a figure's unit can be that of an indicator."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jiedu.catalogue.data_files import read_toml
from jiedu.model import Measure

_RELATIVE = {
    Measure.SHARE: frozenset({"%"}),
    Measure.GROWTH: frozenset({"%", "倍"}),
    Measure.GROWTH_CHANGE: frozenset({"pp"}),
    Measure.SHARE_CHANGE: frozenset({"pp"}),
    Measure.CONTRIBUTION: frozenset({"%", "pp"}),
    Measure.RANK: frozenset({""}),
}
LEVELS = frozenset({Measure.LEVEL, Measure.LEVEL_CHANGE})
_POINTS = frozenset({"pp", "点", "基点"})
_RATES = frozenset({"%", "点"})


@cache
def _accepted() -> dict[str, frozenset[str]]:
    return {unit: frozenset(written) for unit, written in read_toml("units").items()}


@cache
def _classifiers() -> frozenset[str]:
    path = files("jiedu.catalogue") / "data" / "classifiers.txt"
    lines = path.read_text("utf-8").split("\n")
    return frozenset(line for line in lines if line and not line.startswith("#"))


def unit_family(unit: str) -> str:
    """The unit as a comparison knows it: words that only count (个, 座, 家) are one."""
    return "" if unit in _classifiers() else unit


def fits(base: str, unit: str, measure: Measure) -> bool:
    """Whether a figure of this measure, written in ``unit``, may belong to an indicator.

    Args:
        base: the base unit of the indicator's level.
        unit: the unit of the observation, as the guide writes it.
        measure: the measure of the observation.
    """
    if measure not in LEVELS:
        return unit in _RELATIVE[measure]
    if measure is Measure.LEVEL_CHANGE and base in _RATES:
        return unit in _POINTS
    return unit in _accepted().get(base, (base,))
