"""Figures whose names are worded otherwise than a question words them.

A figure answers where everything that the question says stands in its name or around it, where
its name says nothing that the question does not, and where what it counts can be counted so. Of
several such figures that tell different things none answers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue.rarity import RAREST, bits, pairs_of
from jiedu.checks.periods import days
from jiedu.model import Source
from jiedu.questions.around import around, is_that_one, names_of
from jiedu.questions.countable import is_countable, kinds_wanted
from jiedu.questions.fitting import is_a_mean, is_said, rank
from jiedu.questions.seeking import anywhere, inside, shared_with, then
from jiedu.questions.standing import agree, is_of, standing
from jiedu.questions.wordings import Said, name_left, said_in
from jiedu.questions.words import tables

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from jiedu.model import Status
    from jiedu.questions.query import Query
    from jiedu.store import View

_LEAST = 10  # bits that a question must say at least
_SOME = 0.3  # of what a question says that must stand in the sentence
_FAR = 0.65  # of what a question says that may stand in the clauses before a known figure
_BEHIND = 0.15  # and in those behind it
_LOOKED_AT = 16  # figures whose texts are looked at
_OWN = 3  # pairs as rare as can be of a thing's own name
_NATION = re.compile("全国|我国|中国|各省|各地")
_APART = 6  # bits by which the best must be better than what tells something else


class _Fit(NamedTuple):
    cost: int
    fact: Source


def worded(view: View, query: Query, statuses: Collection[Status]) -> Source | None:
    """The one figure that says all that a question says, or ``None``.

    Args:
        view: the store.
        query: a question of one time at most and one place at most.
        statuses: what the figure may be told as.
    """
    said = said_in(query)
    if _is_ahead(query) or said.worth + (RAREST if query.places else 0) < _LEAST:
        return None
    if query.period is None:
        return _only(view, _newest(_fits(view, query, said, statuses, anywhere)), query)
    found = _fits(view, query, said, statuses, then)
    return _only(view, found or _fits(view, query, said, statuses, inside), query)


def _is_ahead(query: Query) -> bool:
    """Whether a question asks for a time that has not come and that no word of time names."""
    if query.english:
        return re.search(tables()["open_en"]["ahead"], query.content, re.I) is not None
    return any(word in query.content for word in tables()["said"]["ahead"])


def _fits(
    view: View,
    query: Query,
    said: Said,
    statuses: Collection[Status],
    told: Callable[[View, Query, Said], Iterable[Source]],
) -> list[_Fit]:
    """The figures that leave no word of the question over, of those that are looked among."""
    kinds = kinds_wanted(query)
    likely = [
        fact
        for fact in told(view, query, said)
        if fact.observation.status in statuses
        if is_of(fact, query.place) or _is_in_name(fact, query)
        if is_countable(fact, query, kinds)
        if not is_said(fact, query) and not is_a_mean(fact, query)
    ]
    return _fitting(view, _likeliest(likely, said, query.ids), said)


def _is_in_name(fact: Source, query: Query) -> bool:
    """Whether a figure of no place is of the one that is asked about, as far as its text tells."""
    return query.place is not None and fact.observation.region is None


def _likeliest(found: Iterable[Source], said: Said, ids: Collection[str] = ()) -> list[Source]:
    """Those whose name and sentence share most with the question, and some of it at least.

    The name of an indicator that the question names may say it in other words.
    """
    scored: list[tuple[int, int, Source]] = []
    for fact in found:
        shared = shared_with(f"{fact.observation.indicator} {fact.sentence}", said)
        known = fact.observation.indicator_id in ids
        named = known or not all(name_left(name, said) for name in names_of(fact))
        if shared >= _SOME * said.worth and named:
            scored.append((-shared, len(scored), fact))
    return [fact for *_, fact in sorted(scored, key=lambda row: row[:2])[:_LOOKED_AT]]


def _fitting(view: View, found: Iterable[Source], said: Said) -> list[_Fit]:
    """Those that leave no word of the question over, the ones with most of it nearest first."""
    fits = []
    for fact in found:
        texts = around(view, fact)
        left = [said.left(text) for text in texts]
        known = fact.observation.indicator_id is not None
        if not is_that_one(view, fact, said.ordinals) or _is_against_other(fact, said):
            continue
        if left[0] and all(name_left(name, said) for name in names_of(fact)):
            continue  # what is named by its id alone must have the rest in its clause
        if not left[-1] and not (known and _is_far(left, said)):
            fits.append(_Fit(sum(map(_bits, left[:-1])), fact))
    return sorted(fits, key=lambda fit: fit.cost)


def _is_against_other(fact: Source, said: Said) -> bool:
    """Whether a change is told against something that the question does not name."""
    base = fact.observation.basis or ""
    return base.startswith("vs:") and name_left(base.removeprefix("vs:"), said) != ""


def _bits(words: str) -> int:
    """How much words say, a single character as much as the rarest pair."""
    return sum(sum(map(bits, pairs_of(word))) or RAREST for word in words.split())


def _is_far(left: Sequence[str], said: Said) -> bool:
    """Whether too much of a question stands outside the clause of a figure that has an id."""
    _, near, before, _ = left
    return _bits(near) > (_BEHIND if before else _FAR) * said.worth


def _newest(found: Sequence[_Fit]) -> list[_Fit]:
    """Of those that fit as well as any the ones of the last time."""
    best = [fit for fit in found if fit.cost <= found[0].cost + _APART]
    dated = [(days(fit.fact.observation.period or "2000")[1], fit) for fit in best]
    last = max((day for day, _ in dated), default="")
    return [fit for day, fit in dated if day == last]


def _only(view: View, found: Sequence[_Fit], query: Query) -> Source | None:
    """The best where nothing that fits as well tells something else."""
    if not found:
        return None
    best = [fit.fact for fit in found if fit.cost < found[0].cost + _APART]
    first = found[0].fact
    alike = {fact.observation.indicator for fact in best}
    if len(alike) > 1 and not all(agree(fact, first) for fact in best):
        return None  # those of one name are told apart by what their sentences are of
    best.sort(key=lambda fact: rank(fact, query))
    if query.place is None and _is_unique(best, query):
        return best[0]
    return standing(view, best, query.place, within=query.content)


def _is_unique(best: Sequence[Source], query: Query) -> bool:
    """Whether a question is of one thing by its own name (渝万高铁), wherever that is.

    Its rarest pairs of characters stand in the sentence, and one release alone tells of it.
    """
    first = best[0]
    if len({fact.release for fact in best}) > 1 or first.observation.indicator_id is not None:
        return False
    if not all(agree(fact, first) for fact in best):
        return False
    text, said = f"{first.observation.indicator} {first.sentence}".upper(), said_in(query)
    rare = [pair for pair, worth in said.pairs if worth == RAREST and pair in text]
    return (len(rare) >= _OWN or bool(said.ordinals)) and _NATION.search(query.content) is None
