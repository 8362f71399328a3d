"""What a feed or a page of links says of a release, before it is fetched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Listed:
    """One release in a list.

    Attributes:
        url: where it stands.
        title: what the list calls it; empty where it does not.
        published: the day that the list gives it, or ``None``.
        stamp: what tells this version of it from others: the time of its last change, where a
            feed says it.
    """

    url: str
    title: str = ""
    published: date | None = None
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What one fetched page or feed lists.

    Attributes:
        entries: its releases in its order, each once.
        following: the address of the next page of the list; empty where there is none.
        share: how much of the page's text stands in links to releases, from 0 to 1; a feed has 1.
    """

    entries: tuple[Listed, ...]
    following: str = ""
    share: float = 1.0
