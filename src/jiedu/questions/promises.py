"""Questions about measures: those whose words the question recalls."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jiedu.catalogue import indicator
from jiedu.catalogue.rarity import bits, pairs_of
from jiedu.model import Status
from jiedu.questions.english_names import chinese_terms
from jiedu.tracking import promises_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jiedu.model import Promise, Reading
    from jiedu.questions.query import Query
    from jiedu.store import View

_SHOWN = 8
_LOOKED_FOR = 5  # pairs of a question by which releases are found
_NEAR = 600  # characters between measures of one answer
_BONUS = 12  # bits that the ministry asked about is worth
_MINISTRY = re.compile("工信部|工业和信息化部|MIIT")
_ENOUGH = 14  # bits that a measure must share with the question
_NAMES = re.compile(r"\b(?:\d?[A-Z][A-Za-z]*[A-Z]\w*|\dG|\d\d\d+)\b")
_ASKED = re.compile(
    "工信部|工业和信息化部|打算|怎么|如何|哪些|什么|方面|下一步|举措|措施|目标|实现|有|要|管|的|是|年|前|底|月|[，。？?]"
)


def promises(view: View, query: Query) -> list[Promise]:
    """The measures that a question asks about, those that recall most of it first."""
    wanted = set(pairs_of(_words(query)))
    if not wanted:
        return []
    rarest = sorted(wanted, key=lambda pair: (-bits(pair), pair))[:_LOOKED_FOR]
    found = _ranked(view.readings(query.as_of, figures=False, about=rarest), query, wanted)
    if not found:  # the words may stand around the measures and in none of them
        found = _ranked(view.readings(query.as_of, figures=False), query, wanted)
    return _with_goals(view, _with_neighbours(found))


def _with_goals(view: View, found: Sequence[Promise]) -> list[Promise]:
    """Some measures with the figures to reach that stand in them."""
    aims = {
        name: [goal for goal in view.observations(name) if goal.status is not Status.ACTUAL]
        for name in {made.release for made in found}
    }
    return [
        replace(
            made,
            goals=tuple(
                goal
                for goal in aims[made.release]
                if made.commitment.span.start <= goal.span.start < made.commitment.span.end
            ),
        )
        for made in found
    ]


def _words(query: Query) -> str:
    """The Chinese words and the names in letters that a question speaks of measures with."""
    if not query.english:
        return _ASKED.sub(" ", query.rest)
    names = [known.name for known in map(indicator, query.ids) if known is not None]
    terms = [term for _, term in chinese_terms(query.content)]
    letters = _NAMES.findall(query.rest)
    return " ".join((*names, *terms, *letters))


def _ranked(
    readings: Iterable[Reading], query: Query, wanted: set[str]
) -> list[tuple[int, Promise]]:
    """The measures of some releases that share enough with a question, the best first."""
    year = query.period[:4] if query.period else None
    asked = _MINISTRY.search(query.content) is not None
    found: list[tuple[int, Promise]] = []
    for reading in readings:
        release = reading.release
        if year is not None and str(release.published.year) != year:
            continue
        bonus = _BONUS if asked and _MINISTRY.search(release.title) else 0
        lines: dict[str, set[str]] = {}  # a paragraph of a report holds hundreds of measures
        scores: dict[int, int] = {}
        for made in reading.commitments:
            line = _line(release.text, made.span.start)
            if line not in lines:
                lines[line] = wanted & set(pairs_of(line))
            shared = wanted & set(pairs_of(made.span.of(release.text)))
            score = sum(map(bits, shared)) + sum(map(bits, lines[line] - shared)) // 2
            if lines[line] and score + bonus >= _ENOUGH:
                scores[made.span.start] = score + bonus
        kept = tuple(made for made in reading.commitments if made.span.start in scores)
        for promise in promises_of(replace(reading, commitments=kept)):
            found.append((scores[promise.commitment.span.start], promise))
    return sorted(found, key=lambda item: -item[0])


def _line(text: str, at: int) -> str:
    """The paragraph around a place."""
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
    telling = sorted(
        near, key=lambda made: not (made.commitment.targets or made.commitment.instrument)
    )
    kept = [best, *(made for made in telling if made is not best)]
    return (kept if len(kept) > 1 else [promise for _, promise in ranked])[:_SHOWN]
