"""Observations of one thing over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from jiedu.model.observation import Measure, Observation


@dataclass(frozen=True, slots=True)
class Vintage:
    """What was known on a date: an observation with the release it counts from.

    Attributes:
        observation: the figure.
        release: the id of its release.
        published: the day the world could know it.
        ingested: the moment this store knew it.
        revises: the value that an earlier release gave for the same period, where this one
            differs from it by more than rounding.
    """

    observation: Observation
    release: str
    published: date
    ingested: datetime
    revises: Decimal | None = None


class Aside(NamedTuple):
    """Figures of an indicator that are not part of a line.

    Attributes:
        slot: in what they differ: ``measure``, ``basis``, ``unit``, ``status``, ``region``,
            ``span``, or ``scale`` where a value cannot be of the same thing.
        value: what they have there.
        figures: how many they are.
    """

    slot: str
    value: str
    figures: int


@dataclass(frozen=True, slots=True)
class Series:
    """One line of an indicator, oldest period first.

    Attributes:
        indicator: the catalogue's id, or the name that was asked for.
        measure: the kind of statement.
        unit: the commonest unit; words that only count (个, 座, 家) stand for one another.
        region: the region, ``None`` for the country.
        basis: what changes are compared with.
        vintages: its points, one a period, or all that was said.
        asides: what else the store tells of the indicator.
    """

    indicator: str
    measure: Measure
    unit: str
    region: str | None
    basis: str | None
    vintages: tuple[Vintage, ...]
    asides: tuple[Aside, ...] = ()
