"""Writing the ledger: outcomes where they changed, and what people decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, insert, select

from jiedu.model import State
from jiedu.store.newest import counting_reading, newest_version
from jiedu.store.schema import commitments, outcome_evidence, outcomes, readings, releases

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Connection

    from jiedu.model import Entry, Judgement, Outcome

_Place = tuple[str, int]


class _Written(NamedTuple):
    """What was written last of a goal."""

    state: str
    reason: str


def judgement_row(made: Judgement) -> dict[str, Any]:
    """A person's decision as a row."""
    return {
        "release": made.release,
        "start": made.start,
        "target": made.target,
        "ruling": made.ruling.value,
        "evidence_release": made.evidence.release,
        "evidence_start": made.evidence.span.start,
        "evidence_end": made.evidence.span.end,
        "evidence_sentence": made.evidence.sentence,
        "state": made.state.value if made.state else None,
        "note": made.note,
        "made": made.made,
    }


def add_outcomes(connection: Connection, entries: Iterable[Entry], now: datetime) -> int:
    """Add the outcomes that are not what was written last.

    A measure that nobody has spoken of yet is not written down as announced: its own row says so.

    Returns:
        How many were added.
    """
    keys = _commitment_keys(connection)
    last = _last(connection)
    sources = _newest_releases(connection)
    added = 0
    for entry in entries:
        key = keys.get((entry.promise.release, entry.promise.commitment.span.start))
        if key is None:
            continue
        for outcome in entry.outcomes:
            written = last.get((key, outcome.target))
            if not _is_news(outcome, written):
                continue
            _add(connection, key, outcome, sources, now)
            added += 1
    return added


def _is_news(outcome: Outcome, written: _Written | None) -> bool:
    if written is None:
        return outcome.state is not State.ANNOUNCED
    return written != (outcome.state.value, outcome.reason)


def _add(
    connection: Connection, key: int, outcome: Outcome, sources: dict[str, int], now: datetime
) -> None:
    values = {
        "commitment_key": key,
        "target": outcome.target,
        "state": outcome.state.value,
        "percent": str(outcome.percent) if outcome.percent is not None else None,
        "reason": outcome.reason,
        "ingested": now,
    }
    new = connection.execute(insert(outcomes).values(values)).inserted_primary_key
    assert new is not None
    places = [
        {
            "outcome_key": new[0],
            "place": place,
            "release_key": sources[evidence.release],
            "start": evidence.span.start,
            "end": evidence.span.end,
        }
        for place, evidence in enumerate(outcome.evidence)
    ]
    if places:
        connection.execute(insert(outcome_evidence), places)


def _commitment_keys(connection: Connection) -> dict[_Place, int]:
    query = (
        select(releases.c.id, commitments.c.start, commitments.c.key)
        .join(readings, commitments.c.reading_key == readings.c.key)
        .join(releases, readings.c.release_key == releases.c.key)
        .where(newest_version(), counting_reading())
    )
    return {(row.id, row.start): row.key for row in connection.execute(query)}


def _last(connection: Connection) -> dict[tuple[int, int | None], _Written]:
    newest = (
        select(func.max(outcomes.c.key))
        .group_by(outcomes.c.commitment_key, outcomes.c.target)
        .scalar_subquery()
    )
    query = select(outcomes).where(outcomes.c.key.in_(newest))
    return {
        (row.commitment_key, row.target): _Written(row.state, row.reason)
        for row in connection.execute(query)
    }


def _newest_releases(connection: Connection) -> dict[str, int]:
    query = select(releases.c.id, releases.c.key).where(newest_version())
    return {row.id: row.key for row in connection.execute(query)}
