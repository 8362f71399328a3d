"""An entry of the ledger as flat rows: what is exported and printed as a table."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.model.outcome import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.model.ledger import Entry


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One outcome of a measure, with the measure; several goals of one clause are several rows.

    Attributes:
        release: the id of the release that announces the measure.
        published: when that was published.
        start: where the clause starts in the release's text, in code points.
        end: where it ends, likewise.
        action: the leading verbs.
        object: what is done.
        owner: who does it, where the clause says.
        deadline: the period by which it is due, in ISO 8601, or ``None``.
        targets: the starts of the numerals to reach, with spaces between.
        instrument: the programme or document, where there is one.
        speaker: who said it.
        text: the clause.
        region: the province or city it is of, ``None`` for the country.
        target: the start of the numeral that the outcome is about, ``None`` for the whole.
        outcome: how far it has come.
        percent: how much of the goal is reached, where that can be said.
        reason: why the outcome follows.
        evidence_release: the release of the first place of evidence; ``None`` without evidence,
            as are the next three.
        evidence_start: where that place starts in its text, in code points.
        evidence_end: where it ends, likewise.
        evidence_sentence: its sentence.
    """

    release: str
    published: date
    start: int
    end: int
    action: str
    object: str
    owner: str | None
    deadline: str | None
    targets: str
    instrument: str | None
    speaker: str | None
    text: str
    region: str | None
    target: int | None
    outcome: State
    percent: Decimal | None
    reason: str
    evidence_release: str | None
    evidence_start: int | None
    evidence_end: int | None
    evidence_sentence: str | None


LEDGER_FIELDS = tuple(field.name for field in fields(LedgerRow))
"""The fields of a row, in the order in which every row has them."""


def ledger_rows(entry: Entry) -> Iterator[LedgerRow]:
    """A measure as one row an outcome; evidence is the first place that is shown."""
    promise = entry.promise
    commitment = promise.commitment
    for outcome in entry.outcomes:
        first = outcome.evidence[0] if outcome.evidence else None
        yield LedgerRow(
            release=promise.release,
            published=promise.published,
            start=commitment.span.start,
            end=commitment.span.end,
            action=commitment.action,
            object=commitment.object,
            owner=commitment.owner,
            deadline=commitment.deadline,
            targets=" ".join(map(str, commitment.targets)),
            instrument=commitment.instrument,
            speaker=commitment.speaker,
            text=promise.text,
            region=promise.region,
            target=outcome.target,
            outcome=outcome.state,
            percent=outcome.percent,
            reason=outcome.reason,
            evidence_release=first.release if first else None,
            evidence_start=first.span.start if first else None,
            evidence_end=first.span.end if first else None,
            evidence_sentence=first.sentence if first else None,
        )
