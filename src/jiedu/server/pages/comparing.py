"""Two releases side by side, and how they are chosen."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from jiedu.errors import InputError, NotFoundError
from jiedu.server.pages.comparisons import Comparisons
from jiedu.server.pages.filters import NO_NUL
from jiedu.server.pages.look import look_of
from jiedu.server.pages.release_choice import Choice, choose, offers
from jiedu.server.pages.rendering import page
from jiedu.server.pages.routing import PageRoute
from jiedu.server.pages.sections import groups_of, section_of
from jiedu.server.pages.wording import word
from jiedu.server.routes.store import OpenView

if TYPE_CHECKING:
    from jiedu.model import Release
    from jiedu.server.pages.comparisons import Compared
    from jiedu.store import View

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_PAGE = 60  # rows of one list
_ROWS = 1_000_000

Name = Annotated[str, Query(max_length=500, pattern=NO_NUL)]


class Side(StrEnum):
    """Which of the two releases."""

    A = "a"
    B = "b"


@router.get("/compare")
def compare_page(
    request: Request,
    view: OpenView,
    a: Name = "",
    b: Name = "",
    part: Annotated[str, Query(max_length=40)] = "",
    seen: Annotated[int, Query(ge=0, le=_ROWS)] = 0,
) -> HTMLResponse:
    """What changed from the one to the other, or the choice of the two."""
    language = look_of(request).language
    one, two = choose(view, a), choose(view, b)
    compared, wrong = None, ""
    if one.release is not None and two.release is not None:
        try:
            compared = _comparisons(request).of(one.release, two.release)
        except InputError:
            wrong = word("compare.same_text", language)
    if compared is not None and part:
        return _part(request, compared, part, seen)
    return page(
        request,
        "compare.html",
        422 if wrong else 200,
        one=one,
        two=two,
        wrong=wrong,
        compared=compared,
        swapped=compared is not None and compared.found.old == two.release,
        groups=groups_of(compared, language) if compared else [],
        previous=_previous(request, view, one, two) if compared is None else None,
        newest=offers(view, "").offered if not (one.asked or two.asked) else (),
    )


@router.get("/compare/choices")
def choices(
    request: Request, view: OpenView, side: Side, a: Name = "", b: Name = ""
) -> HTMLResponse:
    """The releases whose titles hold what is typed so far, as a part of the page."""
    typed = a if side is Side.A else b
    found = offers(view, typed) if typed.strip() else Choice("")
    return page(request, "_choices.html", choice=found, side=side.value, a=a, b=b)


def _part(request: Request, compared: Compared, part: str, seen: int) -> HTMLResponse:
    """One list alone.

    Raises:
        NotFoundError: where there is no such list.
    """
    section = section_of(compared, part, seen, _PAGE, look_of(request).language)
    if section is None:
        raise NotFoundError(f"a comparison has no list {part!r}")
    return page(request, "compare_part.html", compared=compared, section=section)


def _comparisons(request: Request) -> Comparisons:
    found: Comparisons = request.app.state.comparisons
    return found


def _previous(request: Request, view: View, one: Choice, two: Choice) -> Release | None:
    """The previous release of the kind of the only one that is chosen."""
    chosen = two.release or one.release
    if chosen is None or (one.release and two.release) or (one.asked and two.asked):
        return None
    found = _comparisons(request).previous(chosen)
    return view.release(found) if found is not None else None
