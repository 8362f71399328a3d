"""A text → the phrases it is made of."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from jiedu.comparison import words
from jiedu.comparison.bare import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = re.compile(r"“([^“”，。；！？\n]{2,16})”")
_RUN = re.compile(r"[一-鿿A-Za-z+]{2,}")
_TAIL = re.compile("[达中占为超共]$")
_SHORTEST, _LONGEST = 4, 10
_TWICE = 2


def phrases_of(text: str) -> set[str]:
    """What a text says in so many words, in normal form.

    Quoted words; stretches of four to ten characters between punctuation, numbers and words
    that only join others; within longer ones, what the text says twice or more and what stands
    at such a border on either side at least once.
    """
    found = {match[1] for match in _QUOTED.finditer(text)}
    found.update(part for part in _parts(text) if _SHORTEST <= len(part) <= _LONGEST)
    return found | set(_repeated(text))


def _parts(text: str) -> Iterator[str]:
    """The stretches of a text between its borders."""
    for run in _RUN.finditer(bare(text)):
        for part in words.function().split(run[0]):
            yield _TAIL.sub("", words.lead().sub("", part))


def _repeated(text: str) -> Iterator[str]:
    """What is said twice or more, and no part of something longer that is said as often."""
    counts: dict[str, int] = defaultdict(int)
    opened: set[str] = set()
    closed: set[str] = set()
    for part in _parts(text):
        for size in range(_SHORTEST, min(_LONGEST, len(part)) + 1):
            opened.add(part[:size])
            closed.add(part[-size:])
            for at in range(len(part) - size + 1):
                counts[part[at : at + size]] += 1
    often = {gram: count for gram, count in counts.items() if count >= _TWICE}
    within = {
        shorter
        for gram, count in often.items()
        for shorter in (gram[1:], gram[:-1])
        if often.get(shorter) == count
    }
    yield from (opened & closed & often.keys()) - within
