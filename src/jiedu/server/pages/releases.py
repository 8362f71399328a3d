"""Releases: the list, and one text with its figures and measures."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from jiedu.errors import InputError
from jiedu.model import Reading, Span
from jiedu.server.cursors import read_cursor, write_cursor
from jiedu.server.pages.filters import Day, Words, given
from jiedu.server.pages.look import look_of
from jiedu.server.pages.reading import shown_of
from jiedu.server.pages.rendering import page
from jiedu.server.pages.routing import PageRoute
from jiedu.server.routes.releases import ReleasesQuery
from jiedu.server.routes.store import HeldStore, OpenView
from jiedu.store import Place, WantedReleases

if TYPE_CHECKING:
    from jiedu.model import Release
    from jiedu.store import View

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_PAGE = 40
_RANGE = re.compile(r"(\d{1,9})-(\d{1,9})")


@router.get("/releases")
def releases_page(
    request: Request,
    view: OpenView,
    title: Words = "",
    publisher: Words = "",
    region: Words = "",
    since: Day = "",
    until: Day = "",
    cursor: Annotated[str | None, Query(max_length=500)] = None,
) -> HTMLResponse:
    """The list, newest first, narrowed by what is asked."""
    query = ReleasesQuery(
        since=given(since),
        until=given(until),
        publisher=publisher.strip() or None,
        region=region.strip() or None,
        title=title.strip() or None,
        as_of=None,
    )
    wanted = WantedReleases(**query.model_dump(exclude={"limit", "cursor"}))
    asked = {
        "title": title,
        "publisher": publisher,
        "region": region,
        "since": since,
        "until": until,
    }
    found = read_cursor(cursor, query, (date, int))
    held = view.list_releases(wanted, Place(*found) if found else None, _PAGE + 1)
    shown = held[:_PAGE]
    return page(
        request,
        "_releases.html" if request.headers.get("hx-request") else "releases.html",
        shown=[release for _, release in shown],
        asked=asked,
        next=write_cursor(shown[-1][0], query) if len(held) > _PAGE else None,
    )


@router.get("/releases/{release_id:path}")
def release_page(
    request: Request,
    held: HeldStore,
    release_id: str,
    at: Annotated[str, Query(max_length=30)] = "",
    part: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> HTMLResponse:
    """One text: figures and measures marked, with what was found of them."""
    view = held.view
    release = view.release(release_id)
    findings = [each.finding for each in held.findings_of(release_id, later=True)]
    language = look_of(request).language
    return page(
        request,
        "release.html",
        shown=shown_of(reading_of(view, release), findings, language, _span(at, release), part - 1),
        versions=view.versions(release_id),
    )


def reading_of(view: View, release: Release) -> Reading:
    """What the store holds of a release."""
    key = release.id
    return Reading(
        release,
        view.turns(key),
        view.points(key),
        view.observations(key),
        view.commitments(key),
    )


def _span(at: str, release: Release) -> Span | None:
    """The characters that an address points at.

    Raises:
        InputError: where the text has no such characters.
    """
    if not at:
        return None
    match = _RANGE.fullmatch(at)
    start, end = (int(part) for part in match.groups()) if match else (0, 0)
    if not start < end <= len(release.text):
        raise InputError(
            f"{at[:30]!r} is no stretch of {len(release.text)} characters",
            document=release.id,
            hint="write ?at=START-END, counted in characters from 0",
        )
    return Span(start, end)
