"""Elements → lines: one for each paragraph, and one for each row of a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jiedu.readers.pages.grids import is_data, row_lines
from jiedu.readers.pages.words import words
from jiedu.readers.raised import raised

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

BLOCKS = frozenset(
    {
        *("address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody"),
        *("td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
_SPACE = re.compile(r"[ \t\r\n\f\xa0\u200b\ufeff\xad]+")
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\U00020000-\U0003ffff]"
_WRAPPED = re.compile(rf"(?<={_WIDE})[ \t]*\r?\n\s*(?={_WIDE})")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    Attributes:
        text: its characters, without space at either end.
        row: whether it is the row of a table; its cells are told apart by tabs.
        linked: how many of the characters are those of links.
    """

    text: str
    row: bool = False
    linked: int = 0


def lines_of(node: LexborNode, skipped: frozenset[int] = frozenset()) -> list[Line]:
    """The lines below an element, in order, empty ones left out.

    Args:
        node: the element.
        skipped: the memory ids of elements that are left out.

    Raises:
        RecursionError: where elements nest too deeply.
    """
    walk = _Walk(skipped)
    walk.go(node)
    walk.end()
    return walk.lines


def is_unseen(node: LexborNode) -> bool:
    """Whether an element is none of the text by its kind."""
    tag = node.tag or ""
    return tag in words().unseen or tag.startswith(("-", "!", "?"))


def _shown(node: LexborNode) -> str:
    """What a cell shows."""
    return "\n".join(line.text for line in lines_of(node))


class _Walk:
    def __init__(self, skipped: frozenset[int]) -> None:
        self.lines: list[Line] = []
        self._skipped = skipped
        self._parts: list[str] = []
        self._linked = 0

    def go(self, node: LexborNode, *, link: bool = False, kept: bool = False) -> None:
        """Take what is below an element; ``kept`` keeps the line ends of the source."""
        child = node.child
        while child is not None:
            self._one(child, link=link, kept=kept)
            child = child.next

    def end(self) -> None:
        """End the line."""
        text = _SPACE.sub(" ", _WRAPPED.sub("", "".join(self._parts))).strip(" \u3000")
        if text:
            self.lines.append(Line(text, linked=min(self._linked, len(text))))
        self._parts.clear()
        self._linked = 0

    def _one(self, node: LexborNode, *, link: bool, kept: bool) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self._take(node.text_content or "", link=link, kept=kept)
        elif is_unseen(node) or node.mem_id in self._skipped:
            return
        elif tag == "br":
            self.end()
        elif tag == "sup":
            self._raise(node)
        elif tag == "table" and is_data(node):
            self.end()
            self.lines += [Line(text, row=True) for text in row_lines(node, _shown)]
        elif tag in BLOCKS:
            self.end()
            self.go(node, link=link, kept=kept or tag == "pre")
            self.end()
        else:
            self.go(node, link=link or tag == "a", kept=kept)

    def _take(self, text: str, *, link: bool, kept: bool) -> None:
        pieces = text.split("\n") if kept else [text]
        for number, piece in enumerate(pieces):
            if number:
                self.end()
            self._parts.append(piece)
            self._linked += len(piece.strip()) if link else 0

    def _raise(self, node: LexborNode) -> None:
        """A raised number as it is meant: a power, a unit's, or the mark of a note."""
        self._parts.append(raised(node.text().strip(), "".join(self._parts[-3:])))
