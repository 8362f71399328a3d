"""Words → the releases that hold them, with the places."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, exists, select

from jiedu.catalogue import named_in_english, region_of
from jiedu.errors import InputError
from jiedu.model import Found, Hit, Span
from jiedu.store.codec import release_of, turn_of
from jiedu.store.grams import plain, runs
from jiedu.store.index import parts
from jiedu.store.newest import counting_reading, newest_version
from jiedu.store.places import Place, Places
from jiedu.store.schema import readings, releases, turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Row, Select

    from jiedu.model import Turn

_AROUND = 40  # characters of context on either side
_END = re.compile(r"[。！？；;\n]")
_HITS = 50  # places of one release
_TRANSLATED = 6  # indicators whose English names hold the words
_BATCH = 64
_SPARE = 4  # of the first releases that the index names, few do not hold the words


class Filters(NamedTuple):
    """What a search is narrowed to; ``None`` where it is not.

    Attributes:
        since: the first day of publication.
        until: the last day of publication.
        publisher: who published, or a part of it.
        region: the region of the release, under any of its names.
        speaker: who says the words, or a part of the name.
        as_of: the versions that were known on this day.
    """

    since: date | None = None
    until: date | None = None
    publisher: str | None = None
    region: str | None = None
    speaker: str | None = None
    as_of: date | None = None


def search(
    connection: Connection, query: str, filters: Filters, limit: int
) -> Iterator[tuple[Row[Any], tuple[Span, ...]]]:
    """The newest releases that hold words, with the places of the words.

    Args:
        connection: to the store.
        query: words told apart by spaces, which must all be there; an English name of an
            indicator finds its Chinese names as well.
        filters: what it is narrowed to.
        limit: how many releases.

    Raises:
        InputError: where the query holds nothing that can be searched for.
    """
    alternatives = _alternatives(query)
    rows = _candidates(connection, alternatives, filters, min(_BATCH, max(1, limit) + _SPARE))
    found = ((row, spans) for row in rows if (spans := _places(row.text, alternatives)))
    yield from islice(found, max(0, limit))


def _candidates(
    connection: Connection, alternatives: list[list[str]], filters: Filters, batch: int
) -> Iterator[Row[Any]]:
    """The releases that may hold one of the alternatives, newest first, a batch at a time."""
    until = min((day for day in (filters.until, filters.as_of) if day), default=None)
    for part in parts(connection, alternatives, filters.since, until):
        first, below = part.places
        while True:
            statement = _narrowed(part.statement(Places(first, below)), filters)
            # a limit in the statement, so that a server plans for few rows
            rows = connection.execute(statement.limit(batch)).all()
            yield from rows
            if len(rows) < batch:
                break
            below = Place(rows[-1].published, rows[-1].key)
            batch = _BATCH


def _alternatives(query: str) -> list[list[str]]:
    """The query in its normal form, and the Chinese names where it is an English one."""
    words = [word for word in plain(query).split() if runs(word)]
    if not words:
        raise InputError(
            f"there is nothing to search for in {query!r}",
            hint="write words, letters or digits",
        )
    found = [words]
    for known in named_in_english(query)[:_TRANSLATED]:
        names = [plain(name) for name in (known.name, *known.aliases) if runs(name)]
        # a name that holds the words is found by them
        found += [[name] for name in names if not all(word in name for word in words)]
    return found


def _narrowed(query: Select[Any], filters: Filters) -> Select[Any]:
    query = query.where(newest_version(filters.as_of))
    if filters.publisher is not None:
        query = query.where(releases.c.publisher.contains(filters.publisher, autoescape=True))
    if filters.region is not None:
        region = region_of(filters.region)
        query = query.where(releases.c.region == (region.name if region else filters.region))
    if filters.speaker is not None:
        query = query.where(
            exists()
            .where(readings.c.release_key == releases.c.key)
            .where(turns.c.reading_key == readings.c.key)
            .where(turns.c.speaker.contains(filters.speaker, autoescape=True))
        )
    return query


def _places(text: str, alternatives: list[list[str]]) -> tuple[Span, ...]:
    """Where the words of those alternatives stand whose words are all there."""
    same = plain(text)
    found: set[Span] = set()
    for words in alternatives:
        if all(word in same for word in words):
            for word in words:
                found.update(
                    Span(match.start(), match.end()) for match in re.finditer(re.escape(word), same)
                )
    return tuple(sorted(found))[: _HITS + 1]  # one more tells that there are more


_TURNS = (
    select(readings.c.release_key, turns)
    .join(readings, turns.c.reading_key == readings.c.key)
    .where(readings.c.release_key.in_(bindparam("keys", expanding=True)), counting_reading())
    .order_by(turns.c.start)
)


def turns_of(connection: Connection, release_keys: list[int]) -> dict[int, list[Turn]]:
    """The turns of some versions of releases, as they were read last."""
    found: dict[int, list[Turn]] = {key: [] for key in release_keys}
    for row in connection.execute(_TURNS, {"keys": release_keys}).mappings():
        found[row["release_key"]].append(turn_of(row))
    return found


def found_in(
    row: Row[Any], spans: tuple[Span, ...], spoken: list[Turn], speaker: str | None
) -> Found:
    """A release with its hits in context, of one speaker where that is asked for."""
    release = release_of(row._mapping)
    hits = []
    for span in spans[:_HITS]:
        turn = next(
            (turn for turn in spoken if turn.span.start <= span.start < turn.span.end), None
        )
        name = turn.speaker if turn else None
        if speaker is None or (name is not None and speaker in name):
            hits.append(Hit(span, _context(release.text, span), name))
    return Found(release, tuple(hits), len(spans) > _HITS)


def _context(text: str, span: Span) -> Span:
    """The sentence around a place, or as much of it as a line shows."""
    begin = max(0, span.start - _AROUND)
    end = min(len(text), span.end + _AROUND)
    for match in _END.finditer(text, begin, span.start):
        begin = match.end()
    closing = _END.search(text, span.end, end)
    if closing is not None:
        end = closing.start() if closing.group() == "\n" else closing.end()
    return Span(begin, end)
