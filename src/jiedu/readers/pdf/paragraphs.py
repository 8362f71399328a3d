"""Lines → paragraphs: what a page's width broke is joined again."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from jiedu.readers.pdf.runs import is_wide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.readers.pdf.runs import Row

_SHORT = 1.6  # sizes before the margin where a line ends by itself
_INDENT = 1.2  # sizes behind the margin where a paragraph begins
_OFTEN = 5  # a place where at least one line of so many begins is the margin
_LEADING = 1.35  # times the usual distance of lines, above a paragraph
_SIZES = 0.12  # of the size; lines of one paragraph differ by less
_BEGINS = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}[章节条]"
    r"|\d{1,2}[.．、](?!\d)|[①-⑳●■◆•]|[注附][:：]|表\s*\d|图\s*\d"
)
_ENDS = tuple("。！？；：!?")
_UNBROKEN = re.compile(r"[A-Za-z0-9.,%％‰+/-]{2,24}")
_NARROW = 0.6  # sizes of a character of Latin script
_WORD = re.compile(r"[A-Za-z0-9,;.)%’”]\Z")


class _Margins(NamedTuple):
    """Where the lines of a column begin and end, as a rule."""

    left: float
    right: float


def joined(pages: Sequence[Sequence[Row]]) -> list[str]:
    """The paragraphs of all pages; one goes on over the end of a column or of a page."""
    rows = [row for page in pages for row in page]
    margins = {column: _margins(rows, column) for column in {row.column for row in rows}}
    leading = _leading(pages)
    texts: list[str] = []
    for above, row in pairwise([None, *rows]):
        if above is not None and row is not None and _goes_on(above, row, margins, leading):
            texts[-1] += _between(texts[-1], row.text) + row.text
        elif row is not None:
            texts.append(row.text)
    return texts


def _margins(rows: Sequence[Row], column: int) -> _Margins:
    mine = [row for row in rows if row.column == column]
    prose = [row for row in mine if "\t" not in row.text] or mine
    size = median(row.size for row in prose)
    begins = Counter(round(row.left / size * 2) for row in prose)
    usual = [place for place, often in begins.items() if often * _OFTEN >= len(prose)]
    left = min(usual or begins) * size / 2
    return _Margins(left, max(row.right for row in prose))


def _leading(pages: Sequence[Sequence[Row]]) -> float:
    """The usual distance of two lines, in sizes."""
    steps = [
        (above.base - below.base) / above.size
        for page in pages
        for above, below in pairwise(page)
        if above.column == below.column and 0 < above.base - below.base < 4 * above.size
    ]
    return median(steps) if steps else 1.5


def _goes_on(above: Row, row: Row, margins: dict[int, _Margins], leading: float) -> bool:
    """Whether a line goes on with the one above it."""
    size = above.size
    if "\t" in above.text or "\t" in row.text or abs(row.size - size) > _SIZES * size:
        return False
    if above.right < margins[above.column].right - _room(row.text) * size:
        return False
    if row.left > margins[row.column].left + _INDENT * size:
        return False
    same = above.column == row.column and row.base < above.base
    if same and above.base - row.base > _LEADING * leading * size:
        return False
    return not (above.text.endswith(_ENDS) and _BEGINS.match(row.text))


def _room(text: str) -> float:
    """The sizes that may be left at the end of a full line: the next word did not fit there."""
    word = _UNBROKEN.match(text)
    return max(_SHORT, _NARROW * len(word[0]) + 1 if word else 0)


def _between(before: str, after: str) -> str:
    """What stands between two lines of one paragraph."""
    if is_wide(before[-1]) or is_wide(after[0]):
        return ""
    return " " if _WORD.search(before) else ""
