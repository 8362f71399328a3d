"""Reading a store: which indicators it has figures of, and which kinds of figures of one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from jiedu.model import Told
from jiedu.store import codec
from jiedu.store.figures import counting, is_of, kinds_of, known_as, named, records_query
from jiedu.store.gathered import Lined, gather
from jiedu.store.lines import Wanted
from jiedu.store.opened import Opened
from jiedu.store.schema import names, observations, readings, reference_records, releases

if TYPE_CHECKING:
    from datetime import date

    from jiedu.model import Record
    from jiedu.store.lines import Kinds, PeriodSpan

_ANY = Wanted()


class IndicatorView(Opened):
    """What the store can be asked about."""

    def indicators(self) -> list[Told]:
        """Every indicator with a figure that counts, the one with the most first.

        Names that differ only in filling words are of one indicator, as for `series`.
        """
        query = (
            select(
                observations.c.indicator_id,
                names.c.name,
                names.c.plain,
                func.count().label("figures"),
            )
            .join(readings, observations.c.reading_key == readings.c.key)
            .join(releases, readings.c.release_key == releases.c.key)
            .join(names, observations.c.name_key == names.c.key)
            .where(counting(None, None))
            .group_by(observations.c.indicator_id, names.c.name, names.c.plain)
        )
        told: dict[tuple[str | None, str], list[tuple[int, str]]] = defaultdict(list)
        with self._reading() as connection:
            for indicator_id, name, plain, figures in connection.execute(query):
                told[indicator_id, "" if indicator_id else plain].append((-figures, name))
        return sorted(map(_told, told, map(sorted, told.values())), key=_most)

    def kinds(
        self, indicator: str, as_of: date | None = None, *, written: bool = False
    ) -> tuple[Kinds, ...]:
        """The kinds of figures that are told of an indicator, the commonest first.

        Args:
            indicator: as for `series`.
            as_of: what was published by then; everything where it is not given.
            written: only figures without an id whose name is this one.

        Raises:
            NotFoundError: where no indicator is called so; names near ones.
        """
        with self._reading() as connection:
            mine = is_of(connection, indicator, observations, written=written)
            return tuple(kinds_of(connection, mine, as_of, None))

    def line(
        self,
        indicator: str,
        wanted: Wanted = _ANY,
        *,
        span: PeriodSpan | None = None,
        as_of: date | None = None,
        written: bool = False,
    ) -> Lined:
        """One line of an indicator both ways, with the kinds that it was chosen from.

        Args:
            indicator: as for `series`, like the others.
            wanted: the measure, basis, region and status.
            span: how long the periods are.
            as_of: what was published by then.
            written: only figures without an id whose name is this one.

        Raises:
            NotFoundError: where no indicator is called so; names near ones.
            InputError: where nothing is left by what was asked for.
        """
        with self._reading() as connection:
            gathered = gather(connection, indicator, wanted, span, as_of, written=written)
        return Lined(gathered.kinds, gathered.series(), gathered.every())

    def cells(
        self, indicator: str, as_of: date | None = None, *, written: bool = False
    ) -> list[Record]:
        """The figures of imported tables of the same id or name, oldest period first.

        Args:
            indicator: an id, a name or an alias; none where tables tell nothing of it.
            as_of: what was published by then; everything where it is not given.
            written: only figures without an id whose name is this one.
        """
        known = None if written else known_as(indicator)
        ids, words = ([known.id], []) if known else ([], [indicator])
        query = records_query(as_of).order_by(reference_records.c.period)
        with self._reading() as connection:
            return [
                codec.record_of_row(row)
                for mine in named(connection, ids, words, reference_records)
                for row in connection.execute(query.where(mine)).mappings()
            ]


def _told(key: tuple[str | None, str], counted: list[tuple[int, str]]) -> Told:
    written = tuple(name for _, name in counted)
    return Told(key[0], written[0], written, -sum(figures for figures, _ in counted))


def _most(told: Told) -> tuple[int, str, str]:
    return -told.figures, told.indicator_id or "", told.name
