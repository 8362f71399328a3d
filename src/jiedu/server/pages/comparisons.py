"""Comparisons of two releases, and which release one is compared with, made once each."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from jiedu.comparison import Parts, compare, is_swapped, parts_of
from jiedu.model import Comparison
from jiedu.pipeline.briefing import stored
from jiedu.pipeline.similar import Profile, previous_among, profile_of
from jiedu.server.held import Made

if TYPE_CHECKING:
    from jiedu.model import Release
    from jiedu.store import View

_KEPT = 40  # comparisons
_STATES = 2  # of the store, whose profiles are kept
_MANY = 50_000  # releases: beyond them their profiles take too much


class Compared(NamedTuple):
    """A comparison and its lists."""

    found: Comparison
    parts: Parts


class Comparisons:
    """The comparisons of one store.

    Args:
        view: the store.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._made: Made[Compared] = Made(_KEPT)
        self._profiles: Made[tuple[Profile, ...]] = Made(_STATES)

    def of(self, one: Release, two: Release) -> Compared:
        """Two releases side by side, the older one first.

        Raises:
            InputError: where both have the same text.
        """
        old, new = (two, one) if is_swapped(one, two) else (one, two)
        key = self._view.state(), old.id, new.id
        return self._made.get(key, lambda: self._compared(old.id, new.id))

    def previous(self, release: Release) -> str | None:
        """The id of the previous release of a kind, ``None`` where none is like it.

        Nothing is looked for in a store that is too large to be looked through.
        """
        profiles = self._profiles.get(self._view.state(), self._profiled)
        mine = next((each for each in profiles if each.release == release.id), None)
        return previous_among(mine, profiles) if mine is not None else None

    def _compared(self, old: str, new: str) -> Compared:
        found = compare(stored(self._view, old), stored(self._view, new))
        return Compared(found, parts_of(found))

    def _profiled(self) -> tuple[Profile, ...]:
        some = tuple(map(profile_of, islice(self._view.readings(), _MANY + 1)))
        return some if len(some) <= _MANY else ()
