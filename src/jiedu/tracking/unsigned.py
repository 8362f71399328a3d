"""A text without quotation marks, brackets and spaces, with the way back to its offsets."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from jiedu.catalogue import plain
from jiedu.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Forms(dict[str, str]):
    """The normal form of each character, found once."""

    def __missing__(self, sign: str) -> str:
        self[sign] = form = plain(sign)
        return form


_FORMS = _Forms()


class Unsigned:
    """A text in the catalogue's normal form.

    Attributes:
        plain: the text without signs.
    """

    def __init__(self, text: str) -> None:
        self.plain = "".join(map(_FORMS.__getitem__, text))
        self._text = text
        self._places: Sequence[int] | None = None

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the plain text stands in the text, in code points."""
        if self._places is None:
            self._places = _places(self._text)
        return Span(self._places[start], self._places[end - 1] + 1)


def _places(text: str) -> list[int]:
    """The offset in the text of each character of its plain form."""
    if all(len(_FORMS[sign]) <= 1 for sign in set(text)):
        return list(compress(range(len(text)), map(_FORMS.__getitem__, text)))
    return [at for at, sign in enumerate(text) for _ in _FORMS[sign]]
