"""The words around a figure that say what it is of, the nearest first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.catalogue import indicator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Source
    from jiedu.store import View

_TELLING = 5  # characters of a name that is of one thing alone
_STOP = re.compile("[，。；：！？,;]")
_DAY = re.compile(
    "^(?:央视网消息（新闻联播）[：:])?(?:今[天晚]|昨[天晚]|日前|近日|目前|截至目前)?(?:（[^）]{2,8}）)?[^，。]{0,3}，"
)
_ENDS = re.compile("[。；;]")
_FRONT = 20  # characters of a clause in which its subject stands
_HEADING = 40  # characters of a line that is a heading


def around(view: View, fact: Source) -> list[str]:
    """What stands around a figure, each text holding the one before it.

    The name with its clause; also what else the catalogue calls it; also the clauses before it;
    also the whole sentence. For a figure that the catalogue does not know the last clause before
    it, and then the subjects of the others, the heading and the title.

    Args:
        view: the store.
        fact: the figure.
    """
    item = fact.observation
    clauses, own = _clauses(fact)
    told = f"{item.indicator} {clauses[own]}"
    near = f"{' '.join(names_of(fact))} {told}"
    if item.indicator_id is not None:
        return [told, near, f"{near} {' '.join(clauses[:own])}", f"{near} {fact.sentence}"]
    before = f"{near} {clauses[own - 1] if own else ''}"
    fronts = " ".join(clause[:_FRONT] for clause in clauses[:own])
    return [told, near, before, f"{before} {fronts} {_over(view, fact)}"]


def names_of(fact: Source) -> tuple[str, ...]:
    """The name of a figure, and those that the catalogue has for it; short ones are of many."""
    item = fact.observation
    known = indicator(item.indicator_id) if item.indicator_id else None
    if known is None:
        return (item.indicator,)
    more = (name for name in (known.name, *known.aliases) if len(name) >= _TELLING)
    return (item.indicator, *more)


def is_that_one(view: View, fact: Source, ordinals: Sequence[str]) -> bool:
    """Whether a figure is of the one of several that is meant: 第136届, 首批.

    Args:
        view: the store.
        fact: the figure.
        ordinals: as a question has them.
    """
    said = f"{fact.sentence} {_over(view, fact)}" if ordinals else ""
    return all(word in said for word in ordinals)


def _untimed(text: str) -> str:
    """A text without the word for the day that it begins with, 今天（8月3日）."""
    return _DAY.sub("", text)


def _clauses(fact: Source) -> tuple[list[str], int]:
    """The clauses of a sentence, and which of them holds the figure."""
    at = fact.observation.span.start - fact.observation.sentence.start
    parts: list[str] = []
    begin, own = 0, 0
    for stop in (*_STOP.finditer(fact.sentence), None):
        end = stop.start() if stop else len(fact.sentence)
        if begin <= at:
            own = len(parts)
        parts.append(fact.sentence[begin:end])
        begin = stop.end() if stop else end
    return parts, own


def _over(view: View, fact: Source) -> str:
    """The title, the heading over a figure's paragraph, its front, that of the sentence before."""
    release = view.release(fact.release)
    begin = release.text.rfind("\n", 0, fact.observation.span.start) + 1
    heading = release.text[release.text.rfind("\n", 0, max(begin - 1, 0)) + 1 : begin].strip()
    front = _STOP.split(_untimed(release.text[begin : fact.observation.span.start]), maxsplit=1)[0]
    lead = release.text[begin : fact.observation.sentence.start].rstrip("。；;")
    last = _untimed(_ENDS.split(lead)[-1])[:_FRONT]
    over = heading if len(heading) <= _HEADING and not heading.endswith("。") else ""
    return f"{release.title} {over} {front[-_HEADING:]} {last}"
