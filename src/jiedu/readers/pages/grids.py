"""Tables of a page → a line for each row, cells told apart by tabs, merged ones spread.

Old pages lay themselves out by tables; those are no tables, and their cells are taken like any
other element. (`jiedu.readers.tables` reads tables as figures; here they stay lines of a text, and
a parser's process need not load what reads workbooks.)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.readers.cell_text import in_one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from selectolax.lexbor import LexborNode

_LONG = 60  # characters; a cell of prose has more
_WIDEST, _TALLEST = 1000, 65_534  # what the HTML standard lets a cell span
_CELLS = 200_000  # of one table; more of them are left as they are written, not spread
_SPAN = re.compile(r"\s*(\d{1,6})")


def is_data(table: LexborNode) -> bool:
    """Whether a table is one of figures or words, and none that only places things."""
    if table.css_first("table table") is not None or table.css_first("h1, h2, form") is not None:
        return False
    rows = [_own_cells(row) for row in table.css("tr")]
    several = [cells for cells in rows if len(cells) > 1]
    if len(rows) < 2 or len(several) * 2 < len(rows):
        return False
    texts = [cell.text(strip=True) for cells in rows for cell in cells]
    long = sum(len(text) > _LONG for text in texts)
    linked = sum(len(link.text(strip=True)) for link in table.css("a"))
    return long * 5 <= len(texts) and linked * 2 <= sum(map(len, texts))


def has_figures(table: LexborNode) -> bool:
    """Whether a table of data is one of figures: three rows and more, a third of the cells."""
    cells = [cell.text(strip=True) for row in table.css("tr") for cell in _own_cells(row)]
    return len(table.css("tr")) > 2 and sum(map(_has_digit, cells)) * 3 >= len(cells)


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def row_lines(table: LexborNode, words: Callable[[LexborNode], str]) -> list[str]:
    """The rows of a table of data; one cell over the whole width stands alone in its line.

    Args:
        table: the table.
        words: a cell or a caption → its text, of as many lines as it shows.
    """
    caption = table.css_first("caption")
    lines = [in_one_line(words(caption))] if caption is not None else []
    for row in _rows(table, words):
        alone = len(set(row)) == 1 and len(row) > 1
        texts = [text for _, text in row]
        lines.append(texts[0] if alone else "\t".join(texts).rstrip("\t"))
    return [line for line in lines if line.strip()]


def _own_cells(row: LexborNode) -> list[LexborNode]:
    return [node for node in row.iter(include_text=False) if node.tag in {"td", "th"}]


def _rows(table: LexborNode, words: Callable[[LexborNode], str]) -> list[list[tuple[int, str]]]:
    """The rows, each place of each with its cell's number and text; 0 where none is."""
    placed: dict[tuple[int, int], tuple[int, str]] = {}
    rows = table.css("tr")
    number = 0
    for at, row in enumerate(rows):
        column = 0
        for node in _own_cells(row):
            while (at, column) in placed:
                column += 1
            number += 1
            wide = _span(node, "colspan", _WIDEST)
            tall = min(_span(node, "rowspan", _TALLEST), len(rows) - at)
            if len(placed) + wide * tall > _CELLS:
                wide = tall = 1
            cell = (number, in_one_line(words(node)))
            for place in ((down, across) for down in range(tall) for across in range(wide)):
                placed.setdefault((at + place[0], column + place[1]), cell)
            column += wide
    ends = [0] * len(rows)
    for at, column in placed:
        ends[at] = max(ends[at], column + 1)
    return [[placed.get((at, x), (0, "")) for x in range(end)] for at, end in enumerate(ends)]


def _span(node: LexborNode, name: str, most: int) -> int:
    found = _SPAN.match(node.attributes.get(name) or "")
    return max(1, min(int(found[1]), most)) if found else 1
