"""An entry of the catalogue of indicators."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Whether an indicator is counted at a moment or over a span of time."""

    STOCK = "stock"
    FLOW = "flow"


@dataclass(frozen=True, slots=True)
class Indicator:
    """What can be measured, under one canonical id.

    Attributes:
        id: stable and lower-case (``industry.value_added``).
        name: the Chinese name.
        english: the English name.
        aliases: further wordings that mean the same thing.
        unit: the base unit of its level.
        kind: stock or flow.
        parents: ids of the totals it is a part of.
    """

    id: str
    name: str
    english: str
    aliases: tuple[str, ...]
    unit: str
    kind: Kind
    parents: tuple[str, ...] = ()
