"""The index of words of a server: the searched form of each text, and what marks it.

The newest texts are looked through one by one, which finds common words at once. What is left is
looked up by its marks under an inverted index, which finds rare words at once. The server must
not choose: it does not know how common a word is, and what it would choose is slow for either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Date,
    Integer,
    Text,
    and_,
    cast,
    column,
    func,
    or_,
    select,
    table,
    text,
    tuple_,
)

from jiedu.store.grams import marks, marks_of, plain
from jiedu.store.places import Part, Place, Places
from jiedu.store.schema import releases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Select

_WALKED = 512  # texts that are looked through one by one

_index = table(
    "release_grams",
    column("release_key", Integer),
    column("published", Date),
    column("plain", Text),
    column("marks", ARRAY(Integer)),
)
_place = tuple_(_index.c.published, _index.c.release_key)
_newest_first = (_index.c.published.desc(), _index.c.release_key.desc())

DEFINITIONS: tuple[str, ...] = (
    "CREATE TABLE release_grams (release_key INTEGER PRIMARY KEY REFERENCES releases (key),"
    " published DATE NOT NULL, plain TEXT NOT NULL, marks INTEGER[] NOT NULL)",
    "CREATE INDEX release_grams_by_mark ON release_grams USING gin (marks)",
    "CREATE INDEX release_grams_by_day ON release_grams (published, release_key)",
)


def put(connection: Connection, place: Place, words: str) -> None:
    """Put the words of a release's version into the index."""
    connection.execute(
        text("INSERT INTO release_grams VALUES (:key, :day, :plain, CAST(:marks AS INTEGER[]))"),
        {
            "key": place.key,
            "day": place.published,
            "plain": plain(words),
            "marks": marks(words),
        },
    )


def parts(connection: Connection, alternatives: list[list[str]], within: Places) -> Iterator[Part]:
    """The newest texts, and the others; see ``index.parts``."""
    # for this transaction: compiling a statement takes longer than running it, and texts must
    # not be read where the index can tell
    connection.execute(
        text("SELECT set_config('jit', 'off', true), set_config('enable_seqscan', 'off', true)")
    )
    behind = (
        select(_index.c.published, _index.c.release_key)
        .where(*_in(within))
        .order_by(*_newest_first)
        .offset(_WALKED)
        .limit(1)
    )
    edge = connection.execute(behind).first()
    if edge is None:
        yield Part(within, lambda places: _walk(places, alternatives))
        return
    last = Place(edge.published, edge.release_key)
    yield Part(Places(last, within.below), lambda places: _walk(places, alternatives))
    yield Part(Places(within.first, last), lambda places: _look_up(places, alternatives))


def _walk(places: Places, alternatives: list[list[str]]) -> Select[Any]:
    holds = or_(*(_hold(words) for words in alternatives))
    return (
        select(releases)
        .select_from(_index)
        .join(releases, releases.c.key == _index.c.release_key)
        .where(holds, *_in(places))
        .order_by(*_newest_first)
    )


def _look_up(places: Places, alternatives: list[list[str]]) -> Select[Any]:
    holds = or_(*(and_(_are_marked(words), _hold(words)) for words in alternatives))
    found = (
        select(_index.c.release_key, _index.c.published)
        .where(holds, *_in(places))
        .cte("found")
        .prefix_with("MATERIALIZED", dialect="postgresql")  # else it walks, for the order
    )
    return (
        select(releases)
        .select_from(found)
        .join(releases, releases.c.key == found.c.release_key)
        .order_by(found.c.published.desc(), found.c.release_key.desc())
    )


def _in(places: Places) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return _place >= tuple(places.first), _place < tuple(places.below)


def _hold(words: list[str]) -> ColumnElement[bool]:
    # half of a character stands in no text, and cannot be sent
    sent = [word.encode(errors="replace").decode() for word in words]
    return and_(*(func.strpos(_index.c.plain, word) > 0 for word in sent))


def _are_marked(words: list[str]) -> ColumnElement[bool]:
    return _index.c.marks.op("@>")(cast(marks_of(words), ARRAY(Integer)))
