"""Which element of a page holds its text: the smallest one with nearly all of its prose.

Prose is told by its signs: links weigh nothing, and words without a comma or a full stop little.
Tables of figures count apart: an introduction beside a long table is no less the text than it.
Elements that call themselves furniture are left out, unless they hold most of the prose: a page's
makers call things as they like.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from selectolax.lexbor import LexborNode

from jiedu.readers.pages.grids import has_figures, is_data
from jiedu.readers.pages.lines import BLOCKS, is_unseen
from jiedu.readers.pages.words import words

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_PROSE = re.compile(r"[，。；：]")
_NUMBER = re.compile(r"\d")
_SCANT = 0.2  # of the weight of prose, for words without its signs
_NEARLY = 0.8  # of all prose
_MOST = 0.5
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


class Chosen(NamedTuple):
    """Where the text is.

    Attributes:
        node: the element that holds it.
        skipped: the memory ids of elements in it that are furniture.
    """

    node: LexborNode
    skipped: frozenset[int]


class _Weight(NamedTuple):
    """What an element holds.

    Attributes:
        prose: its characters, those of prose for whole.
        figures: the characters of its tables of figures.
        lines: how many lines it is, as far as its makers say; a table is one.
    """

    prose: float = 0.0
    figures: int = 0
    lines: int = 0

    def has(self, share: float, whole: _Weight) -> bool:
        """Whether it holds a share of a whole, of prose and of tables alike, and anything."""
        enough = self.prose >= share * whole.prose and self.figures >= share * whole.figures
        return enough and (self.prose > 0 or self.figures > 0)


_NOTHING = _Weight()


def choose(tree: LexborHTMLParser, body: LexborNode) -> Chosen:
    """The element of a page that holds its text.

    Raises:
        RecursionError: where elements nest too deeply.
    """
    weights: dict[int, _Weight] = {}
    _weigh(body, weights, prose=False)
    skipped = frozenset(_furniture(body, weights))
    weights.clear()
    whole = _weigh(body, weights, prose=False, skipped=skipped)
    node = _known(tree, weights, whole) or _descended(body, weights, whole)
    return Chosen(node, skipped)


def _weigh(
    node: LexborNode,
    weights: dict[int, _Weight],
    *,
    prose: bool,
    skipped: frozenset[int] = frozenset(),
) -> _Weight:
    """The weight of an element, which is noted with those of all below it."""
    total, figures, lines = 0.0, 0, 0
    child = node.child
    while child is not None:
        tag = child.tag or ""
        if tag == "-text":
            text = (child.text_content or "").strip()
            signs = prose or _PROSE.search(text) or (_NUMBER.search(text) and node.tag != "div")
            total += len(text) * (1 if signs else _SCANT)
        elif tag == "br":
            lines += 1
        elif tag != "a" and not is_unseen(child) and child.mem_id not in skipped:
            if tag == "table" and is_data(child):
                inner = weights[child.mem_id] = _table(child)
            else:
                inner = _weigh(child, weights, prose=prose or tag == "p", skipped=skipped)
            total, figures = total + inner.prose, figures + inner.figures
            lines += inner.lines
        child = child.next
    found = _Weight(total, figures, lines or int(node.tag in BLOCKS))
    weights[node.mem_id] = found
    return found


def _table(table: LexborNode) -> _Weight:
    """The weight of a table: its figures hold the text open, its words are no prose."""
    text = len(table.text(strip=True))
    if has_figures(table):
        return _Weight(figures=text, lines=1)
    return _Weight(prose=text * _SCANT, lines=1)


def _furniture(body: LexborNode, weights: dict[int, _Weight]) -> list[int]:
    """The outermost elements that are furniture by their name, or not shown."""
    whole = weights[body.mem_id]
    found = []
    waiting = [body]
    while waiting:
        child = waiting.pop().child
        while child is not None:
            if (child.tag or "-")[0] not in "-!":
                held = weights.get(child.mem_id, _NOTHING)
                if _is_furniture(child) and not _holds_most(held, whole):
                    found.append(child.mem_id)
                else:
                    waiting.append(child)
            child = child.next
    return found


def _holds_most(held: _Weight, whole: _Weight) -> bool:
    return held.prose > _MOST * whole.prose or held.figures > _MOST * whole.figures


def _is_furniture(node: LexborNode) -> bool:
    about = node.attributes
    if "hidden" in about or _HIDDEN.search(about.get("style") or ""):
        return True
    names = f"{about.get('class') or ''} {about.get('id') or ''}"[:500]
    return any(name.lower() in words().furniture for name in _NAME.findall(names))


def _known(
    tree: LexborHTMLParser, weights: dict[int, _Weight], whole: _Weight
) -> LexborNode | None:
    """The one element where a well-known make of sites has its text, if most of it is there."""
    for selector in words().containers:
        found = tree.css(selector)
        if len(found) == 1 and weights.get(found[0].mem_id, _NOTHING).has(_MOST, whole):
            return found[0]
    return None


def _descended(body: LexborNode, weights: dict[int, _Weight], whole: _Weight) -> LexborNode:
    """Down into the child that holds nearly all, as long as it is more than a paragraph."""
    node: LexborNode | None = body
    while node is not None:
        deepest, node = node, _child_with_most(node, weights, whole)
    return deepest


def _child_with_most(
    node: LexborNode, weights: dict[int, _Weight], whole: _Weight
) -> LexborNode | None:
    child = node.child
    while child is not None:
        held = weights.get(child.mem_id, _NOTHING)
        if held.lines > 1 and held.has(_NEARLY, whole):
            return child
        child = child.next
    return None
