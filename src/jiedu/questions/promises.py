"""Questions about measures: those whose words the question recalls."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jiedu.catalogue import indicator
from jiedu.model import Reading, Status
from jiedu.questions.english_names import chinese_terms
from jiedu.questions.recall import likeliest, ranked, recalled, scored
from jiedu.questions.words import tables
from jiedu.store import Filters
from jiedu.tracking.words import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiedu.model import Promise
    from jiedu.questions.query import Query
    from jiedu.questions.recall import Recalled
    from jiedu.store import View

_SHOWN = 8
_LOOKED_FOR = 5  # pairs of a question by which releases are found
_AT_ONCE = 8  # releases that are read at once
_AROUND = 40  # releases in whose text the words may stand around measures
_TRIED = 40  # measures that recall as much as any, among which is the one with most beside it
_NEAR = 600  # characters between measures of one answer
_NAMES = re.compile(r"\b(?:\d?[A-Z][A-Za-z]*[A-Z]\w*|\dG|\d\d\d+)\b")


def promises(view: View, query: Query) -> list[Promise]:
    """The measures that a question asks about, those that recall most of it first."""
    year = query.period[:4] if query.period else ""
    wanted = recalled(_words(query), year, query.place, query.content)
    if not wanted.pairs:
        return []
    rarest = [pair for pair, _ in sorted(wanted.pairs, key=lambda known: -known[1])][:_LOOKED_FOR]
    likely = likeliest(view.texts_about(rarest, query.as_of), wanted)
    found = ranked(_best(view, likely, wanted, query), wanted)
    if not found:  # the words may stand around the measures and in none of them
        found = ranked(scored(_around(view, wanted, query), wanted), wanted)
    return _with_goals(view, _with_neighbours(found))


def _best(
    view: View, likely: Sequence[tuple[int, str]], wanted: Recalled, query: Query
) -> list[tuple[int, Promise]]:
    """The measures of the likeliest releases, up to those that can hold no better one.

    No measure shares more with a question than the best paragraph of its release does.
    """
    found: list[tuple[int, Promise]] = []
    for start in range(0, len(likely), _AT_ONCE):
        some = likely[start : start + _AT_ONCE]
        if some[0][0] < max((score for score, _ in found), default=0):
            break
        names = [name for _, name in some]
        found += scored(view.readings(query.as_of, figures=False, of=names), wanted)
    return found


def _around(view: View, wanted: Recalled, query: Query) -> Iterator[Reading]:
    """The newest releases whose text holds the two rarest pairs of a question."""
    rarest = sorted(wanted.pairs, key=lambda known: -known[1])[:2]
    words = " ".join(pair for pair, _ in rarest)
    for hit in view.search(words, Filters(as_of=query.as_of), _AROUND):
        yield Reading(hit.release, (), (), (), view.commitments(hit.release.id))


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
        return re.sub(_asking(), " ", query.rest)
    terms = [term for _, term in chinese_terms(query.content)]
    names = [known.name for known in map(indicator, query.ids) if known is not None and not terms]
    letters = _NAMES.findall(query.rest)
    return re.sub(_asking(), " ", " ".join((*names, *terms, *letters)))


def _asking() -> str:
    """The words with which measures are asked for, and that say nothing of them."""
    kinds, said = tables()["kinds"], tables()["said"]
    publishers = [name for names in said["publishers"] for name in names]
    return alternatives([*kinds["outcome"], *kinds["commitment"], *said["asking"], *publishers])


def _with_neighbours(ranked: Sequence[tuple[int, Promise]]) -> list[Promise]:
    """The best measures, with those near the best one that speak of the same."""
    if not ranked:
        return []
    top = ranked[0][0]
    strong = [promise for score, promise in ranked if score * 2 >= top]
    first = [promise for score, promise in ranked if score == top][:_TRIED]
    country = [made for made in first if made.region is None]
    first = country or first
    best = max(first, key=lambda made: sum(_is_near(made, other) for other in strong))
    near = [made for made in strong if _is_near(made, best)]
    telling = sorted(
        near, key=lambda made: not (made.commitment.targets or made.commitment.instrument)
    )
    kept = [best, *(made for made in telling if made is not best)]
    return (kept if len(kept) > 1 else [promise for _, promise in ranked])[:_SHOWN]


def _is_near(made: Promise, other: Promise) -> bool:
    """Whether two measures stand near each other in one release."""
    apart = abs(made.commitment.span.start - other.commitment.span.start)
    return made.release == other.release and apart <= _NEAR
