"""Questions, and words in the texts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from jiedu.exports.answer_rows import answer_row, hit_row
from jiedu.questions import ask
from jiedu.server.cursors import read_cursor, write_cursor
from jiedu.server.problems import ProblemError
from jiedu.server.routes.store import OpenView
from jiedu.server.shapes import kinds
from jiedu.server.shapes.answers import Answer, Hit
from jiedu.server.shapes.kinds import Cursor, Day, Page, Words
from jiedu.server.tags import TaggedRoute
from jiedu.store import Filters

router = APIRouter(route_class=TaggedRoute)

DEEPEST = 1_000
"""How many releases one search can be paged through."""


class AskQuery(kinds.Query):
    """A question."""

    question: Words = Field(
        description="In Chinese or English.", examples=["2023年6月末5G基站有多少？"]
    )
    as_of: Day | None = Field(
        None, description="What was known on this day.", examples=["2023-07-31"]
    )


class SearchQuery(kinds.Query):
    """Which words are looked for."""

    words: Words = Field(
        description="Words told apart by spaces, which must all be there.", examples=["5G 基站"]
    )
    since: Day | None = Field(None, description="The first day.", examples=["2023-01-01"])
    until: Day | None = Field(None, description="The last day.", examples=["2023-12-31"])
    publisher: Words | None = Field(
        None, description="Who published, or a part of it.", examples=["工业和信息化部"]
    )
    region: Words | None = Field(None, description="The region of the release.", examples=["广东"])
    speaker: Words | None = Field(None, description="Who says it.", examples=["新闻发言人"])
    as_of: Day | None = Field(
        None, description="What was known on this day.", examples=["2023-07-31"]
    )
    limit: int = Field(20, ge=1, le=100, description="How many releases a page looks into.")
    cursor: Cursor = None


@router.get("/ask", summary="Answer a question", tags=["answers"])
def answer_question(view: OpenView, query: Annotated[AskQuery, Query()]) -> Answer:
    """The answer with the figures and measures it rests on, or that the store does not know."""
    return Answer(**answer_row(ask(view, query.question, query.as_of)))


@router.get("/search", summary="Find words in the releases", tags=["answers"])
def search(view: OpenView, query: Annotated[SearchQuery, Query()]) -> Page[Hit]:
    """The places of the words, of the newest release first."""
    (seen,) = read_cursor(query.cursor, query, (int,)) or (0,)
    if not 0 <= seen < DEEPEST:
        raise ProblemError(400, "bad-cursor", "the search goes no deeper; narrow it")
    filters = Filters(**query.model_dump(exclude={"words", "limit", "cursor"}))
    found = view.search(query.words, filters, seen + query.limit + 1)
    last = seen + query.limit
    more = len(found) > last and last < DEEPEST
    return Page(
        items=[Hit(**hit_row(item, hit)) for item in found[seen:last] for hit in item.hits],
        next=write_cursor((last,), query) if more else None,
    )
