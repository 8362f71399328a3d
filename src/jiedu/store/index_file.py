"""The index of words of a file: a full-text table over pairs of characters, without the texts.

Its row numbers hold the day, so that the newest come first without sorting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import column, select, table, text

from jiedu.store.grams import grams, pairs, runs
from jiedu.store.places import Part, Place, Places
from jiedu.store.schema import releases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Select

_KEY_BITS = 32  # the low bits of a row number; the day stands above them
_KEYS = (1 << _KEY_BITS) - 1

_index = table("release_grams", column("rowid"), column("release_grams"))

DEFINITIONS: tuple[str, ...] = (
    "CREATE VIRTUAL TABLE release_grams USING fts5(grams, content='', columnsize=0,"
    " prefix='1', tokenize='unicode61 remove_diacritics 0')",
)


def put(connection: Connection, place: Place, words: str) -> None:
    """Put the words of a release's version into the index."""
    connection.execute(
        text("INSERT INTO release_grams (rowid, grams) VALUES (:row, :grams)"),
        {"row": _row(place), "grams": " ".join(grams(words))},
    )


def parts(connection: Connection, alternatives: list[list[str]], within: Places) -> Iterator[Part]:
    """The whole index as one part; see ``index.parts``."""
    matching = _matching(alternatives)

    def statement(places: Places) -> Select[Any]:
        return (
            select(releases)
            .select_from(_index)
            .join(releases, releases.c.key == _index.c.rowid.op("&")(_KEYS))
            .where(
                _index.c.release_grams.op("MATCH")(matching),
                _index.c.rowid >= _row(places.first),
                _index.c.rowid < _row(places.below),
            )
            .order_by(_index.c.rowid.desc())
        )

    yield Part(within, statement)


def _row(place: Place) -> int:
    return place.published.toordinal() << _KEY_BITS | place.key


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
