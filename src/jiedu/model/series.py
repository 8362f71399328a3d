"""Observations of one thing over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from jiedu.model.observation import Measure, Observation


@dataclass(frozen=True, slots=True)
class Vintage:
    """What was known on a date: an observation with the release it counts from.

    Attributes:
        observation: the figure.
        release: the id of its release.
        published: the day the world could know it.
        ingested: the moment this store knew it.
    """

    observation: Observation
    release: str
    published: date
    ingested: datetime


@dataclass(frozen=True, slots=True)
class Series:
    """The vintages of one indicator, measure, unit, region and basis, oldest period first."""

    indicator: str
    measure: Measure
    unit: str
    region: str | None
    basis: str | None
    vintages: tuple[Vintage, ...]
