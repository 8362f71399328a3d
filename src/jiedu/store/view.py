"""Reading a store."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from jiedu.store.figures_view import FigureView
from jiedu.store.indicators_view import IndicatorView
from jiedu.store.ledger_view import LedgerView
from jiedu.store.originals import OriginalsView
from jiedu.store.pages_view import PagesView
from jiedu.store.panel_view import PanelView
from jiedu.store.releases_view import ReleaseView
from jiedu.store.searching import Filters, found_in, search, turns_of
from jiedu.store.standing_view import StandingView
from jiedu.store.walking import WalkingView

if TYPE_CHECKING:
    from jiedu.model import Found

_ALL = Filters()
_SILENT = 50  # releases that hold the words, for one in which the wanted speaker says them


class View(
    ReleaseView,
    OriginalsView,
    FigureView,
    LedgerView,
    PanelView,
    WalkingView,
    PagesView,
    IndicatorView,
    StandingView,
):
    """A store open for reading: releases, figures, words.

    Args:
        place: the store's file, or the address of a PostgreSQL database.

    Raises:
        StoreError: where there is none, or it cannot be read.
    """

    def search(self, query: str, filters: Filters = _ALL, limit: int = 20) -> list[Found]:
        """The newest releases that hold words, with the places of the words.

        Args:
            query: words told apart by spaces, which must all be there.
            filters: what the search is narrowed to.
            limit: how many releases.

        Raises:
            InputError: where there is nothing to search for.
        """
        found: list[Found] = []
        with self._reading() as connection:
            more = limit if filters.speaker is None else limit * _SILENT
            rows = search(connection, query, filters, more)
            while some := list(islice(rows, max(0, limit - len(found)))):
                spoken = turns_of(connection, [row.key for row, _ in some])
                items = (
                    found_in(row, spans, spoken[row.key], filters.speaker) for row, spans in some
                )
                found += [item for item in items if item.hits]
        return found
