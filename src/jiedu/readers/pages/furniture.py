"""Lines of a page → those that are its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.readers.pages.lines import Line
from jiedu.readers.pages.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SPACES = re.compile(r"\s+")
_PROSE = re.compile(r"[，。；！？]")
_SHORT = 15  # characters of a line that no sentence has
_LONGEST = 160  # characters of a line of furniture: longer ones are text whatever they begin with
_SPREAD = 2  # links of a row of links


def bare(text: str) -> str:
    """A line without its spaces, as the patterns of furniture have it."""
    return _SPACES.sub("", text)


def is_prose(line: Line) -> bool:
    """Whether a line is a sentence, as neither a title nor furniture is."""
    return (
        not line.row
        and len(line.text) >= _SHORT
        and _PROSE.search(line.text) is not None
        and line.linked * 2 < len(line.text)
        and not is_furniture(line)
    )


def is_furniture(line: Line) -> bool:
    """Whether a line is furniture wherever it stands."""
    return not line.row and _is(words().anywhere, line)


def is_head(line: Line) -> bool:
    """Whether a line is furniture between the title and the text."""
    return not line.row and (_is(words().head, line) or _is(words().anywhere, line))


def kept_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines of a text: without its head, and without furniture in it and behind it.

    Args:
        lines: those of the element that holds the text, below the title.
    """
    first = next((at for at, line in enumerate(lines) if is_prose(line)), len(lines))
    last = max((at for at, line in enumerate(lines) if is_prose(line)), default=-1)
    return list(_kept(lines, first, last))


def _kept(lines: Sequence[Line], first: int, last: int) -> Iterator[Line]:
    for at, line in enumerate(lines):
        if at > last and not line.row and _is(words().ends, line):
            return
        if is_furniture(line) or (at < first and is_head(line)):
            continue
        if line.row:
            yield line
        elif text := words().pieces.sub("", line.text).strip(" \u3000"):
            yield Line(text, linked=line.linked)


def _is(pattern: re.Pattern[str], line: Line) -> bool:
    return len(line.text) <= _LONGEST and pattern.fullmatch(bare(line.text)) is not None
