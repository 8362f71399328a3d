"""The first page, and one panel: the newest figures of each field, each leading to its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from jiedu.model import FigureRow, Language, PanelSheet, ProvinceRow, Release, Source
from jiedu.panels import as_written
from jiedu.server.pages.look import look_of
from jiedu.server.pages.rendering import page
from jiedu.server.pages.routing import PageRoute
from jiedu.server.pages.sheets import Sheets
from jiedu.server.pages.sparks import Spark, spark_of
from jiedu.server.routes.store import OpenView, today
from jiedu.store import View, WantedReleases

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_FIGURES = 4  # of a panel on the first page
_NEWEST = 8  # releases on the first page


@dataclass(frozen=True, slots=True)
class Headline:
    """A row of a panel as a page shows it.

    Attributes:
        name: in the page's language.
        row: what it rests on.
        spark: its course, where there is one.
    """

    name: str
    row: FigureRow
    spark: Spark | None

    @property
    def latest(self) -> Source:
        """The newest figure."""
        fact = self.row.latest
        assert fact is not None
        return fact


@dataclass(frozen=True, slots=True)
class Card:
    """A panel on the first page.

    Attributes:
        sheet: the whole of it.
        title: in the page's language.
        lines: its first figures.
        ranked: a comparison of provinces, where it has no figures of its own.
        more: how many further rows it has.
    """

    sheet: PanelSheet
    title: str
    lines: tuple[Headline, ...]
    ranked: tuple[ProvinceRow, ...]
    more: int


@router.get("/")
def home(request: Request, view: OpenView) -> HTMLResponse:
    """The panels, the newest releases, and where else one can go."""
    sheets: Sheets = request.app.state.sheets
    language = look_of(request).language
    cards = [_card(sheet, language) for sheet in sheets.every(today())]
    releases, figures = view.count()
    return page(
        request,
        "home.html",
        cards=cards,
        newest=_newest(view),
        releases=releases,
        figures=figures,
        written=as_written,
    )


@router.get("/panels/{name}")
def panel_page(request: Request, name: str, region: str | None = None) -> HTMLResponse:
    """One panel: all its rows, the computed ones with their formulas, its programmes."""
    sheets: Sheets = request.app.state.sheets
    sheet = sheets.of(name, today(), region)
    language = look_of(request).language
    return page(
        request,
        "panel.html",
        sheet=sheet,
        title=_title(sheet, language),
        lines=[_headline(row, language) for row in sheet.figures],
        zh=language is Language.ZH,
        province=region,
        written=as_written,
    )


def _newest(view: View) -> list[Release]:
    return [release for _, release in view.list_releases(WantedReleases(), limit=_NEWEST)]


def _card(sheet: PanelSheet, language: Language) -> Card:
    told = [row for row in sheet.figures if row.latest is not None]
    told.sort(key=lambda row: len(row.points) < 2)  # what has a course says more
    shown = tuple(_headline(row, language) for row in told[:_FIGURES])
    ranked = tuple(row for row in sheet.provinces if row.ranked)[:1] if not told else ()
    rows = sum(1 for _ in sheet.rows())
    more = rows - len(shown) - len(ranked)
    return Card(sheet, _title(sheet, language), shown, ranked, more)


def _headline(row: FigureRow, language: Language) -> Headline:
    name = row.item.name if language is Language.ZH else row.item.english
    return Headline(name, row, spark_of(row.points))


def _title(sheet: PanelSheet, language: Language) -> str:
    return sheet.panel.title if language is Language.ZH else sheet.panel.english
