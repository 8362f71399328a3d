"""Questions about measures: those whose words the question recalls."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.catalogue import indicator
from jiedu.catalogue.rarity import bits, pairs_of
from jiedu.questions.english import chinese_terms
from jiedu.tracking import promises_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jiedu.model import Promise
    from jiedu.questions.understanding import Query
    from jiedu.store import View

_SHOWN = 8
_NEAR = 600  # characters between measures of one answer
_BONUS = 12  # bits that the ministry asked about is worth
_MINISTRY = re.compile("工信部|工业和信息化部|MIIT")
_ENOUGH = 14  # bits that a measure must share with the question
_ASKED = re.compile(
    "工信部|工业和信息化部|打算|怎么|如何|哪些|什么|方面|下一步|举措|措施|目标|实现|有|要|管|的|是|年|前|底|月|[，。？?0-9]"
)


def promises(view: View, query: Query, as_of: date | None = None) -> list[Promise]:
    """The measures that a question asks about, those that recall most of it first."""
    words = _ASKED.sub(" ", query.content)
    if query.english:
        names = [known.name for known in map(indicator, query.ids) if known is not None]
        words = " ".join((*names, *chinese_terms(query.content)))
    wanted = set(pairs_of(words))
    if not wanted:
        return []
    year = query.period[:4] if query.period else None
    asked = _MINISTRY.search(query.content) is not None
    found: list[tuple[int, Promise]] = []
    for reading in view.readings(as_of, figures=False):
        release = reading.release
        if year is not None and str(release.published.year) != year:
            continue
        bonus = _BONUS if asked and _MINISTRY.search(release.title) else 0
        for promise in promises_of(reading):
            shared = wanted & set(pairs_of(promise.text))
            around = wanted & set(pairs_of(_line(release.text, promise)))
            score = sum(map(bits, shared)) + sum(map(bits, around - shared)) // 2
            if around and score + bonus >= _ENOUGH:
                found.append((score + bonus, promise))
    return _with_neighbours(sorted(found, key=lambda item: -item[0]))


def _line(text: str, promise: Promise) -> str:
    """The paragraph of a measure."""
    at = promise.commitment.span.start
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


def _with_neighbours(ranked: Sequence[tuple[int, Promise]]) -> list[Promise]:
    """The best measures, with those near the best one that speak of the same."""
    if not ranked:
        return []
    top, best = ranked[0]
    near = [
        promise
        for score, promise in ranked
        if promise.release == best.release and score * 2 >= top
        if abs(promise.commitment.span.start - best.commitment.span.start) <= _NEAR
    ]
    telling = sorted(near, key=lambda made: not (made.goals or made.commitment.instrument))
    kept = [best, *(made for made in telling if made is not best)]
    return (kept if len(kept) > 1 else [promise for _, promise in ranked])[:_SHOWN]
