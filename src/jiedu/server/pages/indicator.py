"""One indicator: its figures as a picture and a table, all that was said of each, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import HTMLResponse

from jiedu.catalogue import indicator, indicator_of
from jiedu.model import Indicator, Language
from jiedu.server.cursors import read_cursor, write_cursor
from jiedu.server.pages.choosing import Asked, apart, choices
from jiedu.server.pages.lines import Lines
from jiedu.server.pages.look import look_of
from jiedu.server.pages.points import Line, Place, following
from jiedu.server.pages.rendering import indicator_url, page, query_url
from jiedu.server.pages.routing import PageRoute
from jiedu.server.routes import PREFIX
from jiedu.server.routes.store import OpenView
from jiedu.server.shapes import kinds
from jiedu.store import View

if TYPE_CHECKING:
    from jiedu.model import Record

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_NO_NUL = r"^[^\u0000]*$"  # no database keeps such a character, and some end a text there
_PAGE = 60
_MOST = 40  # parts of a total that are named


class PointsQuery(kinds.Query):
    """Which rows are listed."""

    name: str
    asked: Asked


class Kin(NamedTuple):
    """An indicator beside this one.

    Attributes:
        name: in the page's language.
        url: of its page.
    """

    name: str
    url: str


@router.get("/indicators/{name:path}")
def indicator_page(
    request: Request,
    view: OpenView,
    name: Annotated[str, Path(max_length=200, pattern=_NO_NUL)],
    asked: Annotated[Asked, Depends()],
    cursor: Annotated[str | None, Query(max_length=2_000)] = None,
) -> HTMLResponse:
    """One line of an indicator, by default the commonest."""
    language = look_of(request).language
    query = PointsQuery(name=name, asked=asked)
    found = read_cursor(cursor, query, (str, str, str, str))
    lines: Lines = request.app.state.lines
    offered, line, plot = lines.chosen(name, asked, language)
    known = None if asked.as_written else indicator_of(name)
    if line is not None and not asked.as_written:
        known = indicator(line.series.indicator)
    rows = line.rows if line else ()
    after = following(rows, Place(*found) if found else None, newest=asked.newest_first)
    shown = after[:_PAGE]
    return page(
        request,
        "_points.html" if request.headers.get("hx-request") else "indicator.html",
        name=name,
        url=indicator_url(name),
        known=known,
        asked=asked,
        choices=choices(offered, asked, language),
        line=line,
        rows=shown,
        plot=plot,
        apart=apart(line.series.asides, language) if line else {},
        cells=_cells(view, name, line, asked) if line else [],
        above=_above(known, language),
        kin=_parts(lines, known, language),
        unlisted=None if asked.as_written else lines.unlisted(name),
        api=_api(name, asked),
        next=write_cursor(shown[-1].place, query) if len(after) > _PAGE else None,
    )


def _cells(view: View, name: str, line: Line, asked: Asked) -> list[Record]:
    """What imported tables tell of the same line."""
    wanted = line.series.measure, line.series.basis, line.series.region
    cells = view.cells(name, asked.day, written=asked.as_written)
    return [each for each in cells if (each.measure, each.basis, each.region) == wanted]


def _above(known: Indicator | None, language: Language) -> list[Kin]:
    """The totals that an indicator is a part of."""
    parents = [indicator(each) for each in known.parents] if known else []
    return [_kin(each, language) for each in parents if each is not None]


def _parts(lines: Lines, known: Indicator | None, language: Language) -> list[Kin]:
    """The parts of a total that the store has figures of."""
    if known is None:
        return []
    mine = lines.parts(known.id)[:_MOST]
    return [_kin(row.known, language) for row in mine if row.known]


def _kin(known: Indicator, language: Language) -> Kin:
    name = known.name if language is Language.ZH else known.english
    return Kin(name, indicator_url(known.id))


def _api(name: str, asked: Asked) -> str:
    """Where a program finds the same line; empty where it cannot ask for it."""
    if asked.as_written:
        return ""
    told = asked.query(order="", written="")
    return query_url(f"{PREFIX}/series", indicator=name, **told)
