"""Finding and reading releases."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pydantic import Field

from jiedu.server.agents.sizes import fitted, fitting
from jiedu.server.agents.tool import Tool
from jiedu.server.cursors import read_cursor, write_cursor
from jiedu.server.problems import ProblemError
from jiedu.server.routes.releases import detail_of
from jiedu.server.shapes import kinds
from jiedu.server.shapes.kinds import Cursor, Day, Page, Shape, Words
from jiedu.server.shapes.releases import Release, ReleaseDetail, release_slots
from jiedu.store import Filters, Place, WantedReleases

if TYPE_CHECKING:
    from jiedu.model import Found, Hit
    from jiedu.server.held import Held

_DEEPEST = 1_000  # releases that one search can be paged through
_STRETCH = 8_000  # characters of a text that are read at a time


class SearchReleases(kinds.Query):
    """Which releases are looked for."""

    words: Words | None = Field(
        None,
        description="Words told apart by spaces, which must all be there, or the English name of "
        "an indicator. Without them the newest releases are listed.",
        examples=["5G 基站"],
    )
    since: Day | None = Field(None, description="The first day.", examples=["2023-01-01"])
    until: Day | None = Field(None, description="The last day.", examples=["2023-12-31"])
    publisher: Words | None = Field(
        None, description="Who published, or a part of it.", examples=["工业和信息化部"]
    )
    region: Words | None = Field(None, description="The region of the release.", examples=["广东"])
    as_of: Day | None = Field(
        None, description="The versions that were known on this day.", examples=["2023-07-31"]
    )
    places: int = Field(3, ge=0, le=20, description="How many places of each release are quoted.")
    limit: int = Field(10, ge=1, le=50, description="How many releases a page has at most.")
    cursor: Cursor = None


class FoundPlace(Shape):
    """One place where the words stand."""

    start: int = Field(description="Where the words start in the text, in code points.")
    end: int = Field(description="Where they end, likewise.")
    speaker: str | None = Field(description="Who says them, where the text names them.")
    context: str = Field(description="The words around them.")


class FoundRelease(Release):
    """A release that was found."""

    places: list[FoundPlace] = Field(description="The first places of the words.")
    places_found: int = Field(description="How many places there are, up to 50.")


class GetRelease(kinds.Query):
    """Which release is read, and from where."""

    release: Words = Field(description="The id.", examples=["sample-2023h1-miit-interview"])
    start: int = Field(0, ge=0, le=2**31, description="The first character, counted from 0.")
    length: int = Field(4_000, ge=0, le=_STRETCH, description="How many characters are read.")


class ReadRelease(Shape):
    """A release with a stretch of its text."""

    release: ReleaseDetail = Field(description="The release, with how much was read from it.")
    start: int = Field(description="The first character of `text`, in code points.")
    end: int = Field(description="The one after the last.")
    text: str = Field(description="The characters as they were read.")
    next_start: int | None = Field(description="Where the next stretch starts; null at the end.")


def _search(held: Held, query: SearchReleases) -> Page[FoundRelease]:
    if query.words is None:
        return fitted(lambda asked: _newest(held, asked), query)
    (seen,) = read_cursor(query.cursor, query, (int,)) or (0,)
    if not 0 <= seen < _DEEPEST:
        raise ProblemError(400, "bad-cursor", "the search goes no deeper; narrow it")
    filters = Filters(query.since, query.until, query.publisher, query.region, None, query.as_of)
    found = held.view.search(query.words, filters, seen + query.limit + 1)
    items = [_found(item, query.places) for item in found[seen : seen + query.limit]]
    shown = items[: fitting(items)]
    last = seen + len(shown)
    more = len(found) > last and last < _DEEPEST
    return Page(items=shown, next=write_cursor((last,), query) if more else None)


def _newest(held: Held, query: SearchReleases) -> Page[FoundRelease]:
    place = read_cursor(query.cursor, query, (date, int))
    wanted = WantedReleases(
        since=query.since,
        until=query.until,
        publisher=query.publisher,
        region=query.region,
        as_of=query.as_of,
    )
    after = Place(*place) if place else None
    found = held.view.list_releases(wanted, after, query.limit + 1)
    shown = found[: query.limit]
    return Page(
        items=[
            FoundRelease(**release_slots(release), places=[], places_found=0)
            for _, release in shown
        ],
        next=write_cursor(shown[-1][0], query) if len(found) > query.limit else None,
    )


def _found(found: Found, places: int) -> FoundRelease:
    text = found.release.text
    return FoundRelease(
        **release_slots(found.release),
        places=[_place(hit, text) for hit in found.hits[:places]],
        places_found=len(found.hits),
    )


def _place(hit: Hit, text: str) -> FoundPlace:
    return FoundPlace(
        start=hit.span.start, end=hit.span.end, speaker=hit.speaker, context=hit.context.of(text)
    )


def _get(held: Held, query: GetRelease) -> ReadRelease:
    text = held.view.release(query.release).text
    if query.start > len(text):
        detail = f"the text has {len(text)} characters; start before its end"
        raise ProblemError(422, "no-stretch", detail)
    end = min(len(text), query.start + query.length)
    return ReadRelease(
        release=detail_of(held.view, query.release),
        start=query.start,
        end=end,
        text=text[query.start : end],
        next_start=end if end < len(text) else None,
    )


SEARCH_RELEASES = Tool(
    "search_releases",
    "Find releases",
    "Finds official releases by words of their texts, day, publisher or region, newest first, "
    "with the places of the words quoted. Without words it lists the newest releases. The ids it "
    "gives are what other tools take as `release`.",
    SearchReleases,
    Page[FoundRelease],
    _search,
)
GET_RELEASE = Tool(
    "get_release",
    "Read a release",
    "One release: its title, day, publisher, versions, how many figures and measures were read "
    "from it, and a stretch of its text. Offsets of other tools (`start`, `end`) count code points "
    "of this text: to see what stands around a figure, start some 200 characters before it.",
    GetRelease,
    ReadRelease,
    _get,
    longest=_STRETCH,
)
