"""The index of words: which releases may hold a query, newest first.

It is one thing in a file and another on a server. Both may name releases that do not hold the
words, never leave one out.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import select, text

from jiedu.store import index_file, index_server
from jiedu.store.places import Place, Places
from jiedu.store.schema import releases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from jiedu.store.places import Part

_LAST_KEY = 2**31 - 1


class _Index(Protocol):
    DEFINITIONS: tuple[str, ...]

    def put(self, connection: Connection, place: Place, words: str) -> None: ...

    def parts(
        self, connection: Connection, alternatives: list[list[str]], within: Places
    ) -> Iterator[Part]: ...


def make_index(connection: Connection) -> None:
    """Make the index of a store that has none; releases that are there are put into it."""
    for definition in _of(connection).DEFINITIONS:
        connection.execute(text(definition))
    for key in list(connection.execute(select(releases.c.key)).scalars()):
        wanted = select(releases.c.published, releases.c.text).where(releases.c.key == key)
        row = connection.execute(wanted).one()
        put(connection, Place(row.published, key), row.text)


def put(connection: Connection, place: Place, words: str) -> None:
    """Put the words of a release's version into the index."""
    _of(connection).put(connection, place, words)


def parts(
    connection: Connection, alternatives: list[list[str]], since: date | None, until: date | None
) -> Iterator[Part]:
    """The index in parts that follow one another, the newest releases first.

    Args:
        connection: to the store.
        alternatives: queries of which one is enough, each a list of words that must all be
            there; each word holds a letter, a digit or a Chinese character.
        since: the first day.
        until: the last day.
    """
    within = Places(Place(since or date.min, 0), Place(until or date.max, _LAST_KEY))
    return _of(connection).parts(connection, alternatives, within)


def _of(connection: Connection) -> _Index:
    return index_file if connection.dialect.name == "sqlite" else index_server
