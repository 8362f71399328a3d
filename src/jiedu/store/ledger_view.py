"""Reading a store: readings one by one, what people decided, what was found before."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from jiedu.model import Evidence, Judgement, Outcome, Reading, Ruling, Span, State
from jiedu.store import codec
from jiedu.store.figures import figures_query
from jiedu.store.newest import counting_reading, newest_version
from jiedu.store.opened import Opened
from jiedu.store.schema import (
    commitments,
    judgements,
    observations,
    outcome_evidence,
    outcomes,
    readings,
    releases,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from sqlalchemy import Connection, Select

    from jiedu.model import Commitment, Observation

_BATCH = 200  # releases that are held at once


class LedgerView(Opened):
    """What the ledger of measures is made from, and what was written into it."""

    def readings(
        self,
        as_of: date | None = None,
        *,
        figures: bool = True,
        about: Collection[str] | None = None,
        of: Collection[str] | None = None,
    ) -> Iterator[Reading]:
        """What was read from each release's newest version, in the order of their days.

        Turns and points are left out; at most some hundred releases are held at once.

        Args:
            as_of: what was published by then; everything where it is not given.
            figures: whether observations are wanted.
            about: only releases with a measure whose object holds one of these words.
            of: only the releases of these ids.
        """
        wanted = (
            select(releases.c.key)
            .where(newest_version(as_of))
            .order_by(releases.c.published, releases.c.id)
        )
        if about is not None:
            wanted = wanted.where(releases.c.key.in_(_speaking_of(about)))
        if of is not None:
            wanted = wanted.where(releases.c.id.in_(sorted(of)))
        with self._reading() as connection:
            keys = list(connection.execute(wanted).scalars())
            yield from readings_of(connection, keys, as_of, figures=figures)

    def texts_about(
        self, words: Collection[str], as_of: date | None = None
    ) -> list[tuple[str, date, str, str]]:
        """The releases with a measure whose object holds one of some words.

        Args:
            words: the words.
            as_of: what was published by then; everything where it is not given.

        Returns:
            The id, the day, the title with the publisher, and the text of each, newest first.
        """
        query = (
            select(
                releases.c.id,
                releases.c.published,
                releases.c.title,
                releases.c.publisher,
                releases.c.text,
            )
            .where(newest_version(as_of), releases.c.key.in_(_speaking_of(words)))
            .order_by(releases.c.published.desc(), releases.c.id)
        )
        with self._reading() as connection:
            return [
                (row.id, row.published, f"{row.title} {row.publisher or ''}", row.text)
                for row in connection.execute(query)
            ]

    def judgements(self) -> list[Judgement]:
        """What people decided about links, oldest first."""
        query = select(judgements).order_by(judgements.c.key)
        with self._reading() as connection:
            return [_judgement_of(row) for row in connection.execute(query).mappings()]

    def outcomes(self, release_id: str, start: int) -> list[Outcome]:
        """Every outcome that was written down for a measure, oldest first.

        Args:
            release_id: the release that announces it.
            start: where its clause starts.
        """
        query = (
            select(outcomes)
            .join(commitments, outcomes.c.commitment_key == commitments.c.key)
            .join(readings, commitments.c.reading_key == readings.c.key)
            .join(releases, readings.c.release_key == releases.c.key)
            .where(releases.c.id == release_id, commitments.c.start == start)
            .order_by(outcomes.c.key)
        )
        with self._reading() as connection:
            rows = connection.execute(query).mappings().all()
            evidence = _evidence(connection, [row["key"] for row in rows])
        return [codec.outcome_of(row, evidence[row["key"]]) for row in rows]


def readings_of(
    connection: Connection, keys: Sequence[int], as_of: date | None, *, figures: bool = True
) -> Iterator[Reading]:
    """What was read from some releases, in the order of their keys in the list.

    Args:
        connection: to the store.
        keys: of the releases' versions.
        as_of: the day whose figures count.
        figures: whether observations are wanted.
    """
    for start in range(0, len(keys), _BATCH):
        some = keys[start : start + _BATCH]
        told = _told(connection, some, as_of) if figures else {}
        yield from _some(connection, some, told)


def _speaking_of(words: Collection[str]) -> Select[Any]:
    """The releases with a measure whose object holds one of some words."""
    holds = or_(*(commitments.c.object.contains(word, autoescape=True) for word in words))
    return (
        select(readings.c.release_key)
        .join(commitments, commitments.c.reading_key == readings.c.key)
        .where(holds)
    )


def _told(
    connection: Connection, keys: Sequence[int], as_of: date | None
) -> dict[str, list[Observation]]:
    """The figures of some releases, by release."""
    found: dict[str, list[Observation]] = defaultdict(list)
    query = figures_query(as_of).where(releases.c.key.in_(keys)).order_by(observations.c.start)
    for row in connection.execute(query).mappings():
        found[row["release"]].append(codec.observation_of(row))
    return found


def _some(
    connection: Connection, keys: Sequence[int], told: Mapping[str, Sequence[Observation]]
) -> Iterator[Reading]:
    promised: dict[int, list[Commitment]] = defaultdict(list)
    query = (
        select(readings.c.release_key, *(commitments.c[name] for name in codec.COMMITMENT))
        .join(readings, commitments.c.reading_key == readings.c.key)
        .where(readings.c.release_key.in_(keys), counting_reading())
        .order_by(commitments.c.start)
    )
    for release_key, *cells in connection.execute(query):
        promised[release_key].append(codec.commitment_from(*cells))
    texts = select(releases).where(releases.c.key.in_(keys))
    rows = {row["key"]: row for row in connection.execute(texts).mappings()}
    for key in keys:
        release = codec.release_of(rows[key])
        found = tuple(told.get(release.id, ()))
        yield Reading(release, (), (), found, tuple(promised.get(key, ())))


def _evidence(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[Evidence, ...]]:
    found: dict[int, list[Evidence]] = defaultdict(list)
    start, end = outcome_evidence.c.start, outcome_evidence.c.end
    query = (
        select(
            outcome_evidence, releases.c.id, func.substr(releases.c.text, start + 1, end - start)
        )
        .join(releases, outcome_evidence.c.release_key == releases.c.key)
        .where(outcome_evidence.c.outcome_key.in_(keys))
        .order_by(outcome_evidence.c.outcome_key, outcome_evidence.c.place)
    )
    for row in connection.execute(query):
        found[row.outcome_key].append(Evidence(row.id, Span(row.start, row.end), row[-1]))
    return defaultdict(tuple, {key: tuple(places) for key, places in found.items()})


def _judgement_of(row: Any) -> Judgement:
    span = Span(row["evidence_start"], row["evidence_end"])
    return Judgement(
        row["release"],
        row["start"],
        row["target"],
        Ruling(row["ruling"]),
        Evidence(row["evidence_release"], span, row["evidence_sentence"]),
        State(row["state"]) if row["state"] else None,
        row["note"],
        row["made"],
    )
