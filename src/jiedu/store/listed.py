"""What a list of releases or figures is narrowed to, and where its pages end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import or_

from jiedu.catalogue import region_of
from jiedu.model import Measure, Status
from jiedu.store.lines import COUNTRY
from jiedu.store.schema import observations, releases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement


class FigurePlace(NamedTuple):
    """Where a figure stands in the order of pages."""

    published: date
    release: int
    start: int
    key: int


class WantedReleases(NamedTuple):
    """Which releases are listed; ``None`` wants all.

    Attributes:
        since: the first day of publication.
        until: the last day of publication.
        publisher: who published, or a part of it.
        region: the region of the release, under any of its names; 全国 for those without one.
        title: a part of the title.
        as_of: the versions that were known on this day.
    """

    since: date | None = None
    until: date | None = None
    publisher: str | None = None
    region: str | None = None
    title: str | None = None
    as_of: date | None = None


class WantedFigures(NamedTuple):
    """Which figures are listed; ``None`` wants all.

    Attributes:
        indicator: an id, name or alias, as for a series.
        release: the id of the release.
        measure: one kind of statement.
        basis: one basis.
        status: facts, goals or expectations.
        region: the region, under any of its names; 全国 for those of the country.
        period: one period, as it is written in ISO 8601.
        since: the first day of publication.
        until: the last day of publication.
        sure: figures at least so likely to be right; those without a word on it are.
        as_of: what was known on this day.
    """

    indicator: str | None = None
    release: str | None = None
    measure: Measure | None = None
    basis: str | None = None
    status: Status | None = None
    region: str | None = None
    period: str | None = None
    since: date | None = None
    until: date | None = None
    sure: float = 0.0
    as_of: date | None = None


def of_release(wanted: WantedReleases) -> Iterator[ColumnElement[bool]]:
    """What tells the releases that are wanted."""
    yield from of_days(wanted.since, wanted.until)
    if wanted.publisher is not None:
        yield releases.c.publisher.contains(wanted.publisher, autoescape=True)
    if wanted.title is not None:
        yield releases.c.title.contains(wanted.title, autoescape=True)
    if wanted.region is not None:
        yield _of_region(releases.c.region, wanted.region)


def of_figure(wanted: WantedFigures) -> Iterator[ColumnElement[bool]]:
    """What tells the figures that are wanted, but for their indicator."""
    yield from of_days(wanted.since, wanted.until)
    for column, value in (
        (releases.c.id, wanted.release),
        (observations.c.measure, wanted.measure),
        (observations.c.basis, wanted.basis),
        (observations.c.status, wanted.status),
        (observations.c.period, wanted.period),
    ):
        if value is not None:
            yield column == value
    if wanted.region is not None:
        yield _of_region(observations.c.region, wanted.region)
    if wanted.sure:
        least = observations.c.confidence >= wanted.sure
        yield or_(observations.c.confidence.is_(None), least)


def of_days(since: date | None, until: date | None) -> Iterator[ColumnElement[bool]]:
    """What tells the releases of some days."""
    if since is not None:
        yield releases.c.published >= since
    if until is not None:
        yield releases.c.published <= until


def _of_region(column: Any, region: str) -> ColumnElement[bool]:
    if region == COUNTRY:
        found: ColumnElement[bool] = column.is_(None)
        return found
    known = region_of(region)
    names = {region, known.name, *known.aliases} if known else {region}
    same: ColumnElement[bool] = column.in_(sorted(names))
    return same
