"""Pages for people: templates filled with what the store tells, one module a page."""

from fastapi import APIRouter

from jiedu.server.pages import (
    adding,
    assets,
    checks,
    choosing_look,
    home,
    indicator,
    indicators,
    ledger,
    ledger_files,
    releases,
    session,
    timeline,
)
from jiedu.server.pages.arranged import Arranged
from jiedu.server.pages.lines import Lines
from jiedu.server.pages.sheets import Sheets

__all__ = ["Arranged", "Lines", "Sheets", "router"]

router = APIRouter(include_in_schema=False)
for part in (
    adding,
    assets,
    checks,
    choosing_look,
    home,
    indicators,
    indicator,
    ledger,
    ledger_files,
    releases,
    session,
    timeline,
):
    router.include_router(part.router)
