"""Pages that were made, by their tags: asked for again, they are not made again."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST = 64 * 1024 * 1024  # bytes of all pages that are kept
_LARGEST = _MOST // 16  # bytes of one


class Kept(NamedTuple):
    """A page as it was sent.

    Attributes:
        body: its bytes.
        headers: what it was sent with.
    """

    body: bytes
    headers: Mapping[str, str]


class Shelf:
    """The pages that were asked for last.

    Args:
        most: how many bytes are kept.
    """

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._size = 0
        self._pages: OrderedDict[str, Kept] = OrderedDict()

    def find(self, tag: str) -> Kept | None:
        """The page of a tag, where it is still there."""
        found = self._pages.get(tag)
        if found is not None:
            self._pages.move_to_end(tag)
        return found

    def keep(self, tag: str, page: Kept) -> None:
        """Keep a page, and let go of those that nobody asked for longest."""
        if len(page.body) > min(_LARGEST, self._most) or tag in self._pages:
            return
        self._pages[tag] = page
        self._size += len(page.body)
        while self._size > self._most:
            _, gone = self._pages.popitem(last=False)
            self._size -= len(gone.body)
