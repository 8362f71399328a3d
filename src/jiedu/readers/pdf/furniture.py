"""The lines of all pages → those of the text: without headers, footers and numbers of pages."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from jiedu.readers.pdf.rows import lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.readers.pdf.runs import Run

_EDGE = 0.13  # of a page's height, at the top and at the bottom
_LINES = 3  # lines at either edge that may be furniture
_DIGITS = re.compile(r"[\d一二三四五六七八九十百ⅰ-ⅿivxlc]+", re.I)
_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(
    r"[-—–―·•\s]*(?:\d{1,4}|[ivxlc]{1,6})[-—–―·•\s]*"
    r"|第\s*[\d一二三四五六七八九十]{1,4}\s*页(?:\s*[,，/]?\s*共\s*[\d一二三四五六七八九十]{1,4}\s*页)?"
    r"|\d{1,4}\s*/\s*\d{1,4}|page\s*\d{1,4}(?:\s*of\s*\d{1,4})?",
    re.I,
)


def without_furniture(pages: Sequence[tuple[float, Sequence[Run]]]) -> list[list[Run]]:
    """The runs of each page that are text.

    A line at the edge of a page is furniture where it numbers the page, or where the same line,
    but for its numbers, stands at that edge of at least two pages and of half of them.

    Args:
        pages: the height of each page, and its runs.
    """
    edges = [_edges(height, runs) for height, runs in pages]
    often: Counter[tuple[bool, str]] = Counter()
    for edge in edges:
        often.update({(top, _same(line)) for top, line in edge})
    enough = max(2, len(pages) // 2)
    kept: list[list[Run]] = []
    for (_, runs), edge in zip(pages, edges, strict=True):
        furniture = {
            id(run)
            for top, line in edge
            if _NUMBER.fullmatch(_words(line)) or often[top, _same(line)] >= enough
            for run in line
        }
        kept.append([run for run in runs if id(run) not in furniture])
    return kept


def _edges(height: float, runs: Sequence[Run]) -> list[tuple[bool, list[Run]]]:
    """The lines at the edges of a page: whether at the top, and the line."""
    lines = lines_of(runs)
    top = [line for line in lines[:_LINES] if line[0].base > height * (1 - _EDGE)]
    bottom = [line for line in lines[-_LINES:] if line[0].base < height * _EDGE]
    return [*((True, line) for line in top), *((False, line) for line in bottom)]


def _words(line: Sequence[Run]) -> str:
    return " ".join(run.text for run in line).strip()


def _same(line: Sequence[Run]) -> str:
    """A line as it is compared with those of other pages."""
    return _DIGITS.sub("#", _SPACE.sub("", _words(line)))
