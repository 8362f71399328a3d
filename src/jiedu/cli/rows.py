"""Observations as the rows that programs read: stable field names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jiedu.model import FIELDS, record_of

if TYPE_CHECKING:
    from datetime import date

    from jiedu.model import Observation, Reading, Record


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


def commitment_rows(reading: Reading) -> list[dict[str, Any]]:
    """The commitments of a reading."""
    release = reading.release
    return [
        {
            "release": release.id,
            "published": release.published.isoformat(),
            "start": found.span.start,
            "end": found.span.end,
            "action": found.action,
            "object": found.object,
            "owner": found.owner,
            "deadline": found.deadline,
            "targets": list(found.targets),
            "instrument": found.instrument,
            "speaker": found.speaker,
            "text": found.span.of(release.text),
        }
        for found in reading.commitments
    ]
