"""One checked claim."""

from __future__ import annotations

from dataclasses import dataclass
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
class Finding:
    """A claim, the figures it was held against, and what came of it.

    Attributes:
        rule: the name of the check.
        claim: the observation that was checked.
        evidence: the observations it was recomputed from.
        expected: the interval the claim must meet, ``None`` for an open end.
        verdict: the outcome.
        reason: the sum, written so that a person can follow it.
    """

    rule: str
    claim: Observation
    evidence: tuple[Observation, ...]
    expected: tuple[Decimal | None, Decimal | None]
    verdict: Verdict
    reason: str
