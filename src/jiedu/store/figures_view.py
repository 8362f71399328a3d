"""Reading a store: the figures of an indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.model import record_of
from jiedu.store import codec
from jiedu.store.figures import (
    figures_query,
    is_of,
    named,
    of_time_and_place,
    records_query,
    sentence,
)
from jiedu.store.gathered import gather, told
from jiedu.store.lines import Wanted
from jiedu.store.opened import Opened
from jiedu.store.schema import observations, reference_records, reference_tables, releases

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from jiedu.model import Record, Series, Source, Vintage
    from jiedu.store.lines import PeriodSpan

_STREAMED = 1_000
_ANY = Wanted()


class FigureView(Opened):
    """Figures over time: all that was said, one line of it, imported tables."""

    def vintages(
        self,
        indicator: str,
        *,
        measure: str | None = None,
        basis: str | None = None,
        region: str | None = None,
        as_of: date | None = None,
        run: str | None = None,
    ) -> list[Vintage]:
        """Every figure of an indicator that was known on a day, oldest period first.

        Args:
            indicator: an id, name or alias of the catalogue; else a name as the texts write
                it; where none is the same, names holding it.
            measure: one kind of statement only.
            basis: one basis only.
            region: one region only.
            as_of: what was published by then; everything where it is not given.
            run: what one extractor read, or ``assisted``; the grammar's last reading else.

        Raises:
            NotFoundError: where no indicator is called so; names near ones.
        """
        with self._reading() as connection:
            query = figures_query(as_of, run).where(is_of(connection, indicator, observations))
            for column, value in (
                (observations.c.measure, measure),
                (observations.c.basis, basis),
                (observations.c.region, region),
            ):
                if value is not None:
                    query = query.where(column == value)
            return told(connection, query)

    def series(
        self,
        indicator: str,
        wanted: Wanted = _ANY,
        *,
        span: PeriodSpan | None = None,
        as_of: date | None = None,
        run: str | None = None,
        every: bool = False,
        sure: float = 0.0,
    ) -> Series:
        """One line of an indicator.

        Args:
            indicator: an id, name or alias of the catalogue; else a name as the texts write
                it; where none is the same, names holding it.
            wanted: the measure, basis, region and status; the commonest where it is not said.
            span: how long the periods are; all of them where it is not given.
            as_of: what was published by then; everything where it is not given.
            run: what one extractor read, or ``assisted``; the grammar's last reading else.
            every: all that was said, revisions marked, and not one point a period.
            sure: figures at least so likely to be right; those without a word on it are.

        Raises:
            NotFoundError: where no indicator is called so; names near ones.
            InputError: where nothing is left by what was asked for.
        """
        with self._reading() as connection:
            gathered = gather(connection, indicator, wanted, span, as_of, run, sure)
        return gathered.every() if every else gathered.series()

    def records(
        self, indicator: str | None = None, as_of: date | None = None, run: str | None = None
    ) -> Iterator[Record]:
        """Every figure that counts with its sentence, release by release, for exports.

        Args:
            indicator: one indicator only, named as for `vintages`.
            as_of: what was published by then; everything where it is not given.
            run: what one extractor read, or ``assisted``; the grammar's last reading else.

        Raises:
            NotFoundError: where no indicator is called so.
        """
        with self._reading() as connection:
            query = figures_query(as_of, run).add_columns(sentence())
            if indicator is not None:
                query = query.where(is_of(connection, indicator, observations))
            query = query.order_by(releases.c.published, releases.c.key, observations.c.start)
            streamed = connection.execution_options(yield_per=_STREAMED).execute(query)
            for row in streamed.mappings():
                item = codec.vintage_of(row)
                yield record_of(item.observation, item.release, item.published, row["sentence"])

    def sources(
        self,
        ids: Collection[str],
        names_: Collection[str],
        periods: Collection[str],
        regions: Collection[str],
        *,
        until: date | None = None,
        without: Collection[str] = (),
    ) -> list[Source]:
        """Figures of some indicators and periods, of releases and of tables, as evidence.

        Args:
            ids: of the indicators.
            names_: of indicators without an id, as texts write them.
            periods: the periods, as they are written.
            regions: the regions; figures of the country count beside theirs.
            until: the last day of publication.
            without: releases and tables whose figures do not count.
        """
        with self._reading() as connection:
            texts = figures_query(until).add_columns(sentence())
            texts = texts.where(of_time_and_place(observations, periods, regions))
            cells = records_query(until)
            cells = cells.where(of_time_and_place(reference_records, periods, regions))
            if until is not None:
                cells = cells.where(reference_records.c.published <= until)
            if without:
                texts = texts.where(releases.c.id.not_in(without))
                cells = cells.where(
                    reference_tables.c.id.not_in(without),
                    reference_records.c.release.not_in(without),
                )
            return [
                made(row)
                for table, query, made in (
                    (observations, texts, codec.source_of),
                    (reference_records, cells, codec.cell_of),
                )
                for mine in named(connection, ids, names_, table)
                for row in connection.execute(query.where(mine)).mappings()
            ]

    def sources_of(self, ids: Collection[str], until: date | None = None) -> list[Source]:
        """Every figure of some indicators, with its sentence.

        Args:
            ids: of the indicators.
            until: the last day of publication.
        """
        with self._reading() as connection:
            query = figures_query(until).add_columns(sentence())
            query = query.where(observations.c.indicator_id.in_(sorted(ids)))
            return [codec.source_of(row) for row in connection.execute(query).mappings()]

    def sources_in(self, periods: Collection[str], until: date | None = None) -> list[Source]:
        """Every figure of some periods, with its sentence.

        Args:
            periods: the periods, as they are written.
            until: the last day of publication.
        """
        with self._reading() as connection:
            query = figures_query(until).add_columns(sentence())
            query = query.where(observations.c.period.in_(sorted(periods)))
            return [codec.source_of(row) for row in connection.execute(query).mappings()]

    def figures_of(self, release_id: str) -> list[Source]:
        """The figures of a release's newest version, with their sentences."""
        with self._reading() as connection:
            query = figures_query().add_columns(sentence())
            query = query.where(releases.c.id == release_id).order_by(observations.c.start)
            return [codec.source_of(row) for row in connection.execute(query).mappings()]

    def references(self, indicator: str, as_of: date | None = None) -> list[Record]:
        """The figures of an indicator in imported tables, oldest period first.

        Raises:
            NotFoundError: where no figure is called so; names near ones.
        """
        with self._reading() as connection:
            mine = is_of(connection, indicator, reference_records)
            query = records_query(as_of).where(mine).order_by(reference_records.c.period)
            return [codec.record_of_row(row) for row in connection.execute(query).mappings()]

    def all_references(self, as_of: date | None = None) -> Iterator[Record]:
        """The figures of all imported tables, in the order of the tables."""
        query = records_query(as_of).order_by(reference_records.c.key)
        with self._reading() as connection:
            streamed = connection.execution_options(yield_per=_STREAMED).execute(query)
            for row in streamed.mappings():
                yield codec.record_of_row(row)
