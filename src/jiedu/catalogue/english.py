"""Indicators by their English names."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jiedu.catalogue.indicators import indicators

if TYPE_CHECKING:
    from jiedu.model import Indicator

_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to"})


@cache
def _known() -> tuple[tuple[frozenset[str], Indicator], ...]:
    return tuple((_words(item.english), item) for item in indicators())


def _words(english: str) -> frozenset[str]:
    """The words that count, plurals as singulars."""
    found = (word for word in _WORD.findall(english.lower()) if word not in _SMALL)
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in found)


def named_in_english(name: str) -> tuple[Indicator, ...]:
    """The indicators that English words name, whatever their order.

    Args:
        name: words of a name (``5G base stations``).

    Returns:
        Those called just so; else those whose names hold all the words, the shortest first;
        none where the words hold no Latin letter.
    """
    wanted = _words(name)
    if not wanted or not name.isascii() or not re.search("[A-Za-z]", name):
        return ()
    same = tuple(item for words, item in _known() if words == wanted)
    if same:
        return same
    holding = [(len(words), item) for words, item in _known() if wanted <= words]
    return tuple(item for _, item in sorted(holding, key=lambda pair: pair[0]))
