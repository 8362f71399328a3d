"""A sentence → its clauses, cut at commas and colons outside of brackets and names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLAUSE = re.compile(
    r"(?:[^，,；;：:。！？!?\n“《（(]+|“[^“”，,。；;]*”|《[^《》]*》|[（(][^（）()]*[）)]"
    r"|(?<=\d),(?=\d{3})|[“《（(])+"
)


_SIGNS = "“《（(,；;：:!?！？\n"
"""Anything that a comma's place does not settle by itself."""


def clauses(normal: str, sentence: Span) -> Iterator[Span]:
    """The clauses of a sentence, without the signs and the white space between them.

    Args:
        normal: the release's text in normal form.
        sentence: the sentence.
    """
    words = normal[sentence.start : sentence.end]
    for sign in _SIGNS:
        if sign in words:
            yield from _told_apart(normal, sentence)
            return
    start = sentence.start
    for piece in words.rstrip("。").split("，"):
        bare = piece.strip()
        if bare:
            first = start + len(piece) - len(piece.lstrip())
            yield Span(first, first + len(bare))
        start += len(piece) + 1


def _told_apart(normal: str, sentence: Span) -> Iterator[Span]:
    """The clauses of a sentence with names in brackets or other signs than commas."""
    for match in _CLAUSE.finditer(normal, sentence.start, sentence.end):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        end = match.end() - (len(words) - len(words.rstrip()))
        while end > start and normal[end - 1] in '”’"' and _is_odd(normal, start, end):
            end -= 1
        if start < end:
            yield Span(start, end)


def _is_odd(normal: str, start: int, end: int) -> bool:
    """Whether the last closing quotation mark has no opening one in the clause."""
    piece = normal[start:end]
    return piece.count("”") > piece.count("“") if piece[-1] == "”" else piece.count('"') % 2 == 1
