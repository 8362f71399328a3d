"""The words of a table's cell in one line."""

from __future__ import annotations

import re

_SPACE = re.compile(r"[ \t\r\f\xa0]+")
_BETWEEN = re.compile(r"\s*\n\s*")
_LATIN = re.compile(r"[!-~]")


def in_one_line(text: str) -> str:
    """The lines of a cell as one; a line end between words of Latin script is a space."""
    text = _SPACE.sub(" ", text).strip(" \n\u3000")
    return _BETWEEN.sub(
        lambda found: " " if _is_latin(text, found.start() - 1, found.end()) else "", text
    )


def _is_latin(text: str, before: int, after: int) -> bool:
    """Whether both neighbours of a line end are of Latin script."""
    return all(0 <= at < len(text) and _LATIN.match(text[at]) is not None for at in (before, after))
