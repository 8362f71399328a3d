"""How deeply the elements of a page nest, as far as its source shows before it is parsed."""

from __future__ import annotations

import re

_DEEPEST = 2000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})[\s/>]")
# elements without an end, and those whose end need not be written
_VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "wbr",
}
_OPEN = {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup"}
_UNCOUNTED = frozenset(_VOID | _OPEN | {"html", "head", "body"})


def is_deep(html: str) -> bool:
    """Whether elements stand open in more others than any real page has."""
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() in _UNCOUNTED:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _DEEPEST:
            return True
    return False
