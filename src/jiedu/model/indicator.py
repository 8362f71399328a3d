"""An entry of the catalogue of indicators."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Whether an indicator is counted at a moment or over a span of time."""

    STOCK = "stock"
    FLOW = "flow"


class Direction(StrEnum):
    """Which way an indicator goes when things get better."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Indicator:
    """What can be measured, under one canonical id.

    Attributes:
        id: stable, lower-case and dotted (``industry.value_added``); a part of it that follows
            a pattern stands behind a slash (``industry.value_added/automobile``).
        name: the Chinese name.
        english: the English name.
        aliases: further wordings that mean the same thing.
        unit: the base unit of its level.
        kind: stock or flow.
        parents: ids of the totals it is a part of.
        good: which way it goes when things get better.
    """

    id: str
    name: str
    english: str
    aliases: tuple[str, ...]
    unit: str
    kind: Kind
    parents: tuple[str, ...] = ()
    good: Direction = Direction.NONE
