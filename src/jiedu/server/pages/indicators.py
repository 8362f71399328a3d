"""The list of the indicators that the store has figures of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from jiedu.briefings import indicator_name, measure_name
from jiedu.errors import InputError
from jiedu.model import Language
from jiedu.server.cursors import read_cursor, write_cursor
from jiedu.server.pages.filters import Words
from jiedu.server.pages.lines import Lines, Newest, is_hidden
from jiedu.server.pages.listing import UNLISTED, Place, fields, following, narrowed
from jiedu.server.pages.look import look_of
from jiedu.server.pages.rendering import indicator_url, page, query_url
from jiedu.server.pages.routing import PageRoute
from jiedu.server.pages.wording import word
from jiedu.server.shapes import kinds

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Sequence

    from jiedu.server.pages.listing import Listed

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_PAGE = 40
_DEEPEST = 3  # steps that a row is moved in


class IndicatorsQuery(kinds.Query):
    """Which indicators are listed."""

    words: str = ""
    field: str = ""


class Row(NamedTuple):
    """An indicator as the page shows it.

    Attributes:
        name: in the page's language.
        foreign: whether that is the texts' own name.
        id: of the catalogue, empty where it has none.
        url: of its page.
        part_of: the name of the total that it stands under, else empty.
        depth: how far it is moved in.
        heading: the field that begins here, else empty.
        measure: what is said of it, in words.
        figures: how many the store has.
        newest: the latest one, and the course.
    """

    name: str
    foreign: bool
    id: str
    url: str
    part_of: str
    depth: int
    heading: str
    measure: str
    figures: int
    newest: Newest


@router.get("/indicators")
def indicators_page(
    request: Request,
    words: Words = "",
    field: Words = "",
    cursor: Annotated[str | None, Query(max_length=500)] = None,
) -> HTMLResponse:
    """The list by field, narrowed by what is asked."""
    lines: Lines = request.app.state.lines
    language = look_of(request).language
    query = IndicatorsQuery(words=words.strip(), field=_known_field(field))
    found = read_cursor(cursor, query, (int, str))
    place = Place(*found) if found else None
    left = narrowed(lines.every(), query.words, query.field)
    after = following(left, place)
    shown = after[:_PAGE]
    return page(
        request,
        "_indicators.html" if request.headers.get("hx-request") else "indicators.html",
        rows=list(_rows(shown, lines, place, language)),
        asked={"words": words, "field": query.field},
        fields=_fields(lines.counts(), language),
        count=len(left),
        next=write_cursor(shown[-1].place, query) if len(after) > _PAGE else None,
    )


def _known_field(field: str) -> str:
    """The key of a field.

    Raises:
        InputError: where there is no such field.
    """
    if field and field not in {*fields(), UNLISTED}:
        raise InputError(f"there is no field {field[:40]!r}", hint=f"one of {', '.join(fields())}")
    return field


def _fields(counts: Counter[str], language: Language) -> list[tuple[str, str, int]]:
    """The fields that have indicators: key, name, how many."""
    return [
        (key, _field_name(key, language), counts[key])
        for key in (*fields(), UNLISTED)
        if counts[key]
    ]


def _field_name(key: str, language: Language) -> str:
    if key == UNLISTED:
        return word("indicators.unlisted", language)
    zh, en = fields()[key]
    return zh if language is Language.ZH else en


def _rows(
    shown: Sequence[Listed], lines: Lines, place: Place | None, language: Language
) -> Iterable[Row]:
    before = place.field if place else None
    for each, newest in zip(shown, lines.newest(shown), strict=True):
        latest = newest.latest.observation
        begins = each.place.field != before
        before = each.place.field
        written = "1" if is_hidden(each) else ""
        yield Row(
            each.named(language),
            each.known is None,
            each.told.indicator_id or "",
            query_url(indicator_url(each.key), written=written),
            _part_of(each, language),
            min(len(each.above), _DEEPEST),
            _field_name(each.field, language) if begins else "",
            measure_name(latest.measure, latest.basis, language) or word("field.level", language),
            each.told.figures,
            newest,
        )


def _part_of(each: Listed, language: Language) -> str:
    return indicator_name(each.parent, each.parent, language) if each.parent else ""
