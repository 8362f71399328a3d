"""Answers and the places of a search as the rows that programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jiedu.exports.rows import commitment_row, entry_row, record_row
from jiedu.model import record_of

if TYPE_CHECKING:
    from jiedu.model import Answer, Found, Hit, Promise

HIT_FIELDS = (
    "release", "published", "publisher", "region", "title", "start", "end", "speaker", "context",
)  # fmt: skip


def answer_row(answer: Answer) -> dict[str, Any]:
    """An answer with its figures and measures."""
    return {
        "question": answer.question,
        "answer": answer.answer,
        "value": answer.value,
        "unit": answer.unit,
        "observations": [
            record_row(record_of(fact.observation, fact.release, fact.published, fact.sentence))
            for fact in answer.observations
        ],
        "commitments": [_measure_row(answer, made) for made in answer.commitments],
        "reason": answer.reason,
        "assisted": answer.assisted or None,
    }


def _measure_row(answer: Answer, made: Promise) -> dict[str, Any]:
    """A measure of an answer, with what became of it where the answer says so."""
    for entry in answer.entries:
        if entry.promise == made:
            return entry_row(entry)
    return commitment_row(made.commitment, made.release, made.published, made.text)


def hit_row(found: Found, hit: Hit) -> dict[str, Any]:
    """One place that a search found."""
    release = found.release
    return {
        "release": release.id,
        "published": release.published.isoformat(),
        "publisher": release.publisher,
        "region": release.region,
        "title": release.title,
        "start": hit.span.start,
        "end": hit.span.end,
        "speaker": hit.speaker,
        "context": hit.context.of(release.text),
    }
