"""A sentence → its clauses, cut at commas and colons outside of brackets and names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLAUSE = re.compile(
    r"(?:“[^“”，,。；;]*”|《[^《》]*》|[（(][^（）()]*[）)]|(?<=\d),(?=\d{3})"
    r"|[^，,；;：:。！？!?\n“《（(]|[“《（(])+"
)


def clauses(normal: str, sentence: Span) -> Iterator[Span]:
    """The clauses of a sentence, without the signs and the white space between them.

    Args:
        normal: the release's text in normal form.
        sentence: the sentence.
    """
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
