"""How far one figure moved, and how much that matters."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.comparison import words
from jiedu.comparison.periods import Form, shape_of
from jiedu.model import FigureChange, Measure, Status

if TYPE_CHECKING:
    from jiedu.model import Observation

_PERCENT = {"%", "倍"}
_AMOUNTS = {Measure.LEVEL, Measure.LEVEL_CHANGE}
_DERIVED = {Measure.LEVEL_CHANGE, Measure.GROWTH_CHANGE, Measure.SHARE_CHANGE}
_HUNDRED = Decimal(100)
_HALF_POINTS = 4.0  # a move of so many points, or ten times as many per cent, is half as heavy
_GOAL = 3.0
_KNOWN = 1.5
_HEADLINE = 2.5
_TURN = 1.5
_LONE = 0.5  # what only one release tells, against what moved as far as can be


def moved(old: Observation | None, new: Observation | None, place: float) -> FigureChange:
    """Two figures of one thing side by side, or one alone.

    The difference of two percentages is in percentage points. Amounts that were accumulated
    over spans of different length have none.

    Args:
        old: the older figure, or ``None``.
        new: the newer one, or ``None``.
        place: how far down its release it stands, from 0 to 1: what matters stands first.
    """
    told = new or old
    assert told is not None
    if old is None or new is None:
        return FigureChange(old, new, weight=_LONE * _standing(told, place))
    unit = "pp" if told.unit in _PERCENT else told.unit
    if not _comparable(old, new):
        return FigureChange(old, new, unit=unit, weight=_LONE * _standing(told, place))
    difference = _plain(new) - _plain(old)
    relative = None
    if told.measure in _AMOUNTS and unit != "pp" and old.value > 0:
        relative = difference / old.value * _HUNDRED
    size = abs(float(relative)) / 10 if relative is not None else abs(float(difference))
    if old.bound is not new.bound:
        size += 1  # 5%左右 is less than 5%以上
    weight = _standing(told, place) * size / (size + _HALF_POINTS)
    if told.status is not Status.ACTUAL and size:
        weight = max(weight, _LONE * _standing(told, place))  # half a point of a goal is news
    if old.value * new.value < 0:
        weight *= _TURN
    return FigureChange(old, new, difference, unit, relative, weight)


def _plain(found: Observation) -> Decimal:
    return found.value * _HUNDRED if found.unit == "倍" else found.value


def _comparable(old: Observation, new: Observation) -> bool:
    """Whether their difference says something: amounts of four months and of five do not."""
    if old.measure not in _AMOUNTS or old.unit in _PERCENT:
        return True
    one, two = shape_of(old.period), shape_of(new.period)
    return one.form is not Form.CUMULATED or one.length == two.length or two.form is Form.DAY


def _standing(told: Observation, place: float) -> float:
    weight = 1.0 - place / 2
    if told.status is not Status.ACTUAL:
        weight *= _GOAL
    if told.indicator_id is not None:
        weight *= _HEADLINE if told.indicator_id in words.headlines() else _KNOWN
    if told.measure in _DERIVED:
        weight *= _LONE
    return weight
