"""How sure the reading of a figure is: signs of it, weighed as annotated texts have shown.

The weights are those of a logistic regression (Cox, D. R., "The regression analysis of binary
sequences", Journal of the Royal Statistical Society B 20, 1958, pp. 215-242) of "every core slot
is right" on the signs below. ``tools/calibrate.py`` finds them and says how well they hold.
"""

from __future__ import annotations

import math
import tomllib
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jiedu.model import Observation, Status

_LENGTHS = (3, 7, 12, 18)
_WORDS = ("short", "middling", "long", "very long", "longest")
_PLACES = 3


def signs(found: Observation) -> tuple[str, ...]:
    """What about an observation tells how sure its reading is.

    Args:
        found: the observation; its ``confidence`` is not looked at.
    """
    known, timeless = found.indicator_id is not None, found.period is None
    return _signs(found.rule, _length(found.indicator), found.status.value, known, timeless)


def confidence(rule: str, indicator: str, status: Status, *, known: bool, timeless: bool) -> float:
    """How likely all core slots of an observation are right, from 0 to 1.

    Args:
        rule: what read it, as the observation says it.
        indicator: its name.
        status: fact, goal or expectation.
        known: whether the catalogue knows the indicator.
        timeless: whether no period was found.
    """
    return _weighed(rule, _length(indicator), status.value, known, timeless)


def _length(name: str) -> str:
    return _WORDS[bisect_left(_LENGTHS, len(name))]


def _signs(rule: str, length: str, status: str, known: bool, timeless: bool) -> tuple[str, ...]:
    measure, name, time = rule.split(" / ")
    kinds = [f"measure: {measure}", f"name: {name}", f"time: {time}"]
    kinds += [f"length: {length}", f"status: {status}"]
    if known:
        kinds.append("known indicator")
    if timeless:
        kinds.append("no period")
    return tuple(kinds)


@cache
def _weights() -> dict[str, float]:
    raw = tomllib.loads((files(__package__) / "data" / "confidence.toml").read_text("utf-8"))
    weights: dict[str, float] = raw["weights"]
    return weights


@lru_cache(maxsize=8192)
def _weighed(rule: str, length: str, status: str, known: bool, timeless: bool) -> float:
    weights = _weights()
    kinds = _signs(rule, length, status, known, timeless)
    total = weights["always"] + sum(weights.get(kind, 0.0) for kind in kinds)
    return round(1 / (1 + math.exp(-total)), _PLACES)
