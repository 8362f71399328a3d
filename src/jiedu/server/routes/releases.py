"""Releases: the list, one of them, its text."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from jiedu.server.cursors import read_cursor, write_cursor
from jiedu.server.problems import ProblemError
from jiedu.server.routes.store import OpenView
from jiedu.server.shapes import kinds
from jiedu.server.shapes.kinds import Cursor, Day, Limit, Page, Words
from jiedu.server.shapes.releases import (
    Release,
    ReleaseDetail,
    ReleaseText,
    Version,
    release_slots,
)
from jiedu.server.tags import TaggedRoute
from jiedu.store import Place, View, WantedReleases

router = APIRouter(route_class=TaggedRoute, tags=["releases"])

ReleaseId = Annotated[
    str,
    Path(
        description="The id of a release.",
        examples=["sample-2023h1-miit-interview"],
        min_length=1,
        max_length=500,
        pattern=r"^[^\u0000]*$",
    ),
]


class ReleasesQuery(kinds.Query):
    """Which releases are listed."""

    since: Day | None = Field(None, description="The first day.", examples=["2023-01-01"])
    until: Day | None = Field(None, description="The last day.", examples=["2023-12-31"])
    publisher: Words | None = Field(
        None, description="Who published, or a part of it.", examples=["工业和信息化部"]
    )
    region: Words | None = Field(
        None,
        description="The region, under any of its names; 全国 for releases without one.",
        examples=["广东"],
    )
    title: Words | None = Field(None, description="A part of the title.", examples=["通信业"])
    as_of: Day | None = Field(
        None, description="The versions that were known on this day.", examples=["2023-07-31"]
    )
    limit: Limit = 50
    cursor: Cursor = None


class TextQuery(kinds.Query):
    """Which characters of a text are given."""

    start: int = Field(
        0, ge=0, le=2**31, description="The first character, counted from 0.", examples=[0]
    )
    end: int | None = Field(
        None, ge=0, le=2**31, description="The one after the last.", examples=[200]
    )


@router.get("/releases", summary="List releases, newest first")
def list_releases(view: OpenView, query: Annotated[ReleasesQuery, Query()]) -> Page[Release]:
    """The newest version of each release, without its text."""
    found = read_cursor(query.cursor, query, (date, int))
    wanted = WantedReleases(**query.model_dump(exclude={"limit", "cursor"}))
    after = Place(*found) if found else None
    held = view.list_releases(wanted, after, query.limit + 1)
    more = len(held) > query.limit
    shown = held[: query.limit]
    return Page(
        items=[Release(**release_slots(release)) for _, release in shown],
        next=write_cursor(shown[-1][0], query) if more else None,
    )


@router.get("/releases/{release_id:path}/text", summary="Read a release's text")
def read_text(
    view: OpenView, release_id: ReleaseId, query: Annotated[TextQuery, Query()]
) -> ReleaseText:
    """The text of the newest version, or a stretch of it."""
    release = view.release(release_id)
    end = len(release.text) if query.end is None else query.end
    if not query.start <= end <= len(release.text):
        detail = f"{query.start}-{end} is no stretch of {len(release.text)} characters"
        raise ProblemError(422, "no-stretch", detail)
    return ReleaseText(
        id=release.id,
        sha256=release.sha256,
        start=query.start,
        end=end,
        text=release.text[query.start : end],
    )


@router.get("/releases/{release_id:path}", summary="Read one release")
def read_release(view: OpenView, release_id: ReleaseId) -> ReleaseDetail:
    """The newest version of a release, with how much was read from it."""
    return detail_of(view, release_id)


def detail_of(view: View, release_id: str) -> ReleaseDetail:
    """A release of the store with how much was read from it.

    Raises:
        NotFoundError: where the store holds none of that id.
    """
    release = view.release(release_id)
    return ReleaseDetail(
        **release_slots(release),
        versions=[
            Version(published=one.published, sha256=one.sha256, characters=len(one.text))
            for one in view.versions(release_id)
        ],
        turns=len(view.turns(release_id)),
        points=len(view.points(release_id)),
        observations=len(view.observations(release_id)),
        commitments=len(view.commitments(release_id)),
    )
