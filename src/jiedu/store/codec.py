"""What crosses the store ↔ rows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jiedu.model import (
    Bound,
    Commitment,
    Measure,
    Observation,
    Outcome,
    Point,
    Record,
    Release,
    Role,
    Source,
    Span,
    State,
    Status,
    Turn,
    Vintage,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jiedu.model import Evidence

# a figure is read faster by these than by calling the types
_MEASURES = {measure.value: measure for measure in Measure}
_BOUNDS = {bound.value: bound for bound in Bound}
_STATUSES = {status.value: status for status in Status}


def _figure_slots(found: Observation | Record, name_key: int) -> dict[str, Any]:
    """The columns that a text's figure and a table's have in common."""
    return {
        "name_key": name_key,
        "indicator_id": found.indicator_id,
        "measure": found.measure.value,
        "value": str(found.value),
        "unit": found.unit,
        "bound": found.bound.value,
        "period": found.period,
        "basis": found.basis,
        "status": found.status.value,
        "text": found.text,
        "speaker": found.speaker,
        "region": found.region,
        "confidence": found.confidence,
        "rule": found.rule,
    }


def _slots_of(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Those columns, joined with the name, as the slots of an observation or a record."""
    return {
        "indicator": row["name"],
        "indicator_id": row["indicator_id"],
        "measure": _MEASURES[row["measure"]],
        "value": Decimal(row["value"]),
        "unit": row["unit"],
        "bound": _BOUNDS[row["bound"]],
        "period": row["period"],
        "basis": row["basis"],
        "status": _STATUSES[row["status"]],
        "text": row["text"],
        "speaker": row["speaker"],
        "region": row["region"],
        "confidence": row["confidence"],
        "rule": row["rule"],
    }


def observation_row(found: Observation, reading_key: int, name_key: int) -> dict[str, Any]:
    """An observation as a row of a reading."""
    return {
        "reading_key": reading_key,
        "start": found.span.start,
        "end": found.span.end,
        "sentence_start": found.sentence.start,
        "sentence_end": found.sentence.end,
        **_figure_slots(found, name_key),
    }


def observation_of(row: Mapping[Any, Any]) -> Observation:
    """A row, joined with its name, as the observation that was saved."""
    return Observation(
        span=Span(row["start"], row["end"]),
        sentence=Span(row["sentence_start"], row["sentence_end"]),
        **_slots_of(row),
    )


def vintage_of(row: Mapping[Any, Any]) -> Vintage:
    """A row, joined with its name and its release, as what was known on a date."""
    return Vintage(observation_of(row), row["release"], row["published"], row["ingested"])


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


def turn_row(turn: Turn, reading_key: int) -> dict[str, Any]:
    """A turn as a row of a reading."""
    return {
        "reading_key": reading_key,
        "start": turn.span.start,
        "end": turn.span.end,
        "role": turn.role.value,
        "speaker": turn.speaker,
    }


def turn_of(row: Mapping[Any, Any]) -> Turn:
    """A row as a turn."""
    return Turn(Span(row["start"], row["end"]), Role(row["role"]), row["speaker"])


def point_row(point: Point, reading_key: int) -> dict[str, Any]:
    """An enumerated item as a row of a reading."""
    return {
        "reading_key": reading_key,
        "start": point.span.start,
        "end": point.span.end,
        "marker": point.marker,
        "level": point.level,
    }


def point_of(row: Mapping[Any, Any]) -> Point:
    """A row as an enumerated item."""
    return Point(Span(row["start"], row["end"]), row["marker"], row["level"])


def commitment_row(found: Commitment, reading_key: int) -> dict[str, Any]:
    """A commitment as a row of a reading."""
    return {
        "reading_key": reading_key,
        "start": found.span.start,
        "end": found.span.end,
        "action": found.action,
        "object": found.object,
        "owner": found.owner,
        "deadline": found.deadline,
        "targets": " ".join(map(str, found.targets)),
        "instrument": found.instrument,
        "speaker": found.speaker,
    }


def commitment_of(row: Mapping[Any, Any]) -> Commitment:
    """A row as the commitment that was saved."""
    return Commitment(
        span=Span(row["start"], row["end"]),
        action=row["action"],
        object=row["object"],
        owner=row["owner"],
        deadline=row["deadline"],
        targets=tuple(map(int, row["targets"].split())),
        instrument=row["instrument"],
        speaker=row["speaker"],
    )


COMMITMENT = ("start", "end", "action", "object", "owner", "deadline", "targets", "instrument",
              "speaker")  # fmt: skip
"""The columns of a commitment, in the order in which `commitment_from` takes them."""


def commitment_from(
    start: int,
    end: int,
    action: str,
    thing: str,
    owner: str | None,
    deadline: str | None,
    targets: str,
    instrument: str | None,
    speaker: str | None,
) -> Commitment:
    """The columns of a row as the commitment that was saved: faster than by their names."""
    goals = tuple(map(int, targets.split())) if targets else ()
    span = Span(start, end)
    return Commitment(span, action, thing, owner, deadline, goals, instrument, speaker)


def record_row(found: Record, table_key: int, name_key: int) -> dict[str, Any]:
    """A record of an imported table as a row."""
    return {
        "table_key": table_key,
        "release": found.release,
        "published": found.published,
        "start": found.start,
        "end": found.end,
        "sentence": found.sentence,
        **_figure_slots(found, name_key),
    }


def record_of_row(row: Mapping[Any, Any]) -> Record:
    """A row, joined with its name, as the record that was imported."""
    return Record(
        release=row["release"],
        published=row["published"],
        start=row["start"],
        end=row["end"],
        sentence=row["sentence"],
        **_slots_of(row),
    )


def source_of(row: Mapping[Any, Any]) -> Source:
    """A row, joined with its name, its release and its sentence, as evidence."""
    return Source(row["release"], row["published"], observation_of(row), row["sentence"])


def cell_of(row: Mapping[Any, Any]) -> Source:
    """A row of an imported table, joined with its name, as evidence: its cell is its sentence."""
    found = Observation(
        span=Span(0, len(row["text"])), sentence=Span(0, len(row["sentence"])), **_slots_of(row)
    )
    return Source(row["release"], row["published"], found, row["sentence"], cell=True)


def outcome_of(row: Mapping[Any, Any], evidence: tuple[Evidence, ...]) -> Outcome:
    """A row as the outcome that was written down."""
    percent = Decimal(row["percent"]) if row["percent"] is not None else None
    return Outcome(row["target"], State(row["state"]), percent, evidence, row["reason"])
