"""Observations and releases ↔ rows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jiedu.model import Bound, Measure, Observation, Release, Span, Status

if TYPE_CHECKING:
    from collections.abc import Mapping


def observation_row(found: Observation, release_key: int) -> dict[str, Any]:
    """An observation as a row of its release's version."""
    return {
        "release_key": release_key,
        "start": found.span.start,
        "end": found.span.end,
        "indicator": found.indicator,
        "indicator_id": found.indicator_id,
        "measure": found.measure.value,
        "value": str(found.value),
        "unit": found.unit,
        "bound": found.bound.value,
        "period": found.period,
        "basis": found.basis,
        "status": found.status.value,
        "text": found.text,
        "sentence_start": found.sentence.start,
        "sentence_end": found.sentence.end,
        "speaker": found.speaker,
        "region": found.region,
        "confidence": found.confidence,
        "rule": found.rule,
    }


def observation_of(row: Mapping[Any, Any]) -> Observation:
    """A row as the observation that was saved."""
    return Observation(
        span=Span(row["start"], row["end"]),
        indicator=row["indicator"],
        measure=Measure(row["measure"]),
        value=Decimal(row["value"]),
        unit=row["unit"],
        bound=Bound(row["bound"]),
        period=row["period"],
        basis=row["basis"],
        status=Status(row["status"]),
        text=row["text"],
        sentence=Span(row["sentence_start"], row["sentence_end"]),
        speaker=row["speaker"],
        region=row["region"],
        indicator_id=row["indicator_id"],
        confidence=row["confidence"],
        rule=row["rule"],
    )


def release_of(row: Mapping[Any, Any]) -> Release:
    """A row as the version of the release that was saved."""
    return Release(
        id=row["id"],
        title=row["title"],
        published=row["published"],
        text=row["text"],
        sha256=row["sha256"],
        publisher=row["publisher"],
        region=row["region"],
        url=row["url"],
    )
