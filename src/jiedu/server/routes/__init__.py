"""The API, one module a noun."""

from fastapi import APIRouter

from jiedu.server.routes import (
    adding,
    answers,
    commitments,
    exports,
    findings,
    observations,
    releases,
    series,
)
from jiedu.server.tags import TaggedRoute

PREFIX = "/api/v1"

router = APIRouter(prefix=PREFIX, route_class=TaggedRoute)
for part in (releases, adding, observations, series, commitments, findings, answers, exports):
    router.include_router(part.router)
