"""A question and its answer."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from jiedu.errors import InputError
from jiedu.questions import ask, is_english
from jiedu.server.pages.answered import Shown, shown_of
from jiedu.server.pages.examples import examples
from jiedu.server.pages.filters import NO_NUL, Day, given
from jiedu.server.pages.look import look_of
from jiedu.server.pages.rendering import page
from jiedu.server.pages.routing import PageRoute
from jiedu.server.pages.wording import word
from jiedu.server.routes.store import OpenView

router = APIRouter(route_class=PageRoute, include_in_schema=False)

LONGEST = 200
"""The most characters of a question, as many as the API takes."""

_READ = 4_000  # characters that are shown again, so that they can be made fewer

Question = Annotated[str, Query(max_length=_READ, pattern=NO_NUL)]


@router.get("/ask")
def ask_page(
    request: Request, view: OpenView, question: Question = "", as_of: Day = ""
) -> HTMLResponse:
    """The answer with all it rests on, or why there is none; questions to begin with else."""
    language = look_of(request).language
    asked = question.strip()
    shown: Shown | None = None
    wrong = ""
    if len(asked) > LONGEST:
        wrong = word("ask.long", language, count=len(asked), most=LONGEST)
    else:
        try:
            known = given(as_of)
        except InputError:
            wrong = word("ask.no_day", language, day=as_of)
        else:
            shown = shown_of(ask(view, asked, known), view, language) if asked else None
    return page(
        request,
        "ask.html",
        422 if wrong else 200,
        question=question,
        as_of=as_of,
        longest=LONGEST,
        wrong=wrong,
        shown=shown,
        tongue="en" if is_english(asked) else "zh-CN",
        examples=examples(language),
    )
