"""Readings and failures → the four tables of a part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from jiedu.batch.columns import COMMITMENTS, FAILURES, OBSERVATIONS, RELEASES, SCHEMAS, TABLES
from jiedu.exports.arrow import SCHEMA, batches
from jiedu.exports.rows import commitment_row, turn_row
from jiedu.model import Reading, record_of

if TYPE_CHECKING:
    from jiedu.batch.items import Item
    from jiedu.errors import JieduError
    from jiedu.model import Commitment, Observation, Release

Row = dict[str, Any]
_HELD = 1024  # figures and measures that are not packed yet


class Gathered:
    """What is read of a part, until it is written.

    A text that came before in the part is not read again: its row says which release it is.
    """

    def __init__(self) -> None:
        self._count = 0
        self._observations: list[tuple[int, Release, Observation]] = []
        self._rows: dict[str, list[Row]] = {RELEASES: [], COMMITMENTS: [], FAILURES: []}
        self._packed: dict[str, list[pa.Table]] = {name: [] for name in TABLES}
        self._known: dict[str, str] = {}

    def knows(self, release: Release) -> bool:
        """Whether its text came before."""
        return release.sha256 in self._known

    def add(self, item: Item, reading: Reading) -> None:
        """Add a reading."""
        row = self._count
        release = reading.release
        self._known[release.sha256] = release.id
        self._add_release(_release_row(item, reading, None))
        self._observations += [(row, release, found) for found in reading.observations]
        self._rows[COMMITMENTS] += [
            _commitment_row(row, release, found) for found in reading.commitments
        ]
        if len(self._observations) + len(self._rows[COMMITMENTS]) > _HELD:
            self._pack()

    def repeat(self, item: Item, release: Release) -> None:
        """Add a release whose text came before, of which nothing was read."""
        unread = Reading(release, (), (), ())
        self._add_release(_release_row(item, unread, self._known[release.sha256]))

    def fail(self, item: Item, error: JieduError) -> None:
        """Add what could not be read."""
        self._rows[FAILURES].append(failure_row(item.source, item.place, error, item.name))

    def tables(self) -> dict[str, pa.Table]:
        """The tables by their names."""
        self._pack()
        return {
            name: pa.concat_tables(some).combine_chunks() for name, some in self._packed.items()
        }

    def _add_release(self, row: Row) -> None:
        self._rows[RELEASES].append(row)
        self._count += 1

    def _pack(self) -> None:
        """Turn what was added into columns, which take a tenth of the memory."""
        self._packed[OBSERVATIONS].append(_figures(self._observations))
        self._observations = []
        for name, rows in self._rows.items():
            self._packed[name].append(_table(name, rows))
            self._rows[name] = []


def _figures(observations: list[tuple[int, Release, Observation]]) -> pa.Table:
    records = (
        record_of(found, release.id, release.published, found.sentence.of(release.text))
        for _, release, found in observations
    )
    figures = pa.Table.from_batches(batches(records, SCHEMA), SCHEMA)
    schema = SCHEMAS[OBSERVATIONS]
    own = {
        "sentence_start": [found.sentence.start for _, _, found in observations],
        "sentence_end": [found.sentence.end for _, _, found in observations],
        "release_row": [row for row, _, _ in observations],
    }
    for name, values in own.items():
        figures = figures.append_column(schema.field(name), pa.array(values, pa.int64()))
    return figures


def failure_row(source: str, place: int, error: JieduError, release: str | None = None) -> Row:
    """What could not be read, and why, as a row."""
    return {
        "source": source,
        "place": place,
        "release": release,
        "error": type(error).__name__,
        "reason": error.message,
        "hint": error.hint or None,
    }


def failures_table(rows: list[Row]) -> pa.Table:
    """Such rows as a table."""
    return _table(FAILURES, rows)


def _table(name: str, rows: list[Row]) -> pa.Table:
    return pa.Table.from_pylist(rows, SCHEMAS[name])


def _release_row(item: Item, reading: Reading, same_as: str | None) -> Row:
    release = reading.release
    original = release.original
    return {
        "release": release.id,
        "title": release.title,
        "published": release.published,
        "publisher": release.publisher,
        "region": release.region,
        "url": release.url,
        "sha256": release.sha256,
        "same_as": same_as,
        "source": item.source,
        "place": item.place,
        "original_type": original.media_type if original else None,
        "original": original.data if original else None,
        "turns": list(map(turn_row, reading.turns)),
        "points": [
            {
                "start": point.span.start,
                "end": point.span.end,
                "marker": point.marker,
                "level": point.level,
            }
            for point in reading.points
        ],
        "text": release.text,
    }


def _commitment_row(row: int, release: Release, found: Commitment) -> Row:
    told = commitment_row(found, release.id, release.published, found.span.of(release.text))
    return {**told, "published": release.published, "release_row": row}
