"""What a list shows of an indicator: its newest figure, and the course of those like it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import indicator_of
from jiedu.server.held import Made
from jiedu.server.pages.listing import Listed, listed
from jiedu.server.pages.sparks import Spark, spark_of
from jiedu.store import plain_name

if TYPE_CHECKING:
    from jiedu.model import Vintage
    from jiedu.store import View

_KEPT = 4_000  # lines of indicators, some kilobytes each


class Line(NamedTuple):
    """The newest figure of an indicator's commonest line.

    Attributes:
        latest: the newest figure.
        spark: its course, where there is one.
    """

    latest: Vintage
    spark: Spark | None


class Lines:
    """The indicators of one store, each made once for a state of it.

    Args:
        view: the store.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._lists: Made[list[Listed]] = Made(2)
        self._line = lru_cache(_KEPT)(self._made)  # unlike Made it lets no one wait

    def every(self) -> list[Listed]:
        """All indicators that the store has figures of, in the order of the list."""
        return self._lists.get(self._view.state(), lambda: listed(self._view.indicators()))

    def of(self, row: Listed) -> Line:
        """The newest figure of an indicator, with its course."""
        return self._line(self._view.state(), row.key, is_hidden(row))

    def _made(self, state: str, name: str, written: bool) -> Line:
        del state  # it is what tells one line from the next
        points = self._view.series(name, written=written).vintages
        latest = points[-1]
        return Line(latest, spark_of([each for each in points if thing(each) == thing(latest)]))


def thing(vintage: Vintage) -> tuple[str | None, str]:
    """What a figure of a line is of: the region, and the indicator."""
    found = vintage.observation
    return found.region, found.indicator_id or plain_name(found.indicator)


def is_hidden(row: Listed) -> bool:
    """Whether a name without an id would be taken for the indicator that the catalogue calls so."""
    return row.told.indicator_id is None and indicator_of(row.told.name) is not None
