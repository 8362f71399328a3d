"""Markdown → text: its words without its signs, the rows of its tables told apart by tabs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from jiedu.errors import InputError
from jiedu.readers.dates import day_in
from jiedu.readers.extracted import Extracted
from jiedu.readers.pages.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\n(?P<rows>(?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_ROW = re.compile(r"^(?P<name>[\w-]{1,30})[ \t]*:[ \t]*[\"']?(?P<value>.*?)[\"']?[ \t]*$", re.M)
_DATES = ("published", "date", "pubdate")
_PUBLISHERS = ("publisher", "source", "author")
_WRAPPED = 20  # characters of a line that an editor broke; a heading of its own is shorter
_ENDED = re.compile(r"[。！？；：.!?;:|\t]\Z")
_WIDE = re.compile(r"[\u2e80-\uffef]")


def markdown_text(text: str, name: str) -> Extracted:
    """The text of a document in Markdown (CommonMark with tables), and what its front says.

    Args:
        text: the document.
        name: the document, for errors.

    Raises:
        InputError: where its parts nest too deeply.
    """
    front = _FRONT.match(text)
    said = (
        {row["name"].lower(): row["value"] for row in _ROW.finditer(front["rows"])} if front else {}
    )
    try:
        tokens = (
            MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
        )
        lines = list(_lines(tokens))
    except RecursionError as error:
        raise InputError(
            "the parts of the document nest too deeply", document=name, hint="save it as .txt"
        ) from error
    title = said.get("title", "") or next((line for line, is_title in lines if is_title), "")
    shown = [line for line, _ in lines]
    if said.get("title") and said["title"] not in shown[:3]:
        shown.insert(0, said["title"])
    return Extracted("\n".join(shown), title, _day(said), _first(said, _PUBLISHERS) or None)


def _lines(tokens: Sequence[Token]) -> Iterator[tuple[str, bool]]:
    """The lines, and whether each is the heading of the whole."""
    cells: list[str] | None = None
    mark, heading = "", ""
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            yield "\t".join(cells).rstrip("\t"), False
            cells = None
        elif token.type == "list_item_open":
            mark = f"{token.info}{token.markup}" if token.info else ""
        elif token.type == "heading_open":
            heading = token.tag
        elif token.type in {"fence", "code_block"}:
            yield from ((line.strip(), False) for line in token.content.split("\n") if line.strip())
        elif token.type == "html_block":
            body = LexborHTMLParser(token.content).body
            yield from ((line.text, False) for line in (lines_of(body) if body else []))
        elif token.type == "inline":
            words = _words(token.children or [])
            if cells is not None:
                cells.append(" ".join(words))
                continue
            for number, line in enumerate(words):
                yield f"{mark} {line}" if mark and not number else line, heading == "h1"
            mark = heading = ""


def _words(children: Sequence[Token]) -> list[str]:
    """The lines of a paragraph; one that an editor broke is joined again."""
    lines = [""]
    for child in children:
        if child.type == "hardbreak" or child.content.lower().startswith("<br"):
            lines.append("")
        elif child.type == "softbreak":
            if len(lines[-1]) < _WRAPPED or _ENDED.search(lines[-1]):
                lines.append("")
            elif not _WIDE.match(lines[-1][-1]):
                lines[-1] += " "
        elif child.type in {"text", "code_inline"}:
            lines[-1] += child.content
        elif child.type == "image":
            continue
    return [line.strip() for line in lines if line.strip()]


def _day(said: dict[str, str]) -> date | None:
    return next(filter(None, (day_in(said.get(name, "")) for name in _DATES)), None)


def _first(said: dict[str, str], names: Sequence[str]) -> str:
    return next((said[name] for name in names if said.get(name)), "")
