"""What comes nearest to a question that has no answer: another time, the country, another name."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from jiedu.catalogue import indicators
from jiedu.catalogue.rarity import bits, pairs_of
from jiedu.checks.periods import days
from jiedu.questions.figures import AIMS, FACTS, all_of
from jiedu.questions.query import Kind
from jiedu.questions.standing import standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Indicator, Source
    from jiedu.questions.query import Query
    from jiedu.store import View

_TRIED = 4  # periods that are looked at for a figure that can be believed
_ALIKE = 14  # bits that a name must share with the question
_PROVINCE = {"accounts.grp": "accounts.gdp"}


def nearest(view: View, query: Query, near: Sequence[Source]) -> Source | None:
    """The figure that comes nearest to what is asked, or ``None``.

    Args:
        view: the store.
        query: the question.
        near: figures that a search for the answer came by.
    """
    if query.kind is Kind.WHY and not query.ids:
        return None
    for fact in near:
        if fact.observation.region in {None, *query.places}:
            return fact
    for other in _wider(query):
        found = _at_nearest_time(view, other)
        if found is not None:
            return found
    return None


def _wider(query: Query) -> list[Query]:
    """The question of another time; of the country; of the indicator with the nearest name."""
    one = query.at()
    found = []
    if query.ids:
        found = [one]
        if query.places:
            ids = tuple(_PROVINCE.get(known, known) for known in one.ids)
            found.append(one._replace(ids=ids, places=()))
    named = _alike(query)
    if named is not None and named.id not in query.ids:
        found.append(one._replace(ids=(named.id,), places=()))
    return found


def _at_nearest_time(view: View, query: Query) -> Source | None:
    """The figure of the period whose end is nearest to the one asked about."""
    statuses = AIMS if query.aims else FACTS
    groups: dict[str, list[Source]] = {}
    for fact in all_of(view, query, statuses):
        groups.setdefault(days(fact.observation.period or "")[1], []).append(fact)
    wanted = date.fromisoformat(days(query.period)[1]) if query.period else date.max
    for day in sorted(groups, key=lambda day: abs(date.fromisoformat(day) - wanted))[:_TRIED]:
        best = standing(view, groups[day], query.place)
        if best is not None:
            return best
    return None


@cache
def _named() -> tuple[tuple[Indicator, frozenset[str], int], ...]:
    """The indicators with the pairs of each of their names, and the bits of those."""
    named = (
        (known, frozenset(pairs_of(name)))
        for known in indicators()
        for name in (known.name, *known.aliases)
    )
    return tuple((known, pairs, sum(map(bits, pairs)) or 1) for known, pairs in named)


def _alike(query: Query) -> Indicator | None:
    """The indicator whose name shares most with the question's words."""
    if query.english:
        return None
    asked = set(pairs_of(query.rest))
    best, most = None, 0.0
    for known, named, whole in _named():
        if named.isdisjoint(asked):
            continue
        shared = sum(map(bits, named & asked))
        if shared >= _ALIKE and shared * 2 >= whole and shared * shared / whole > most:
            best, most = known, shared * shared / whole
    return best
