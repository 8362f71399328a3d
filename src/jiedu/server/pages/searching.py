"""Words in the releases: each place in its sentence, and a link to its very characters."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from jiedu.errors import InputError
from jiedu.server.cursors import LONGEST, read_cursor, write_cursor
from jiedu.server.pages.excerpts import Result, result_of
from jiedu.server.pages.filters import Day, Words, given
from jiedu.server.pages.look import look_of
from jiedu.server.pages.rendering import page
from jiedu.server.pages.routing import PageRoute
from jiedu.server.pages.wording import word
from jiedu.server.problems import ProblemError
from jiedu.server.routes.answers import DEEPEST, SearchQuery
from jiedu.server.routes.store import OpenView
from jiedu.store import Filters, View

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_PAGE = 20  # releases
_OPEN = 3  # excerpts of a release that are not folded


class Results(NamedTuple):
    """A page of what was found.

    Attributes:
        shown: the releases, newest first.
        before: how many releases the pages before showed.
        next: the cursor of the next page, ``None`` where this is the last.
        deeper: whether there is more than a search is paged through.
    """

    shown: tuple[Result, ...]
    before: int
    next: str | None
    deeper: bool

    @property
    def last(self) -> int:
        """How many releases this page and those before show."""
        return self.before + len(self.shown)

    @property
    def single(self) -> bool:
        """Whether one release is all there is."""
        return self.last == 1 and self.next is None

    @property
    def places(self) -> int:
        """How many places this page shows."""
        return sum(each.places for each in self.shown)

    @property
    def least(self) -> bool:
        """Whether there are more of them than this page shows."""
        return any(each.more for each in self.shown)


@router.get("/search")
def search_page(
    request: Request,
    view: OpenView,
    words: Words = "",
    publisher: Words = "",
    region: Words = "",
    speaker: Words = "",
    since: Day = "",
    until: Day = "",
    cursor: Annotated[str | None, Query(max_length=LONGEST)] = None,
) -> HTMLResponse:
    """The newest releases that hold some words."""
    asked = {
        "words": words,
        "publisher": publisher,
        "region": region,
        "speaker": speaker,
        "since": since,
        "until": until,
    }
    found: Results | None = None
    wrong = ""
    try:
        days = given(since), given(until)
    except InputError:
        wrong = word("search.no_day", look_of(request).language)
    else:
        if words.strip():
            query = SearchQuery(
                words=words,
                since=days[0],
                until=days[1],
                publisher=publisher.strip() or None,
                region=region.strip() or None,
                speaker=speaker.strip() or None,
                as_of=None,
                limit=_PAGE,
            )
            found, wrong = _found(view, query, cursor, request)
    return page(
        request,
        "search.html",
        422 if wrong else 200,
        asked=asked,
        found=found,
        wrong=wrong,
        narrowed=any(each.strip() for name, each in asked.items() if name != "words"),
        opened=_OPEN,
    )


def _found(
    view: View, query: SearchQuery, cursor: str | None, request: Request
) -> tuple[Results | None, str]:
    """A page of what the store finds, or what is wrong with the words."""
    (seen,) = read_cursor(cursor, query, (int,)) or (0,)
    if not 0 <= seen < DEEPEST:
        raise ProblemError(400, "bad-cursor", "the search goes no deeper; narrow it")
    filters = Filters(**query.model_dump(exclude={"words", "limit", "cursor"}))
    last = seen + _PAGE
    try:
        held = view.search(query.words, filters, last + 1)
    except InputError:
        return None, word("search.nothing_to_find", look_of(request).language)
    more = len(held) > last
    shown = tuple(map(result_of, held[seen:last]))
    further = write_cursor((last,), query) if more and last < DEEPEST else None
    return Results(shown, seen, further, more and further is None), ""
