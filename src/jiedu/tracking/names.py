"""When two names mean the same thing: their cores are equal."""

from __future__ import annotations

import re
from functools import lru_cache

from jiedu.catalogue import plain
from jiedu.tracking.words import leading, tables

_LIST = re.compile(r"^[^等]*[、,，][^等]*等(?=[^级待])")
_WORD = re.compile(r"[^、,，]+")
_LEAST = 4  # characters of a core that says anything


@lru_cache(maxsize=1 << 16)
def core(name: str) -> str:
    """A name without what is done to it, its whole, the things listed in it, and signs.

    Args:
        name: an indicator or a thing in words of a text.

    Returns:
        What is left, in the catalogue's normal form; empty where that says nothing.
    """
    text = plain(_LIST.sub("", name))
    match = leading("names", "leads").match(text)
    rest = text[match.end() :] if match else text
    kept = rest if len(rest) >= _LEAST else text
    vague = kept in tables()["names"]["generic"] or not _WORD.fullmatch(kept)
    return "" if vague or len(kept) < _LEAST else kept


def ends_in_a_thing(name: str) -> bool:
    """Whether a name is of something that is built."""
    return name.endswith(tuple(tables()["names"]["things"]))
