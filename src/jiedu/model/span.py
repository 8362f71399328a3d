"""Where something stands in a release's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open range ``[start, end)`` in code points of a release's text.

    Raises:
        ValueError: where the range is empty backwards or starts before the text.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"no span: [{start}, {end})")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]


# two of these are made for each figure: the slots' own setters take a third of the time that
# the __init__ of a frozen dataclass takes
_set_start, _set_end = vars(Span)["start"].__set__, vars(Span)["end"].__set__
