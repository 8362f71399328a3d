"""What a person says about a link between a measure and a later sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jiedu.model.outcome import Evidence, State


class Ruling(StrEnum):
    """What a person decides."""

    CONFIRM = "confirm"
    """the link holds, whatever is found later"""
    REJECT = "reject"
    """the sentence says nothing about the measure"""
    ADD = "add"
    """a link that was not found"""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision; the newest about a link wins, and all are kept.

    Attributes:
        release: the id of the release that announces the measure.
        start: where its clause starts.
        target: the start of the goal's numeral, or ``None`` for the whole measure.
        ruling: what was decided.
        evidence: the later sentence.
        state: what the sentence makes of the measure; ``None`` where it is rejected.
        note: the person's reason.
        made: when it was decided, in UTC.
    """

    release: str
    start: int
    target: int | None
    ruling: Ruling
    evidence: Evidence
    state: State | None
    note: str
    made: datetime
