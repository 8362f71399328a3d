"""Findings of a whole store, of which only what can have changed is made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.checks import wanted
from jiedu.model import CheckedStore
from jiedu.pipeline.checking import check_reading, claims_of
from jiedu.store import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from jiedu.model import Finding, Reading, ReadVersion, Standing
    from jiedu.store import View

_BATCH = 500  # releases that are named in one statement

Slots = set[tuple[str | None, str, str]]


def renew(view: View, before: CheckedStore | None, *, later: bool = False) -> CheckedStore:
    """What checking every release shows, taken from an earlier time where it must be the same.

    A release is checked again where a version was added to it, or where one was added to
    another whose figures it can be held against: of its indicators and periods, and published
    by its day. Where anything but added versions differs, all is checked.

    Args:
        view: the store.
        before: what was found earlier, of this store or of none.
        later: whether releases after a text's day count as well; so it must have been before.
    """
    standing = view.standing()
    if before is not None and before.standing == standing:
        return before
    newest = newest_of(standing)
    kept: Mapping[str, tuple[Finding, ...]] = {}
    if before is not None and _only_added(before.standing, standing):
        kept = _holding(view, before, standing, newest, later=later)
    missing = [release for release in newest if release not in kept]
    made = dict(_checked(view, missing, later=later))
    found = {release: kept.get(release) or made.get(release, ()) for release in newest}
    return CheckedStore(standing, found)


def newest_of(standing: Standing) -> dict[str, date]:
    """The day of each release's newest version, in the order of the days, then of the ids."""
    newest: dict[str, ReadVersion] = {}
    for version in standing.versions.values():
        known = newest.get(version.release)
        if known is None or known.version < version.version:
            newest[version.release] = version
    days = {release: version.published for release, version in newest.items()}
    return dict(sorted(days.items(), key=lambda item: (item[1], item[0])))


def _only_added(old: Standing, new: Standing) -> bool:
    return old.tables == new.tables and old.versions.items() <= new.versions.items()


def _holding(
    view: View,
    before: CheckedStore,
    standing: Standing,
    newest: Mapping[str, date],
    *,
    later: bool,
) -> dict[str, tuple[Finding, ...]]:
    """The findings from earlier that still hold."""
    keys = standing.versions.keys() - before.standing.versions.keys()
    added = [standing.versions[key] for key in keys]
    touched = {version.release for version in added}
    first = min(version.published for version in added)
    kept = {release: found for release, found in before.found.items() if release not in touched}
    reached = [release for release in kept if later or newest[release] >= first]
    slots = view.slots_of(touched)
    for reading in _readings(view, reached):
        if _can_be_held_against(reading, slots):
            del kept[reading.release.id]
    return kept


def _can_be_held_against(reading: Reading, slots: Slots) -> bool:
    need = wanted(claims_of(reading))
    names = set(map(plain_name, need.names))
    return any(
        period in need.periods and (id_ in need.ids if id_ is not None else name in names)
        for id_, name, period in slots
    )


def _checked(
    view: View, releases: list[str], *, later: bool
) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    for reading in _readings(view, releases):
        yield reading.release.id, tuple(check_reading(reading, view, later=later))


def _readings(view: View, releases: list[str]) -> Iterator[Reading]:
    for start in range(0, len(releases), _BATCH):
        yield from view.readings(of=releases[start : start + _BATCH])
