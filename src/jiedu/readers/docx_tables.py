"""Tables of Word documents → a line for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONG = 60  # characters; a cell of prose has more
_WIDEST = 1000  # columns that a cell spans at most


def table_rows(table: Any, words: Callable[[Any], str]) -> list[str] | None:
    """The rows of a table of data, or ``None`` where it only places paragraphs.

    Args:
        table: the element of a table.
        words: the element of a cell → its text in one line.
    """
    if _has_inner(table):
        return None
    rows = [list(row.iter(f"{_WORD}tc")) for row in table.iter(f"{_WORD}tr")]
    texts = {cell: words(cell) for cells in rows for cell in cells}
    long = sum(len(text) > _LONG for text in texts.values())
    several = sum(len(cells) > 1 for cells in rows)
    if len(rows) < 2 or several * 2 < len(rows) or long * 5 > len(texts):
        return None
    lines: list[str] = []
    above: list[str] = []
    for cells in rows:
        above = _spread(cells, texts, above)
        text = above[0] if len(cells) == 1 and above else "\t".join(above).rstrip("\t")
        if text.strip():
            lines.append(text)
    return lines


def _has_inner(table: Any) -> bool:
    return any(inner is not table for inner in table.iter(f"{_WORD}tbl"))


def _spread(cells: list[Any], texts: dict[Any, str], above: list[str]) -> list[str]:
    """A row with a text for each column; a cell merged with that above it has its text."""
    row: list[str] = []
    for cell in cells:
        shape = cell.find(f"{_WORD}tcPr")
        span = _span(shape)
        goes_on = _goes_on(shape) and len(row) < len(above)
        text = above[len(row)] if goes_on else texts[cell]
        row += [text] * min(span, max(1, _WIDEST - len(row)))
    return row


def _span(shape: Any) -> int:
    found = shape.find(f"{_WORD}gridSpan") if shape is not None else None
    value = found.get(f"{_WORD}val", "1") if found is not None else "1"
    return max(1, min(int(value), _WIDEST)) if value.isdecimal() and len(value) < 6 else 1


def _goes_on(shape: Any) -> bool:
    found = shape.find(f"{_WORD}vMerge") if shape is not None else None
    return found is not None and found.get(f"{_WORD}val", "continue") == "continue"
