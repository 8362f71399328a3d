"""Pages for people: templates filled with what the store tells, one module a page."""

from fastapi import APIRouter

from jiedu.server.pages import (
    adding,
    asking,
    assets,
    briefs,
    checks,
    choosing_look,
    comparing,
    home,
    indicator,
    indicators,
    ledger,
    ledger_files,
    releases,
    searching,
    session,
    timeline,
)
from jiedu.server.pages.arranged import Arranged
from jiedu.server.pages.briefs import Briefs
from jiedu.server.pages.comparisons import Comparisons
from jiedu.server.pages.lines import Lines
from jiedu.server.pages.sheets import Sheets
from jiedu.server.pages.shelf import Shelf

__all__ = ["Arranged", "Briefs", "Comparisons", "Lines", "Sheets", "Shelf", "router"]

router = APIRouter(include_in_schema=False)
for part in (
    adding,
    asking,
    assets,
    checks,
    choosing_look,
    comparing,
    home,
    indicators,
    indicator,
    ledger,
    ledger_files,
    briefs,  # the path of a release may hold anything, so what ends it is looked for first
    releases,
    searching,
    session,
    timeline,
):
    router.include_router(part.router)
