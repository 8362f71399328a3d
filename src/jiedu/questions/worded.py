"""Figures whose names are worded otherwise than a question words them.

A figure answers where everything that the question says stands in its name or around it, where
its name says nothing that the question does not, and where what it counts can be counted so. Of
several such figures that tell different things none answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue.rarity import bits, pairs_of
from jiedu.checks.periods import days, spellings
from jiedu.model import Source
from jiedu.questions.around import around
from jiedu.questions.countable import is_countable, kinds_wanted
from jiedu.questions.fitting import is_of_time, rank
from jiedu.questions.standing import agree, standing
from jiedu.questions.wordings import Said, name_left, said_in
from jiedu.store import Filters

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from jiedu.model import Status
    from jiedu.questions.query import Query
    from jiedu.store import View

_HITS = 60  # releases in which a figure without a time is looked for
_ENOUGH = 8  # releases that are enough
_RAREST = 3  # pairs of a question by which they are found
_LEAST = 14  # bits that a question must say at least
_SOME = 0.3  # of what a question says that must stand in the sentence
_FAR = 0.25  # of what a question says that may stand outside the clause of a known figure
_LOOKED_AT = 16  # figures whose texts are looked at
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
    if said.worth < _LEAST:
        return None
    kinds = kinds_wanted(query)
    likely = [
        fact
        for fact in _told(view, query, said)
        if fact.observation.status in statuses
        if fact.observation.region == query.place or _is_in_name(fact, query)
        if is_countable(fact, query, kinds)
    ]
    found = _fitting(view, _likeliest(likely, said), said)
    if query.period is None:
        found = _newest(found)
    return _only(view, found, query)


def _is_in_name(fact: Source, query: Query) -> bool:
    """Whether a figure of no place is of the one that is asked about, as far as its text tells."""
    return query.place is not None and fact.observation.region is None


def _told(view: View, query: Query, said: Said) -> Iterable[Source]:
    """The figures of the time, or those of the releases that hold the rarest words."""
    if query.period is None:
        return _anywhere(view, query, said)
    found = view.sources_in(spellings(query.period), until=query.as_of)
    return [fact for fact in found if is_of_time(fact, query)]


def _anywhere(view: View, query: Query, said: Said) -> Iterator[Source]:
    seen: set[str] = set()
    for size in range(min(_RAREST, len(said.rarest)), 0, -1):
        hits = view.search(" ".join(said.rarest[:size]), Filters(as_of=query.as_of), _HITS)
        names = dict.fromkeys(hit.release.id for hit in hits if hit.release.id not in seen)
        for name in names:
            yield from view.figures_of(name)
        seen.update(names)
        if len(seen) >= _ENOUGH:
            return


def _likeliest(found: Iterable[Source], said: Said) -> list[Source]:
    """Those whose name and sentence share most with the question, and some of it at least."""
    scored = []
    for fact in found:
        text = f"{fact.observation.indicator} {fact.sentence}".upper()
        shared = sum(worth for pair, worth in said.pairs if pair in text)
        if shared >= _SOME * said.worth and not name_left(fact.observation.indicator, said):
            scored.append((-shared, len(scored), fact))
    return [fact for *_, fact in sorted(scored, key=lambda row: row[:2])[:_LOOKED_AT]]


def _fitting(view: View, found: Iterable[Source], said: Said) -> list[_Fit]:
    """Those that leave no word of the question over, the ones with most of it nearest first."""
    fits = []
    for fact in found:
        texts = around(view, fact)
        left = [said.left(text) for text in texts]
        cost = sum(sum(map(bits, pairs_of(words))) + len(words) for words in left[:-1])
        far = fact.observation.indicator_id is not None and cost > _FAR * said.worth
        if not left[-1] and not far:
            fits.append(_Fit(cost, fact))
    return sorted(fits, key=lambda fit: fit.cost)


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
    best = [fit.fact for fit in found if fit.cost <= found[0].cost + _APART]
    first = found[0].fact
    if not all(agree(fact, first) for fact in best):
        return None
    return standing(view, sorted(best, key=lambda fact: rank(fact, query)), query.place)
