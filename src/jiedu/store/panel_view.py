"""Reading a store: what a panel is filled with."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, case, func, or_, select, true

from jiedu.model import Status
from jiedu.store import codec
from jiedu.store.figures import figures_query, records_query, sentence
from jiedu.store.grams import plain, runs
from jiedu.store.index import parts
from jiedu.store.ledger_view import readings_of
from jiedu.store.names import plain_name
from jiedu.store.newest import counting_reading, newest_version
from jiedu.store.opened import Opened
from jiedu.store.schema import (
    commitments,
    names,
    observations,
    readings,
    reference_records,
    releases,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sqlalchemy import ColumnElement, Connection, Table

    from jiedu.model import Observation, Reading, Release, Source

_MOST = 500  # keys in one statement


class Announced(NamedTuple):
    """How many measures a release of a region announces.

    Attributes:
        region: the province or city.
        release: the release's id.
        published: when it was published.
        measures: how many.
        targets: how many of them have a figure to reach.
    """

    region: str
    release: str
    published: date
    measures: int
    targets: int


class PanelView(Opened):
    """Figures by id or by words, releases by the names they hold, measures by region."""

    def sources_called(
        self,
        ids: Collection[str],
        words: Collection[Collection[str]] = (),
        *,
        regions: Collection[str] | None = (),
        until: date | None = None,
    ) -> list[Source]:
        """Figures of some indicators, and those without an id whose names hold some words.

        Figures of texts and of imported tables.

        Args:
            ids: of the indicators.
            words: lists of words; a name must hold all of one list.
            regions: whose figures count beside the country's; ``None`` for all.
            until: the last day of publication.
        """
        texts = figures_query(until).add_columns(sentence())
        cells = records_query(until)
        if until is not None:
            cells = cells.where(reference_records.c.published <= until)
        with self._reading() as connection:
            return [
                made(row)
                for table, query, made in (
                    (observations, texts, codec.source_of),
                    (reference_records, cells, codec.cell_of),
                )
                for mine in _called(connection, table, ids, words)
                for row in connection.execute(query.where(mine, _of(table, regions))).mappings()
            ]

    def readings_naming(
        self,
        words: Collection[str],
        until: date | None = None,
        *,
        also: Collection[str] = (),
        without: Collection[str] = (),
    ) -> list[Reading]:
        """The measures of each release that may hold one of some words, without its figures.

        Args:
            words: each holds a letter, a digit or a Chinese character.
            until: the last day of publication.
            also: ids of further releases.
            without: ids of releases that are not wanted.

        Returns:
            What was read from them, oldest first.
        """
        asked = [[part for part in plain(word).split() if runs(part)] for word in words]
        alternatives = [some for some in asked if some]
        with self._reading() as connection:
            held: dict[int, tuple[date, str]] = {}
            for wanted in self._naming(connection, alternatives, also, until):
                held.update((row.key, (row.published, row.id)) for row in wanted)
            ordered = sorted(held, key=held.__getitem__)
            kept = [key for key in ordered if held[key][1] not in without]
            return list(readings_of(connection, kept, until, figures=False))

    def _naming(
        self,
        connection: Connection,
        alternatives: list[list[str]],
        also: Collection[str],
        until: date | None,
    ) -> Iterator[Iterable[Any]]:
        columns = (releases.c.key, releases.c.id, releases.c.published)
        if alternatives:
            for part in parts(connection, alternatives, None, until):
                found = part.statement(part.places).with_only_columns(*columns)
                yield connection.execute(found.where(newest_version(until)))
        ids = sorted(also)
        for start in range(0, len(ids), _MOST):
            mine = releases.c.id.in_(ids[start : start + _MOST])
            yield connection.execute(select(*columns).where(mine, newest_version(until)))

    def goals_of(
        self, ids: Collection[str], until: date | None = None
    ) -> dict[str, list[Observation]]:
        """The figures of some releases that are no facts, in the order of the texts, by release.

        Args:
            ids: of the releases.
            until: the last day of publication.
        """
        found: dict[str, list[Observation]] = defaultdict(list)
        wanted = sorted(ids)
        query = figures_query(until).where(observations.c.status != Status.ACTUAL.value)
        with self._reading() as connection:
            for start in range(0, len(wanted), _MOST):
                mine = query.where(releases.c.id.in_(wanted[start : start + _MOST]))
                for row in connection.execute(mine.order_by(observations.c.start)).mappings():
                    found[row["release"]].append(codec.observation_of(row))
        return found

    def releases_of(self, ids: Collection[str], until: date | None = None) -> dict[str, Release]:
        """The newest versions of some releases by id.

        Args:
            ids: of the releases.
            until: the last day of publication.
        """
        found: dict[str, Release] = {}
        wanted = sorted(ids)
        with self._reading() as connection:
            for start in range(0, len(wanted), _MOST):
                mine = releases.c.id.in_(wanted[start : start + _MOST])
                query = select(releases).where(mine, newest_version(until))
                rows = connection.execute(query).mappings()
                found |= {row["id"]: codec.release_of(row) for row in rows}
        return found

    def announced(self, until: date | None = None) -> list[Announced]:
        """How many measures each release of a province or city announces, oldest first."""
        has_target = case((commitments.c.targets != "", 1), else_=0)
        query = (
            select(
                releases.c.region,
                releases.c.id,
                releases.c.published,
                func.count(commitments.c.key),
                func.sum(has_target),
            )
            .join(readings, readings.c.release_key == releases.c.key)
            .join(commitments, commitments.c.reading_key == readings.c.key)
            .where(releases.c.region.is_not(None), newest_version(until), counting_reading())
            .group_by(releases.c.region, releases.c.id, releases.c.published)
            .order_by(releases.c.published, releases.c.id)
        )
        with self._reading() as connection:
            return [
                Announced(row[0], row[1], row[2], row[3], int(row[4]))
                for row in connection.execute(query)
            ]


def _of(table: Table, regions: Collection[str] | None) -> ColumnElement[bool]:
    """What tells figures of the country and of some regions; all where none are named."""
    if regions is None:
        return true()
    mine = table.c.region.is_(None)
    return or_(mine, table.c.region.in_(sorted(regions))) if regions else mine


def _called(
    connection: Connection, table: Table, ids: Collection[str], words: Collection[Collection[str]]
) -> Iterator[ColumnElement[bool]]:
    """What tells figures by id, then by name; a database finds each by an index of its own."""
    if ids:
        yield table.c.indicator_id.in_(sorted(ids))
    asked = [some for some in words if some]
    if not asked:
        return
    holding = (and_(*map(_holds, some)) for some in asked)
    keys = list(connection.execute(select(names.c.key).where(or_(*holding))).scalars())
    for start in range(0, len(keys), _MOST):
        some = keys[start : start + _MOST]
        yield and_(table.c.indicator_id.is_(None), table.c.name_key.in_(some))


def _holds(word: str) -> ColumnElement[bool]:
    """What tells names that hold a word, as it is or without filling words."""
    return or_(
        names.c.name.contains(word, autoescape=True),
        names.c.plain.contains(plain_name(word), autoescape=True),
    )
