"""Questions for the highest or lowest: of the provinces, of the months of a year, of industries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.checks.periods import days, spellings
from jiedu.model import Status
from jiedu.questions.differences import difference
from jiedu.questions.figures import AIMS, FACTS, all_of, by_province, facts
from jiedu.questions.fitting import is_asked
from jiedu.questions.query import Kind, Over
from jiedu.questions.saying import bracket, cited, fields_of, name_of, place_of, wording
from jiedu.questions.standing import standing
from jiedu.questions.told import Told, Unknown
from jiedu.questions.words import says

if TYPE_CHECKING:
    from collections.abc import Callable

    from jiedu.model import Source
    from jiedu.questions.query import Query
    from jiedu.store import View

_LENGTHS = {Over.MONTHS: 1, Over.QUARTERS: 3, Over.YEARS: 12}


def extreme(view: View, query: Query) -> Told | Unknown:
    """The highest or the lowest of some figures, all of which are cited."""
    if not query.ids:
        return Unknown("no_indicator")
    if query.left:
        return Unknown("nothing_of", query.left)
    found = _AMONG[query.over](view, query)
    if len(found) < 2:
        return Unknown("too_few", near=tuple(found))
    found.sort(key=lambda fact: fact.observation.value, reverse=query.kind is Kind.MOST)
    if says(query.content, "most") and says(query.content, "least") and not query.english:
        top, bottom = sorted((found[0], found[-1]), key=lambda fact: -fact.observation.value)
        return difference(top, bottom, query)
    best = found[0].observation.value
    last = found[min(query.top, len(found)) - 1].observation.value
    most = query.kind is Kind.MOST
    first = [
        fact
        for fact in found
        if (fact.observation.value >= last if most else fact.observation.value <= last)
    ]
    comma, colon = ("; ", ": ") if query.english else ("；", "：")
    among = wording("among", query).format(len(found))
    text = comma.join(f"{_label(fact, query)}{colon}{cited(fact, query)}" for fact in first)
    names = (*(_label(fact, query) for fact in first), among)
    fields = (*names, *(field for fact in first for field in fields_of(fact, query)))
    unit = found[0].observation.unit
    return Told(f"{text}{among}", best, unit, tuple(found), fields=fields)


def _label(fact: Source, query: Query) -> str:
    """What tells one of the figures from the others."""
    found = fact.observation
    if query.over is Over.INDUSTRIES:
        return name_of(found.indicator_id or "", query)
    if query.over is Over.PROVINCES:
        return place_of(found.region, query)
    return bracket(found.period, query).strip()


def _provinces(view: View, query: Query) -> list[Source]:
    return by_province(facts(view, query, AIMS if query.aims else FACTS))


def _over_time(view: View, query: Query) -> list[Source]:
    """The figure of each month, quarter or year within the time that is asked about."""
    length = _LENGTHS[query.over]
    groups: dict[str, list[Source]] = {}
    for fact in all_of(view, query):
        first, last = days(fact.observation.period or "")
        if _months(first, last) != length and not (first == last and length == 1):
            continue
        if query.period is None or _is_within(last, query.period):
            groups.setdefault(last[:7], []).append(fact)
    best = (standing(view, group, query.place) for group in groups.values())
    return [fact for fact in best if fact is not None]


def _months(first: str, last: str) -> int:
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7]) + 1


def _is_within(day: str, period: str) -> bool:
    first, last = days(period)
    return first <= day <= last


def _industries(view: View, query: Query) -> list[Source]:
    """The figure of each industry: the indicator's parts by the catalogue."""
    if query.period is None:
        return []
    wanted = f"{query.ids[0].partition('/')[0]}/"
    groups: dict[str, list[Source]] = {}
    for fact in view.sources_in(spellings(query.period), until=query.as_of):
        found = fact.observation
        if not (found.indicator_id or "").startswith(wanted) or found.region != query.place:
            continue
        if found.status is Status.ACTUAL and is_asked(fact, query):
            groups.setdefault(found.indicator_id or "", []).append(fact)
    best = (standing(view, group, query.place) for group in groups.values())
    return [fact for fact in best if fact is not None]


_AMONG: dict[Over, Callable[[View, Query], list[Source]]] = {
    Over.PROVINCES: _provinces,
    Over.MONTHS: _over_time,
    Over.QUARTERS: _over_time,
    Over.YEARS: _over_time,
    Over.INDUSTRIES: _industries,
}
