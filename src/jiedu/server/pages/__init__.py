"""Pages for people: templates filled with what the store tells, one module a page."""

from fastapi import APIRouter

from jiedu.server.pages import (
    adding,
    assets,
    choosing_look,
    home,
    indicator,
    indicators,
    releases,
    session,
)
from jiedu.server.pages.lines import Lines
from jiedu.server.pages.sheets import Sheets

__all__ = ["Lines", "Sheets", "router"]

router = APIRouter(include_in_schema=False)
for part in (assets, choosing_look, home, releases, indicators, indicator, adding, session):
    router.include_router(part.router)
