"""What the lexicon finds in a text: quantities and words of time, with offsets."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from jiedu.model.observation import Bound


class UnitKind(StrEnum):
    """How a unit behaves in a sentence."""

    PERCENT = "percent"
    POINTS = "points"
    TIMES = "times"
    AMOUNT = "amount"
    COUNT = "count"
    NONE = "none"
    RANK = "rank"
    STREAK = "streak"
    DIGITS = "digits"


class Quantity(NamedTuple):
    """A numeral with its magnitude, unit and the bound said right beside it.

    Attributes:
        start: where the numeral starts, in code points.
        end: where it ends; the unit is not part of it.
        stop: the end of the whole expression, with unit and bound word.
        value: in base units, unsigned.
        unit: the base unit, empty where none is written.
        kind: how the unit behaves.
        bound: the bound said after the numeral (多, 以上, 左右), or ``None``.
        scale: the written magnitude (万, 亿), for values that share it.
    """

    start: int
    end: int
    stop: int
    value: Decimal
    unit: str
    kind: UnitKind
    bound: Bound | None
    scale: str


class TimeWord(NamedTuple):
    """A word of time, in normal form."""

    start: int
    end: int
    words: str
