"""The index of words: which releases may hold a query, newest first.

In a file it is a full-text table over bigrams without the texts; its row numbers hold the day, so
that the newest come first without sorting. On a server it is an array of bigrams and characters
under an inverted index. Both may name releases that do not hold the words, never leave one out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Text,
    and_,
    cast,
    column,
    literal_column,
    or_,
    select,
    table,
    text,
)

from jiedu.store.grams import grams, pairs, runs
from jiedu.store.schema import releases

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection, FromClause

_KEY_BITS = 32  # the low bits of a row number; the day stands above them
_KEYS = (1 << _KEY_BITS) - 1

_file = table("release_grams", column("rowid"), column("release_grams"))
_server = table("release_grams", column("release_key"), column("published"), column("grams"))

_DEFINITIONS = {
    "sqlite": (
        "CREATE VIRTUAL TABLE release_grams USING fts5(grams, content='', columnsize=0,"
        " prefix='1', tokenize='unicode61 remove_diacritics 0')",
    ),
    "postgresql": (
        "CREATE TABLE release_grams (release_key INTEGER PRIMARY KEY REFERENCES releases (key),"
        " published DATE NOT NULL, grams TEXT[] NOT NULL)",
        "CREATE INDEX release_grams_by_gram ON release_grams USING gin (grams)",
        "CREATE INDEX release_grams_by_day ON release_grams (published, release_key)",
    ),
}


def make_index(connection: Connection) -> None:
    """Make the index of a store that has none; releases that are there are put into it."""
    for definition in _DEFINITIONS[connection.dialect.name]:
        connection.execute(text(definition))
    for key in list(connection.execute(select(releases.c.key)).scalars()):
        wanted = select(releases.c.published, releases.c.text).where(releases.c.key == key)
        row = connection.execute(wanted).one()
        put(connection, key, row.published, row.text)


def put(connection: Connection, key: int, published: date, words: str) -> None:
    """Put a release's version into the index."""
    found = grams(words)
    if connection.dialect.name == "sqlite":
        connection.execute(
            text("INSERT INTO release_grams (rowid, grams) VALUES (:row, :grams)"),
            {"row": _row(published, key), "grams": " ".join(found)},
        )
        return
    characters = {character for run in runs(words) for character in run}
    connection.execute(
        text("INSERT INTO release_grams VALUES (:key, :day, :grams)"),
        {"key": key, "day": published, "grams": sorted({*found, *characters})},
    )


class Candidates:
    """The releases that may hold a query, as parts of a statement.

    Args:
        dialect: of the database.
        alternatives: queries of which one is enough, each a list of words that must all be
            there; each word holds a letter, a digit or a Chinese character.

    Attributes:
        source: the index.
        joined: what ties it to the releases.
        holds: what tells those that may hold the words.
        order: newest first.
    """

    def __init__(self, dialect: str, alternatives: list[list[str]]) -> None:
        self.source: FromClause
        self.holds: ColumnElement[bool]
        self.order: list[ColumnElement[Any]]
        if dialect == "sqlite":
            self.source = _file
            self.joined = releases.c.key == _file.c.rowid.op("&")(_KEYS)
            self.holds = _file.c.release_grams.op("MATCH")(_matching(alternatives))
            self.order = [_file.c.rowid.desc()]
        else:
            self.source = _server
            self.joined = releases.c.key == _server.c.release_key
            self.holds = or_(*(_server.c.grams.op("@>")(_array(words)) for words in alternatives))
            self.order = [_server.c.published.desc(), _server.c.release_key.desc()]

    def between(self, since: date | None, until: date | None) -> ColumnElement[bool]:
        """What tells those published from a day to a day, both included."""
        limits: list[ColumnElement[bool]] = []
        if self.source is _file:
            if since is not None:
                limits.append(_file.c.rowid >= _row(since, 0))
            if until is not None:
                limits.append(_file.c.rowid <= _row(until, _KEYS))
        else:
            if since is not None:
                limits.append(_server.c.published >= since)
            if until is not None:
                limits.append(_server.c.published <= until)
        return and_(literal_column("1 = 1"), *limits)


def _row(published: date, key: int) -> int:
    return published.toordinal() << _KEY_BITS | key


def _matching(alternatives: list[list[str]]) -> str:
    """A query of the full-text table: phrases of pairs, and beginnings for single characters."""
    found = []
    for words in alternatives:
        phrases = [
            f'"{" ".join(pairs(run))}"' if len(run) > 1 else f'"{run}" *'
            for word in words
            for run in runs(word)
        ]
        found.append(f"({' AND '.join(phrases)})")
    return " OR ".join(found)


def _array(words: list[str]) -> ColumnElement[Any]:
    wanted = {gram for word in words for run in runs(word) for gram in pairs(run) or [run]}
    return cast(sorted(wanted), ARRAY(Text))
