"""One announced measure."""

from __future__ import annotations

from dataclasses import dataclass

from jiedu.model.span import Span


@dataclass(frozen=True, slots=True)
class Commitment:
    """What somebody will do, is doing or asks for.

    Attributes:
        span: the clause, without closing punctuation and list marker.
        action: the leading verb or verbs as written.
        object: what it is done to.
        owner: who does it, where the text names one for this clause.
        deadline: the period by which it is due, in ISO 8601, or ``None``.
        targets: the starts of the numerals in it that are observations with status target.
        instrument: the named programme or document the clause creates or runs.
        speaker: who said it.
    """

    span: Span
    action: str
    object: str
    owner: str | None
    deadline: str | None
    targets: tuple[int, ...]
    instrument: str | None
    speaker: str | None = None
