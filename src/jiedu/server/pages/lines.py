"""Indicators as pages show them, each made once for a state of the store."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from jiedu.briefings import stretch_of
from jiedu.catalogue import indicator_of
from jiedu.errors import InputError
from jiedu.model import Stretch
from jiedu.server.held import Made
from jiedu.server.pages.drawing import drawn
from jiedu.server.pages.listing import Listed, listed
from jiedu.server.pages.plotting import Plot
from jiedu.server.pages.points import Line, line_of, thing
from jiedu.server.pages.sparks import Spark, spark_of
from jiedu.store import Kinds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.model import Language, Vintage
    from jiedu.server.pages.choosing import Asked
    from jiedu.store import View

_WHOLE = 64  # lines with the texts they stand in, some hundred kilobytes each
_KEPT = 4_000  # lines of indicators, some kilobytes each


class Newest(NamedTuple):
    """The newest figure of an indicator's commonest line.

    Attributes:
        latest: the newest figure.
        spark: its course, where there is one.
    """

    latest: Vintage
    spark: Spark | None


class Chosen(NamedTuple):
    """The line that is asked for.

    Attributes:
        kinds: of all figures that are told of the indicator.
        line: with all that was said along it, ``None`` where the filters leave nothing.
        plot: it as a picture, where there are two figures with a period.
    """

    kinds: tuple[Kinds, ...]
    line: Line | None
    plot: Plot | None


class Lines:
    """The indicators of one store, each made once for a state of it.

    Args:
        view: the store.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._lists: Made[list[Listed]] = Made(2)
        # unlike what Made keeps, these are made in milliseconds, and let no one wait
        self._line = lru_cache(_KEPT)(self._made)
        self._chosen = lru_cache(_WHOLE)(self._choose)
        self._counts = lru_cache(2)(self._by_field)
        self._parts = lru_cache(2)(self._by_total)
        self._names = lru_cache(2)(self._by_name)

    def every(self) -> list[Listed]:
        """All indicators that the store has figures of, in the order of the list."""
        return self._lists.get(self._view.state(), lambda: listed(self._view.indicators()))

    def counts(self) -> Counter[str]:
        """How many indicators each field has, by its key."""
        return self._counts(self._view.state())

    def _by_field(self, state: str) -> Counter[str]:
        del state
        return Counter(row.field for row in self.every())

    def newest(self, rows: Iterable[Listed]) -> list[Newest]:
        """The newest figure of each of some indicators, with its course."""
        state = self._view.state()
        return [self._line(state, row.key, is_hidden(row)) for row in rows]

    def parts(self, indicator_id: str) -> list[Listed]:
        """The parts of a total that the store has figures of, the one with the most first."""
        return self._parts(self._view.state()).get(indicator_id, [])

    def unlisted(self, name: str) -> Listed | None:
        """What is told under a name without an id, though the catalogue knows the name."""
        if indicator_of(name) is None:
            return None
        return self._names(self._view.state()).get(name)

    def _by_name(self, state: str) -> dict[str, Listed]:
        del state
        rows = (row for row in self.every() if row.told.indicator_id is None)
        return {name: row for row in rows for name in row.told.names}

    def _by_total(self, state: str) -> dict[str, list[Listed]]:
        del state
        found: dict[str, list[Listed]] = defaultdict(list)
        for row in sorted(self.every(), key=lambda row: -row.told.figures):
            for parent in row.known.parents if row.known else ():
                found[parent].append(row)
        return found

    def chosen(self, name: str, asked: Asked, language: Language) -> Chosen:
        """The line of an indicator that is asked for, with all that was said along it.

        Raises:
            NotFoundError: where no indicator is called so; names near ones.
            InputError: where a field of the form cannot be understood.
        """
        return self._chosen(self._view.state(), name, asked, language)

    def _choose(self, state: str, name: str, asked: Asked, language: Language) -> Chosen:
        del state
        view, written = self._view, asked.as_written
        wanted, length, day = asked.wanted, asked.length, asked.day
        try:
            told = view.line(name, wanted, span=length, as_of=day, written=written)
        except InputError:
            return Chosen(view.kinds(name, day, written=written), None, None)
        releases = view.releases_of({each.release for each in told.every.vintages}, day)
        line = line_of(told.series, told.every, releases, language)
        return Chosen(told.kinds, line, drawn(line, language))

    def _made(self, state: str, name: str, written: bool) -> Newest:
        del state  # it is what tells one line from the next
        points = self._view.line(name, written=written).series.vintages
        latest = points[-1]
        like = [each for each in points if _alike(each) == _alike(latest)]
        return Newest(latest, spark_of(like))


def _alike(vintage: Vintage) -> tuple[tuple[str | None, str], Stretch]:
    """What figures that share a small line have in common; a year ends what is accumulated."""
    stretch = stretch_of(vintage.observation.period or "")
    return thing(vintage), Stretch.ACCUMULATED if stretch is Stretch.YEAR else stretch


def is_hidden(row: Listed) -> bool:
    """Whether a name without an id would be taken for the indicator that the catalogue calls so."""
    return row.told.indicator_id is None and indicator_of(row.told.name) is not None
