"""The one writer: adds versions, readings and tables, changes nothing; drops a run when told to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select

from jiedu.errors import NotFoundError
from jiedu.store.codec import commitment_row, observation_row, point_row, record_row, turn_row
from jiedu.store.engine import explained, open_engine
from jiedu.store.index import put
from jiedu.store.ledger_rows import add_outcomes, judgement_row
from jiedu.store.naming import Names
from jiedu.store.originals import add_original
from jiedu.store.place import place_of
from jiedu.store.places import Place
from jiedu.store.saved import Saved
from jiedu.store.schema import (
    commitments,
    finding_evidence,
    findings,
    judgements,
    observations,
    outcome_evidence,
    outcomes,
    points,
    readings,
    reference_records,
    reference_tables,
    releases,
    turns,
)
from jiedu.store.texts import refuse_text, refuse_unsavable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from sqlalchemy import Connection, Select

    from jiedu.model import Entry, Judgement, Reading, Release, Table


class Writer:
    """A store open for writing; use it as a context manager.

    Args:
        place: the store's file, which is made where there is none, or the address of a
            PostgreSQL database.

    Raises:
        StoreError: where it cannot be opened or written.
    """

    def __init__(self, place: Path | str) -> None:
        self.place = place_of(place)
        self._engine = open_engine(self.place, create=True)
        self._names = Names()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._engine.dispose()

    def save(self, reading: Reading, extractor: str = "") -> Saved:
        """Add a reading; once this returns it is in the store, whole, and no kill undoes it.

        The same text under the same id, read by the same extractor, changes nothing. Another
        text is a new version, another extractor a new reading; the old ones are kept.

        Args:
            reading: the release and what was read from it.
            extractor: what read it; all readings by one are a run.

        Raises:
            InputError: where a text of the release is none that every store can hold.
            StoreError: where it cannot be written.
        """
        with explained(self.place), self._names.kept(), self._engine.begin() as connection:
            return self._add(connection, reading, extractor)

    def save_table(self, table: Table) -> Saved:
        """Add an imported table; the same file under the same id changes nothing.

        Raises:
            InputError: where one of its texts is none that every store can hold.
            StoreError: where it cannot be written.
        """
        with explained(self.place), self._names.kept(), self._engine.begin() as connection:
            return self._add_table(connection, table)

    def save_judgement(self, made: Judgement) -> None:
        """Add what a person decided about a link; earlier decisions are kept.

        Raises:
            StoreError: where it cannot be written.
        """
        with explained(self.place), self._engine.begin() as connection:
            connection.execute(insert(judgements), judgement_row(made))

    def save_outcomes(self, entries: Iterable[Entry]) -> int:
        """Write down what became of measures, where it is not what was written last.

        Returns:
            How many outcomes were added; earlier ones are kept.

        Raises:
            StoreError: where it cannot be written.
        """
        with explained(self.place), self._engine.begin() as connection:
            return add_outcomes(connection, entries, _now())

    def drop_run(self, extractor: str) -> int:
        """Forget what an extractor read, and all that rests on it; the releases stay.

        Returns:
            How many readings were dropped.

        Raises:
            NotFoundError: where the store holds no reading by it.
        """
        mine = select(readings.c.key).where(readings.c.extractor == extractor)
        with explained(self.place), self._engine.begin() as connection:
            count = connection.execute(select(func.count()).select_from(mine.subquery())).scalar()
            if not count:
                raise NotFoundError(
                    f"the store holds no run {extractor!r}", hint="jiedu runs lists them"
                )
            _drop(connection, mine)
            return int(count)

    def _add(self, connection: Connection, reading: Reading, extractor: str) -> Saved:
        release = reading.release
        refuse_text(release.id, "id", release.id)
        same = (releases.c.id == release.id) & (releases.c.sha256 == release.sha256)
        key = connection.execute(select(releases.c.key).where(same)).scalar()
        saved = Saved.REREAD
        if key is None:
            refuse_unsavable(release, release.id)  # one that is held was savable then
            last = _last_version(connection, releases, release.id)
            saved = Saved.CHANGED if last else Saved.NEW
            key = _add_release(connection, release, last + 1)
        elif connection.execute(
            select(readings.c.key).where(
                readings.c.release_key == key, readings.c.extractor == extractor
            )
        ).first():
            return Saved.UNCHANGED
        self._add_reading(connection, reading, key, extractor)
        return saved

    def _add_reading(
        self, connection: Connection, reading: Reading, release_key: int, extractor: str
    ) -> None:
        added = insert(readings).values(
            release_key=release_key, extractor=extractor, ingested=_now()
        )
        key = connection.execute(added).inserted_primary_key[0]  # type: ignore[index]
        keys = self._names.keys(connection, {item.indicator for item in reading.observations})
        rows = {
            turns: [turn_row(item, key) for item in reading.turns],
            points: [point_row(item, key) for item in reading.points],
            observations: [
                observation_row(item, key, keys[item.indicator]) for item in reading.observations
            ],
            commitments: [commitment_row(item, key) for item in reading.commitments],
        }
        for table, added_rows in rows.items():
            if added_rows:
                connection.execute(insert(table), added_rows)

    def _add_table(self, connection: Connection, table: Table) -> Saved:
        refuse_text(table.id, "id", table.id)
        same = (reference_tables.c.id == table.id) & (reference_tables.c.sha256 == table.sha256)
        if connection.execute(select(reference_tables.c.key).where(same)).first():
            return Saved.UNCHANGED
        refuse_unsavable(table, table.id)
        for item in table.records:
            refuse_unsavable(item, table.id)
        last = _last_version(connection, reference_tables, table.id)
        added = insert(reference_tables).values(
            id=table.id,
            version=last + 1,
            sha256=table.sha256,
            title=table.title,
            published=table.published,
            ingested=_now(),
            publisher=table.publisher,
            url=table.url,
        )
        key = connection.execute(added).inserted_primary_key[0]  # type: ignore[index]
        keys = self._names.keys(connection, {item.indicator for item in table.records})
        rows = [record_row(item, key, keys[item.indicator]) for item in table.records]
        if rows:
            connection.execute(insert(reference_records), rows)
        return Saved.CHANGED if last else Saved.NEW


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _last_version(connection: Connection, table: Any, wanted: str) -> int:
    found = connection.execute(select(func.max(table.c.version)).where(table.c.id == wanted))
    return found.scalar() or 0


def _add_release(connection: Connection, release: Release, version: int) -> int:
    added = insert(releases).values(
        id=release.id,
        version=version,
        sha256=release.sha256,
        title=release.title,
        published=release.published,
        ingested=_now(),
        publisher=release.publisher,
        region=release.region,
        url=release.url,
        text=release.text,
    )
    key: int = connection.execute(added).inserted_primary_key[0]  # type: ignore[index]
    put(connection, Place(release.published, key), release.text)
    if release.original is not None:
        add_original(connection, key, release.original)
    return key


def _drop(connection: Connection, mine: Select[tuple[int]]) -> None:
    """Drop readings, what hangs on them first."""
    figures = select(observations.c.key).where(observations.c.reading_key.in_(mine))
    checked = select(findings.c.key).where(findings.c.observation_key.in_(figures))
    promised = select(commitments.c.key).where(commitments.c.reading_key.in_(mine))
    became = select(outcomes.c.key).where(outcomes.c.commitment_key.in_(promised))
    resting = select(finding_evidence.c.finding_key).where(
        finding_evidence.c.observation_key.in_(figures)
    )
    lost = list(connection.execute(checked.union(resting)).scalars())
    for start in range(0, len(lost), 1000):
        some = lost[start : start + 1000]
        connection.execute(delete(finding_evidence).where(finding_evidence.c.finding_key.in_(some)))
        connection.execute(delete(findings).where(findings.c.key.in_(some)))
    connection.execute(delete(outcome_evidence).where(outcome_evidence.c.outcome_key.in_(became)))
    connection.execute(delete(outcomes).where(outcomes.c.commitment_key.in_(promised)))
    for table in (commitments, observations, points, turns):
        connection.execute(delete(table).where(table.c.reading_key.in_(mine)))
    connection.execute(delete(readings).where(readings.c.key.in_(mine)))
