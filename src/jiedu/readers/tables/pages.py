"""A saved web page → the grids of its tables; merged cells are spread over their area."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jiedu.errors import InputError
from jiedu.readers.tables.grids import CELLS, Area, Cell, Grid, squared

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPAN = re.compile(r"\s*(\d{1,6})")
_WIDEST, _TALLEST = 1000, 65_534  # what the HTML standard lets a cell span
_UNSEEN = frozenset({"script", "style", "template", "noscript"})
_BREAKS = frozenset({"br", "p", "div", "li"})
_NUMBERED = re.compile(r"[\d*]{1,2}")
_LINES = 12
_LONGEST = 120


def read_page(html: str, name: str) -> list[Grid]:
    """The grids of the tables of a page; a table around others is no grid of its own.

    Args:
        html: the page.
        name: the document, for errors.

    Raises:
        InputError: where its tables have too many cells, or nest without end.
    """
    try:
        return _grids(html, name)
    except RecursionError as error:
        raise InputError(
            "the parts of the page nest too deeply", document=name, hint="save the table as .xlsx"
        ) from error


def _grids(html: str, name: str) -> list[Grid]:
    tree = LexborHTMLParser(html)
    tables = tree.css("table")
    around = {outer.mem_id for table in tables if (outer := _outer(table)) is not None}
    inner = [table for table in tables if table.mem_id not in around]
    heading = tree.css_first("h1") or tree.css_first("title")
    title = _text(heading).strip() if heading is not None else ""
    return [
        squared(f"表{number}" if len(inner) > 1 else "", _rows(table, name), _above(table, title))
        for number, table in enumerate(inner, 1)
    ]


def page_text(html: str) -> str:
    """The words of a page, line by line, for its date and source."""
    body = LexborHTMLParser(html).body
    return body.text(separator="\n") if body is not None else ""


def _outer(table: LexborNode) -> LexborNode | None:
    """The table that a table stands in."""
    node = table.parent
    while node is not None and node.tag != "table":
        node = node.parent
    return node


def _rows(table: LexborNode, name: str) -> list[list[Cell]]:
    placed: dict[tuple[int, int], Cell] = {}
    trs = table.css("tr")
    for index, tr in enumerate(trs):
        column = 0
        for node in _cells(tr):
            while (index, column) in placed:
                column += 1
            wide = _span(node, "colspan", _WIDEST)
            tall = min(_span(node, "rowspan", _TALLEST), len(trs) - index)
            if len(placed) + wide * tall > CELLS:
                raise InputError(
                    f"the page has more than {CELLS:,} cells", document=name, hint="split it"
                )
            area = Area(index, column, index + tall, column + wide) if wide * tall > 1 else None
            cell = Cell(_text(node), area)
            for at in range(index, index + tall):
                for across in range(column, column + wide):
                    placed.setdefault((at, across), cell)
            column += wide
    width = max((column for _, column in placed), default=-1) + 1
    if width * len(trs) > CELLS:
        raise InputError(f"the page has more than {CELLS:,} cells", document=name, hint="split it")
    blank = Cell("")
    return [[placed.get((at, column), blank) for column in range(width)] for at in range(len(trs))]


def _cells(tr: LexborNode) -> Iterator[LexborNode]:
    for node in tr.iter(include_text=False):
        if node.tag in {"td", "th"}:
            yield node


def _span(node: LexborNode, name: str, most: int) -> int:
    found = _SPAN.match(node.attributes.get(name) or "")
    return max(1, min(int(found.group(1)), most)) if found else 1


def _text(node: LexborNode) -> str:
    """The words of a node; a raised number is set in brackets, so that it joins no figure."""
    parts: list[str] = []
    for part in node.iter(include_text=True):
        if part.tag == "-text":
            parts.append(part.text_content or "")
        elif part.tag == "sup":
            parts.append(_raised(_text(part).strip(), "".join(parts)))
        elif part.tag in _BREAKS:
            parts.append(f"\n{_text(part)}" if parts else _text(part))
        elif part.tag not in _UNSEEN and part.tag and not part.tag.startswith("-"):
            parts.append(_text(part))
    return "".join(parts)


def _raised(text: str, before: str) -> str:
    if before.rstrip().endswith("m") or not _NUMBERED.fullmatch(text):
        return text
    return f"[{text}]" if text.isdigit() else text


def _above(table: LexborNode, title: str) -> tuple[str, ...]:
    """The caption of a table, the lines before it, the nearest one first, and the page's title."""
    caption = table.css_first("caption")
    lines = [_text(caption).strip()] if caption is not None else []
    node = table.prev
    while node is not None and len(lines) < _LINES and node.tag != "table":
        text = (node.text_content or "" if node.tag == "-text" else _text(node)).strip()
        if node.tag not in _UNSEEN and text and len(text) <= _LONGEST:
            lines.append(text)
        node = node.prev
    return (*lines, title) if title and title not in lines else tuple(lines)
