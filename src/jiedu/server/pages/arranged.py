"""The findings and the ledger of a store in the order of their pages, made once a state of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.server.pages.board import Board, board_of
from jiedu.server.pages.book import Book, book_of
from jiedu.server.pages.later import Later

if TYPE_CHECKING:
    from datetime import date

    from jiedu.server.held import Held


class Arranged:
    """What pages show of the findings and the ledger of one store.

    Args:
        held: the store.
    """

    def __init__(self, held: Held) -> None:
        self._held = held
        self._boards: Later[Board] = Later()
        self._books: Later[Book] = Later()

    def board(self) -> Board | None:
        """What checking every release shows, held against later ones too; ``None`` meanwhile."""
        held = self._held
        return self._boards.get(
            held.view.state(), lambda: board_of(held.findings(later=True), held.view)
        )

    def book(self, as_of: date | None, today: date) -> Book | None:
        """The ledger as it stood on a day, by default today; ``None`` while it is being made."""
        held = self._held
        day = as_of or today
        return self._books.get(
            (held.view.state(), day), lambda: book_of(held.ledger(as_of, today), held.view, day)
        )
