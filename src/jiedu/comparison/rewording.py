"""Two wordings → what of them stayed, what was taken out and what came in."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

_TOKEN = re.compile(r"\d[\d.,]*%?|[A-Za-z]+|.", re.S)
"""A number changes as a whole."""
_LEAST = 2  # characters that stayed between two changes, below which they are one change


class Reworded(NamedTuple):
    """A stretch of both wordings.

    Attributes:
        kept: what stands in both; empty for a change.
        out: what only the older one says.
        into: what the newer one says instead.
    """

    kept: str = ""
    out: str = ""
    into: str = ""


def reworded(old: str, new: str) -> list[Reworded]:
    """The stretches of two wordings in their order; two changes never stand side by side."""
    stretches: list[Reworded] = []
    place = 0
    for one, end, two, last in _changes(old, new):
        if one > place:
            stretches.append(Reworded(kept=old[place:one]))
        stretches.append(Reworded(out=old[one:end], into=new[two:last]))
        place = end
    if place < len(old):
        stretches.append(Reworded(kept=old[place:]))
    return stretches


def _changes(old: str, new: str) -> list[tuple[int, int, int, int]]:
    """The stretches that differ, joined where next to nothing stands between them."""
    joined: list[tuple[int, int, int, int]] = []
    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    befores, afters = _offsets(olds), _offsets(news)
    for kind, *ends in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        one, end = befores[ends[0]], befores[ends[1]]
        two, last = afters[ends[2]], afters[ends[3]]
        if joined and one - joined[-1][1] < _LEAST:
            joined[-1] = (joined[-1][0], end, joined[-1][2], last)
        else:
            joined.append((one, end, two, last))
    return joined


def _offsets(tokens: list[str]) -> list[int]:
    return [0, *accumulate(map(len, tokens))]
