"""Which names are likely short forms of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.catalogue import split_region

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SHORTEST = 5  # characters of a core that may be a short form
_SHARE = 0.6  # how much of the longer core it must be


def leading_cores(releases: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Cores with the one that leads them: the commoner of two where one ends with the other.

    新时代立德树人 and 立德树人 are one; what says a region before it is another.

    Args:
        releases: how many releases use each core.
    """
    leaders: dict[str, str] = {}
    for core in sorted(releases, key=len, reverse=True):
        short = _short_form(core, releases)
        if short is None:
            continue
        short = leaders.get(short, short)
        keep, drop = (short, core) if releases[short] >= releases[core] else (core, short)
        if drop in leaders or keep in leaders:
            continue
        leaders[drop] = keep
        yield drop, keep


def _short_form(core: str, releases: Mapping[str, int]) -> str | None:
    if split_region(core)[0] is not None:
        return None
    for start in range(1, len(core) - _SHORTEST + 1):
        short = core[start:]
        if len(short) < _SHARE * len(core):
            return None
        if short in releases:
            return short
    return None
