"""Two wordings of one sentence in one line."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import accumulate

_TOKEN = re.compile(r"\d[\d.,]*%?|[A-Za-z]+|.", re.S)
"""A number changes as a whole."""
_AROUND = 6  # characters of what stayed that are shown beside what changed
_LONGEST = 24  # characters of a change that are shown
_LEAST = 2  # characters that stayed between two changes, below which they are one change


def marked(old: str, new: str) -> str:
    """The newer wording with what was taken out as ``[-…-]`` and what came in as ``{+…+}``.

    Long stretches that stayed the same are left out.
    """
    parts: list[str] = []
    changes = _changes(old, new)
    if not changes:
        return new
    place = 0
    for at, (one, end, two, last) in enumerate(changes):
        parts.append(_kept(old[place:one], first=at == 0, last=False))
        parts.append(f"[-{_short(old[one:end])}-]" if end > one else "")
        parts.append(f"{{+{_short(new[two:last])}+}}" if last > two else "")
        place = end
    parts.append(_kept(old[place:], first=False, last=True))
    return "".join(parts)


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


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}"


def _offsets(tokens: list[str]) -> list[int]:
    return [0, *accumulate(map(len, tokens))]


def _kept(text: str, *, first: bool, last: bool) -> str:
    head = "" if first else text[:_AROUND]
    tail = "" if last else text[-_AROUND:]
    if len(text) <= len(head) + len(tail) + 1:
        return text
    return f"{head}…{tail}"
