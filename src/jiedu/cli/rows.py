"""Observations as the rows that programs read: stable field names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from jiedu.model import Observation, Reading

FIELDS = (
    "release",
    "published",
    "start",
    "end",
    "indicator",
    "indicator_id",
    "measure",
    "value",
    "unit",
    "bound",
    "period",
    "basis",
    "status",
    "region",
    "speaker",
    "confidence",
    "rule",
    "text",
    "sentence",
)
"""The fields of an observation's row, in their order."""


def observation_row(found: Observation, release: str, published: date, text: str) -> dict[str, Any]:
    """One observation; its value stays a decimal until it is written.

    Args:
        found: the figure.
        release: the id of its release.
        published: when that was published.
        text: the release's text, for the sentence.
    """
    return {
        "release": release,
        "published": published.isoformat(),
        "start": found.span.start,
        "end": found.span.end,
        "indicator": found.indicator,
        "indicator_id": found.indicator_id,
        "measure": found.measure.value,
        "value": found.value,
        "unit": found.unit,
        "bound": found.bound.value,
        "period": found.period,
        "basis": found.basis,
        "status": found.status.value,
        "region": found.region,
        "speaker": found.speaker,
        "confidence": found.confidence,
        "rule": found.rule,
        "text": found.text,
        "sentence": found.sentence.of(text),
    }


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
