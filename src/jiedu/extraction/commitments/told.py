"""Whether a clause tells a measure at all, or what was done, or a resolve."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jiedu.extraction.commitments import wording
from jiedu.extraction.commitments.plans import is_actor

if TYPE_CHECKING:
    from jiedu.extraction.commitments.fronts import Front
    from jiedu.model import Span

_EMPTY = re.compile(
    "以下|如下|一系列举措|个?方面(?:的)?(?:重点)?工作|[一二三四五六七八九十几两]件(?:大|要)?事$|几项(?:重点)?工作|是$|(?:分别|主要)为$"
)


@cache
def _slogans() -> frozenset[str]:
    return frozenset(wording.tables()["slogans"]["verbs"])


def is_measure(normal: str, part: Span, front: Front, *, planned: bool) -> bool:
    """Whether a clause with a verb of its own announces a measure.

    Args:
        normal: the release's text in normal form.
        part: the clause.
        front: its front.
        planned: whether its section is one of plans, where less has to be said.
    """
    if wording.is_done(normal, part.start, part.end):
        return False
    if normal.startswith("了", front.action.end):
        return False
    somebody = not front.subject or is_actor(front.subject)
    if not planned and (front.weak or not somebody):
        return False
    if is_empty(normal, part, front):
        return False
    return front.action.of(normal) not in _slogans()


def is_empty(normal: str, part: Span, front: Front) -> bool:
    """Whether a clause only says that measures follow: three things, the following work."""
    return _EMPTY.search(normal, front.action.end, part.end) is not None


def is_rest(words: str) -> bool:
    """Whether a clause goes on with a name in quotation marks that a comma has cut."""
    closed = words.find("”")
    return 0 <= closed < len(words) - 1 and "“" not in words[:closed]
