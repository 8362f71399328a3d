"""Observations as the rows that programs read: stable field names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jiedu.model import FIELDS, LEDGER_FIELDS, ledger_rows, record_of

if TYPE_CHECKING:
    from datetime import date

    from jiedu.model import Commitment, Entry, Observation, Outcome, Reading, Record, Turn


def observation_row(found: Observation, release: str, published: date, text: str) -> dict[str, Any]:
    """One observation; its value stays a decimal until it is written.

    Args:
        found: the figure.
        release: the id of its release.
        published: when that was published.
        text: the release's text, for the sentence.
    """
    return record_row(record_of(found, release, published, found.sentence.of(text)))


def record_row(record: Record) -> dict[str, Any]:
    """A figure of a text or of a table; its values stay what they are until they are written."""
    return {name: getattr(record, name) for name in FIELDS}


def reading_rows(reading: Reading) -> list[dict[str, Any]]:
    """The observations of a reading."""
    release = reading.release
    return [
        observation_row(found, release.id, release.published, release.text)
        for found in reading.observations
    ]


def turn_row(found: Turn) -> dict[str, Any]:
    """One stretch of speech."""
    return {
        "start": found.span.start,
        "end": found.span.end,
        "role": found.role.value,
        "speaker": found.speaker,
    }


def commitment_row(found: Commitment, release: str, published: date, text: str) -> dict[str, Any]:
    """One measure.

    Args:
        found: the measure.
        release: the id of its release.
        published: when that was published.
        text: its clause.
    """
    return {
        "release": release,
        "published": published.isoformat(),
        "start": found.span.start,
        "end": found.span.end,
        "action": found.action,
        "object": found.object,
        "owner": found.owner,
        "deadline": found.deadline,
        "targets": list(found.targets),
        "instrument": found.instrument,
        "speaker": found.speaker,
        "text": text,
    }


def commitment_rows(reading: Reading) -> list[dict[str, Any]]:
    """The commitments of a reading."""
    release = reading.release
    return [
        commitment_row(found, release.id, release.published, found.span.of(release.text))
        for found in reading.commitments
    ]


COMMITMENT_FIELDS = (
    "release", "published", "start", "end", "action", "object", "owner", "deadline", "targets",
    "instrument", "speaker", "text",
)  # fmt: skip


def flat_commitment_row(row: dict[str, Any]) -> dict[str, Any]:
    """A measure as a row of a table, which has no lists."""
    return {**row, "targets": " ".join(map(str, row["targets"]))}


def entry_row(entry: Entry) -> dict[str, Any]:
    """A measure with what became of it."""
    promise = entry.promise
    row = commitment_row(promise.commitment, promise.release, promise.published, promise.text)
    return {**row, "region": promise.region, "outcomes": list(map(outcome_row, entry.outcomes))}


def outcome_row(found: Outcome) -> dict[str, Any]:
    """What became of one goal, or of a measure without one."""
    return {
        "target": found.target,
        "outcome": found.state.value,
        "percent": found.percent,
        "evidence": [
            {
                "release": place.release,
                "start": place.span.start,
                "end": place.span.end,
                "sentence": place.sentence,
            }
            for place in found.evidence
        ],
        "reason": found.reason,
    }


def flat_entry_rows(entry: Entry) -> list[dict[str, Any]]:
    """A measure as one row an outcome, for tables: evidence is the first place that is shown."""
    return [{name: getattr(row, name) for name in LEDGER_FIELDS} for row in ledger_rows(entry)]
