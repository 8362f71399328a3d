"""Tables of a page → a line for each row, cells told apart by tabs, merged ones spread.

Old pages lay themselves out by tables; those are no tables, and their cells are taken like any
other element.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.readers.cell_text import in_one_line
from jiedu.readers.tables.pages import table_rows

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from jiedu.readers.tables.grids import Cell

_LONG = 60  # characters; a cell of prose has more


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


def row_lines(table: LexborNode) -> list[str]:
    """The rows of a table of data; one cell over the whole width stands alone in its line."""
    caption = table.css_first("caption")
    lines = [in_one_line(caption.text())] if caption is not None else []
    for row in table_rows(table, ""):
        cells = _cells(row)
        if any(cells):
            lines.append("\t".join(cells).rstrip("\t"))
    return [line for line in lines if line]


def _own_cells(row: LexborNode) -> list[LexborNode]:
    return [node for node in row.iter(include_text=False) if node.tag in {"td", "th"}]


def _cells(row: list[Cell]) -> list[str]:
    if row and all(cell is row[0] for cell in row):
        return [in_one_line(row[0].text)]
    return [in_one_line(cell.text) for cell in row]
