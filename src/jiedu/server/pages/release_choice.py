"""Which release some words mean: its id, or a part of its title."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.store import WantedReleases

if TYPE_CHECKING:
    from jiedu.model import Release
    from jiedu.store import View

_MOST = 10  # that are offered


class Choice(NamedTuple):
    """What some words mean.

    Attributes:
        asked: the words.
        release: the one that they mean.
        offered: those that they may mean, newest first.
        more: whether there are more of these.
    """

    asked: str
    release: Release | None = None
    offered: tuple[Release, ...] = ()
    more: bool = False

    @property
    def unknown(self) -> bool:
        """Whether they mean none."""
        return bool(self.asked) and self.release is None and not self.offered


def choose(view: View, words: str) -> Choice:
    """The release of an id or of a title; several where a part of their titles is given."""
    asked = words.strip()
    if not asked:
        return Choice("")
    versions = view.versions(asked)
    if versions:
        return Choice(asked, versions[-1])
    found = offers(view, asked)
    return Choice(asked, found.offered[0]) if len(found.offered) == 1 else found


def offers(view: View, words: str) -> Choice:
    """The newest releases with some words in their titles."""
    asked = words.strip()
    wanted = WantedReleases(title=asked or None)
    held = [release for _, release in view.list_releases(wanted, limit=_MOST + 1)]
    return Choice(asked, None, tuple(held[:_MOST]), len(held) > _MOST)
