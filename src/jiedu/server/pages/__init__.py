"""Pages for people: templates filled with what the store tells, one module a page."""

from fastapi import APIRouter

from jiedu.server.pages import (
    adding,
    asking,
    assets,
    briefs,
    choosing_look,
    comparing,
    home,
    releases,
    searching,
    session,
)
from jiedu.server.pages.briefs import Briefs
from jiedu.server.pages.comparisons import Comparisons
from jiedu.server.pages.sheets import Sheets

__all__ = ["Briefs", "Comparisons", "Sheets", "router"]

router = APIRouter(include_in_schema=False)
for part in (
    assets,
    choosing_look,
    home,
    briefs,  # the path of a release may hold anything, so what ends it is looked for first
    releases,
    adding,
    session,
    asking,
    searching,
    comparing,
):
    router.include_router(part.router)
