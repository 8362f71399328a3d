"""Reading a store: the newest version of each release and its figures."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from jiedu.catalogue import indicator_of
from jiedu.errors import NotFoundError
from jiedu.lexicon import closing_day
from jiedu.model import Vintage
from jiedu.store.codec import observation_of, release_of
from jiedu.store.engine import explained, open_engine
from jiedu.store.names import matching
from jiedu.store.schema import observations, releases

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import date
    from pathlib import Path

    from sqlalchemy import ColumnElement, Connection, Select

    from jiedu.model import Observation, Release

_MOST_NAMED = 10_000  # SQLite takes some 32,000 values in one statement


class View:
    """A store open for reading.

    Args:
        path: the store file.

    Raises:
        StoreError: where there is none, or it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = open_engine(path, create=False)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _connection(self) -> AbstractContextManager[Connection]:
        return self._engine.connect()

    def release(self, release_id: str) -> Release:
        """The newest version of a release.

        Raises:
            NotFoundError: where the store holds none of that id; names near ones.
        """
        query = (
            select(releases)
            .where(releases.c.id == release_id)
            .order_by(releases.c.version.desc())
            .limit(1)
        )
        with explained(self.path), self._connection() as connection:
            row = connection.execute(query).mappings().first()
            if row is not None:
                return release_of(row)
            ids = list(connection.execute(select(releases.c.id).distinct()).scalars())
        raise _not_found("release", release_id, ids)

    def versions(self, release_id: str) -> list[Release]:
        """Every version of a release, oldest first."""
        query = select(releases).where(releases.c.id == release_id).order_by(releases.c.version)
        with explained(self.path), self._connection() as connection:
            return [release_of(row) for row in connection.execute(query).mappings()]

    def count(self) -> tuple[int, int]:
        """How many releases and figures the newest versions hold."""
        newest = _newest().subquery()
        figures = (
            select(func.count())
            .select_from(observations)
            .join(newest, observations.c.release_key == newest.c.key)
        )
        with explained(self.path), self._connection() as connection:
            held = connection.execute(select(func.count()).select_from(newest)).scalar_one()
            return held, connection.execute(figures).scalar_one()

    def observations(self, release_id: str) -> tuple[Observation, ...]:
        """The figures of a release's newest version, in the order of the text."""
        self.release(release_id)
        newest = _newest().subquery()
        query = (
            select(observations)
            .join(newest, observations.c.release_key == newest.c.key)
            .where(newest.c.id == release_id)
            .order_by(observations.c.start, observations.c.key)
        )
        with explained(self.path), self._connection() as connection:
            return tuple(observation_of(row) for row in connection.execute(query).mappings())

    def vintages(
        self,
        indicator: str,
        *,
        measure: str | None = None,
        basis: str | None = None,
        region: str | None = None,
        as_of: date | None = None,
    ) -> list[Vintage]:
        """Every figure of an indicator that was known on a day, oldest period first.

        Args:
            indicator: an id, name or alias of the catalogue; else a name as the texts write
                it; where none is the same, names holding it.
            measure: one kind of statement only.
            basis: one basis only.
            region: one region only.
            as_of: what was published by then; everything where it is not given.

        Raises:
            NotFoundError: where no indicator is called so; names near ones.
        """
        with explained(self.path), self._connection() as connection:
            query = _series_query(as_of).where(_is_of(connection, indicator))
            for column, value in (
                (observations.c.measure, measure),
                (observations.c.basis, basis),
                (observations.c.region, region),
            ):
                if value is not None:
                    query = query.where(column == value)
            found = [_vintage(row) for row in connection.execute(query).mappings()]
        return sorted(found, key=_place)

    def texts(self, release_ids: set[str], as_of: date | None = None) -> dict[str, str]:
        """The texts of some releases as they stood on a day, for quoting."""
        newest = _newest(as_of).subquery()
        query = select(releases.c.id, releases.c.text).join(newest, releases.c.key == newest.c.key)
        found: dict[str, str] = {}
        wanted = sorted(release_ids)
        with explained(self.path), self._connection() as connection:
            for start in range(0, len(wanted), _MOST_NAMED):
                some = query.where(releases.c.id.in_(wanted[start : start + _MOST_NAMED]))
                found.update((row.id, row.text) for row in connection.execute(some))
        return found


def _newest(as_of: date | None = None) -> Select[Any]:
    """The keys of the newest versions, of those that were published by a day."""
    last = select(releases.c.id, func.max(releases.c.version).label("version"))
    if as_of is not None:
        last = last.where(releases.c.published <= as_of)
    each = last.group_by(releases.c.id).subquery()
    return select(releases.c.key, releases.c.id).join(
        each, (releases.c.id == each.c.id) & (releases.c.version == each.c.version)
    )


def _is_of(connection: Connection, wanted: str) -> ColumnElement[bool]:
    """What tells the observations of an indicator: its id where figures have it, else its name.

    Raises:
        NotFoundError: where no figure is called so; names near ones.
    """
    known = indicator_of(wanted)
    if known is not None:
        of_id = observations.c.indicator_id == known.id
        if connection.execute(select(observations.c.key).where(of_id).limit(1)).first():
            return of_id
    names = list(connection.execute(select(observations.c.indicator).distinct()).scalars())
    same = matching(wanted, names)
    if not same:
        raise _not_found("indicator", wanted, names)
    return observations.c.indicator.in_(same)


def _series_query(as_of: date | None) -> Select[Any]:
    newest = _newest(as_of).subquery()
    return (
        select(
            observations,
            releases.c.id.label("release"),
            releases.c.published,
            releases.c.ingested,
        )
        .join(releases, observations.c.release_key == releases.c.key)
        .join(newest, releases.c.key == newest.c.key)
    )


def _vintage(row: Any) -> Vintage:
    return Vintage(observation_of(row), row["release"], row["published"], row["ingested"])


def _place(vintage: Vintage) -> tuple[str, str, str, int]:
    found = vintage.observation
    period = found.period
    last = closing_day(period) if period else ""
    return (last, period or "", vintage.published.isoformat(), found.span.start)


def _not_found(kind: str, wanted: str, known: list[str]) -> NotFoundError:
    near = get_close_matches(wanted, known, n=3, cutoff=0.4)
    hint = f"near ones: {'; '.join(near)}" if near else "the store holds none like it"
    return NotFoundError(f"the store holds no {kind} {wanted!r}", hint=hint)
