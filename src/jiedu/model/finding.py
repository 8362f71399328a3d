"""One checked claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from jiedu.model.observation import Observation


class Verdict(StrEnum):
    """What recomputing a claim showed."""

    HOLDS = "holds"
    OFF = "off"
    REVISED = "revised"
    COMPARABLE_BASIS = "comparable-basis"
    UNVERIFIABLE = "unverifiable"


@dataclass(frozen=True, slots=True)
class Source:
    """A figure with the place it was published at.

    Attributes:
        release: the id of the release.
        published: when that was published.
        observation: the figure.
        sentence: the words it stands in, or the place in the table.
        cell: whether it is of an imported table; its spans are then of no text.
    """

    release: str
    published: date
    observation: Observation
    sentence: str
    cell: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim, the figures it was held against, and what came of it.

    Attributes:
        rule: the name of the check.
        claim: the figure that was checked.
        evidence: the figures it was recomputed from.
        expected: the interval the claim must meet, ``None`` for an open end.
        verdict: the outcome.
        reason: the sum, written so that a person can follow it.
        reason_zh: the same in Chinese.
    """

    rule: str
    claim: Source
    evidence: tuple[Source, ...]
    expected: tuple[Decimal | None, Decimal | None]
    verdict: Verdict
    reason: str
    reason_zh: str = ""
