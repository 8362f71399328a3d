"""A text without quotation marks, brackets and spaces, with the way back to its offsets."""

from __future__ import annotations

from jiedu.catalogue import plain
from jiedu.model import Span


class Unsigned:
    """A text in the catalogue's normal form.

    Attributes:
        plain: the text without signs.
    """

    def __init__(self, text: str) -> None:
        pieces = []
        places = []
        for at, sign in enumerate(text):
            kept = plain(sign)
            pieces.append(kept)
            places.extend([at] * len(kept))
        self.plain = "".join(pieces)
        self._places = places

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the plain text stands in the text, in code points."""
        return Span(self._places[start], self._places[end - 1] + 1)
