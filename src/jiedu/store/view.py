"""Reading a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.store import codec
from jiedu.store.figures_view import FigureView
from jiedu.store.ledger_view import LedgerView
from jiedu.store.pages_view import PagesView
from jiedu.store.panel_view import PanelView
from jiedu.store.releases_view import ReleaseView
from jiedu.store.searching import Filters, found_in, search, turns_query
from jiedu.store.standing_view import StandingView
from jiedu.store.walking import WalkingView

if TYPE_CHECKING:
    from jiedu.model import Found

_ALL = Filters()


class View(ReleaseView, FigureView, LedgerView, PanelView, WalkingView, PagesView, StandingView):
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
            more = limit if filters.speaker is None else limit * 50
            for row, spans in list(search(connection, query, filters, more)):
                spoken = connection.execute(turns_query(row.key)).mappings()
                item = found_in(row, spans, list(map(codec.turn_of, spoken)), filters.speaker)
                if item.hits:
                    found.append(item)
                if len(found) == limit:
                    break
        return found
