"""The figures of one line as they were found, and the series that they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from jiedu.errors import InputError
from jiedu.model import Aside, Indicator, Series, Vintage
from jiedu.store import codec
from jiedu.store.figures import figures_query, is_of, kinds_of, known_as
from jiedu.store.lines import Kinds, choose, in_scale, is_of_span, one_a_period, place
from jiedu.store.revisions import marked
from jiedu.store.schema import observations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import Connection, Select

    from jiedu.store.lines import PeriodSpan, Wanted


class Lined(NamedTuple):
    """A line with what it was chosen from.

    Attributes:
        kinds: the kinds of figures that are told of the indicator, the commonest first.
        series: one figure a period.
        every: the same line with all that was said, revisions marked.
    """

    kinds: tuple[Kinds, ...]
    series: Series
    every: Series


@dataclass(frozen=True, slots=True)
class Gathered:
    """The figures of one line.

    Attributes:
        name: the catalogue's id, or what was asked for.
        known: the indicator, where the catalogue knows it.
        kind: the commonest kind among them.
        region: the region that was asked for.
        told: the figures, oldest period first.
        asides: what is told of the indicator otherwise.
        kinds: all kinds of figures that are told of it, the commonest first.
    """

    name: str
    known: Indicator | None
    kind: Kinds
    region: str | None
    told: tuple[Vintage, ...]
    asides: tuple[Aside, ...]
    kinds: tuple[Kinds, ...]

    def series(self) -> Series:
        """One figure a period; what is out of scale is set aside."""
        kept, out = in_scale(self.told)
        scale = (Aside("scale", "", len(out)),) if out else ()
        return self._series(one_a_period(kept, self.known), (*self.asides, *scale))

    def every(self) -> Series:
        """All that was said, revisions marked."""
        return self._series(marked(self.told), self.asides)

    def _series(self, vintages: Sequence[Vintage], asides: tuple[Aside, ...]) -> Series:
        kind = self.kind
        return Series(
            self.name, kind.measure, kind.unit, self.region, kind.basis, tuple(vintages), asides
        )


def gather(
    connection: Connection,
    indicator: str,
    wanted: Wanted,
    span: PeriodSpan | None,
    as_of: date | None,
    run: str | None = None,
    sure: float = 0.0,
    *,
    written: bool = False,
) -> Gathered:
    """The figures of the line that is wanted.

    Args:
        connection: to the store.
        indicator: an id, a name or an alias.
        wanted: the measure, basis, region and status.
        span: how long the periods are; all of them where it is not given.
        as_of: what was published by then.
        run: what one extractor read.
        sure: figures at least so likely to be right.
        written: only figures without an id whose name is this one.

    Raises:
        NotFoundError: where no indicator is called so; names near ones.
        InputError: where nothing is left by what was asked for.
    """
    known = None if written else known_as(indicator)
    mine = is_of(connection, indicator, observations, written=written)
    every = kinds_of(connection, mine, as_of, run)
    kinds, asides = choose(every, wanted, known)
    if not kinds:
        raise _nothing_left(indicator, asides)
    found = told(connection, figures_query(as_of, run).where(mine, _of_line(kinds)))
    kept = tuple(
        item
        for item in found
        if _is_sure(item, sure) and (span is None or is_of_span(item.observation.period, span))
    )
    if not kept:
        raise _nothing_left(indicator, asides)
    name = known.id if known else indicator
    return Gathered(name, known, kinds[0], wanted.region, kept, tuple(asides), tuple(every))


def told(connection: Connection, query: Select[Any]) -> list[Vintage]:
    """The figures of a query, oldest period first."""
    found = [codec.vintage_of(row) for row in connection.execute(query).mappings()]
    return sorted(found, key=place)


def _of_line(kinds: list[Kinds]) -> Any:
    first = kinds[0]
    units = {item.unit for item in kinds}
    mine = (
        (observations.c.measure == first.measure.value)
        & (observations.c.status == first.status.value)
        & observations.c.unit.in_(units)
    )
    regions = {item.region for item in kinds}
    if len(regions) == 1:
        mine &= observations.c.region.is_not_distinct_from(first.region)
    bases = {item.basis for item in kinds}
    if len(bases) == 1:
        mine &= observations.c.basis.is_not_distinct_from(first.basis)
    return mine


def _is_sure(item: Vintage, least: float) -> bool:
    confidence = item.observation.confidence
    return confidence is None or confidence >= least


def _nothing_left(indicator: str, asides: Sequence[Aside]) -> InputError:
    """What to say where filters leave no figure of an indicator."""
    others = sorted({f"{item.slot} {item.value or 'none'}" for item in asides})
    hint = f"there are figures of {', '.join(others)}" if others else "the store holds no others"
    return InputError(f"no figure of {indicator!r} is left by these filters", hint=hint)
