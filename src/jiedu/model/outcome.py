"""What became of a commitment."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from jiedu.model.span import Span


class State(StrEnum):
    """How far a commitment has come."""

    ANNOUNCED = "announced"
    PROGRESS = "progress"
    ACHIEVED = "achieved"
    MISSED = "missed"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A later place that speaks about a commitment: the release and the characters."""

    release: str
    span: Span
    sentence: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The state of one target of a commitment, or of the whole where it has no number.

    Attributes:
        target: the start of the target's numeral, or ``None``.
        state: how far it has come.
        percent: how much of the target is reached, where that can be said.
        evidence: the sentences it rests on.
        reason: why the state follows from them.
        reason_zh: the same in Chinese; empty for an outcome that the store kept, which holds
            the reason alone. It makes no difference between two outcomes.
    """

    target: int | None
    state: State
    percent: Decimal | None
    evidence: tuple[Evidence, ...]
    reason: str
    reason_zh: str = field(default="", compare=False)
