"""Indicators by their English names."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jiedu.catalogue.indicators import indicators
from jiedu.catalogue.patterns import patterns

if TYPE_CHECKING:
    from jiedu.model import Indicator

_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to"})


@cache
def _known() -> tuple[tuple[frozenset[str], Indicator], ...]:
    return tuple((english_words(item.english), item) for item in indicators())


def english_words(english: str) -> frozenset[str]:
    """The words of a name that count, plurals as singulars."""
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
    wanted = english_words(name)
    if not wanted or not name.isascii() or not re.search("[A-Za-z]", name):
        return ()
    same = tuple(item for words, item in _known() if words == wanted)
    if same:
        return same
    holding = [(len(words), item) for words, item in _known() if wanted <= words]
    return tuple(item for _, item in sorted(holding, key=lambda pair: pair[0]))


def names_within(said: frozenset[str]) -> list[tuple[frozenset[str], str]]:
    """The indicators all of whose English name's words were said, those with the most first.

    Args:
        said: words from `english_words`.

    Returns:
        The words of each name, and the id.
    """
    found = [(words, item.id) for words, item in _known() if words <= said]
    return sorted(found, key=lambda name: -len(name[0]))


@cache
def _subjects() -> tuple[tuple[frozenset[str], str], ...]:
    named = {
        (subject.name, english_words(subject.english))
        for pattern in patterns()
        for subject in pattern.subjects.values()
    }
    return tuple((words, name) for name, words in sorted(named, key=str) if words)


def subjects_within(said: frozenset[str]) -> list[tuple[frozenset[str], str]]:
    """What composed indicators are about, as `names_within`; with the Chinese name of each."""
    found = [(words, name) for words, name in _subjects() if words <= said]
    return sorted(found, key=lambda subject: (-len(subject[0]), subject[1]))
