"""The one figure that a question of one indicator, time and place gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import indicator, region_of
from jiedu.checks.book import is_moment
from jiedu.checks.periods import days
from jiedu.model import Bound, Measure, Source, Status
from jiedu.questions.figures import AIMS, FACTS, all_of, by_words, explained, facts, latest
from jiedu.questions.fitting import is_in_unit, is_said
from jiedu.questions.names import identify
from jiedu.questions.query import Kind
from jiedu.questions.standing import agree, standing
from jiedu.questions.worded import worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Observation
    from jiedu.questions.query import Query
    from jiedu.store import View


_OF_ONE = frozenset({Kind.FIGURE, Kind.SHARE})


class Held(NamedTuple):
    """What the store has for a question.

    Attributes:
        best: the figure that answers, or ``None``.
        found: figures of the indicator and time that were looked at.
    """

    best: Source | None
    found: list[Source]


def held(view: View, query: Query) -> Held:
    """The figure of one indicator, time and place, where one can be believed.

    Args:
        view: the store.
        query: a question of one indicator, one time at most and one place at most.
    """
    found = _held(view, query)
    for other in query.others if found.best is None else ():
        second = _held(view, query._replace(ids=(other,)))
        if second.best is not None:
            return second
    if found.best is None and query.place is not None and _is_named_for(query):
        found = _held(view, query._replace(places=()))
    if found.best is None:
        meant = worded(view, query, _statuses(query))
        if meant is not None and (query.left or _is_own(meant, query)):
            return Held(meant, found.found)
    return found


def _is_named_for(query: Query) -> bool:
    """Whether the place belongs to the name of the indicator: 海南离岛免税销售额."""
    known = indicator(query.ids[0]) if query.ids else None
    place = region_of(query.place or "")
    if known is None or place is None:
        return False
    return any(word in known.name for word in (place.name, *place.aliases))


def _held(view: View, query: Query) -> Held:
    found = [fact for fact in _told(view, query) if fact.observation.region == query.place]
    kept = found
    if query.left:  # no Chinese clause explains an English word
        kept = [] if query.english else [fact for fact in found if explained(query.left, fact)]
    kept = [fact for fact in kept if is_in_unit(fact, query) and not is_said(fact, query)]
    if query.asked is not None:
        kept = [fact for fact in kept if fact.observation.unit == query.asked.unit] or kept
    best = standing(view, kept, query.place) or _by_name(view, kept, query)
    coarse = best is not None and best.observation.bound is not Bound.EXACT
    if not query.english and (coarse or not kept):
        named = [
            fact
            for fact in by_words(view, query, _statuses(query))
            if _is_own(fact, query) and is_in_unit(fact, query) and not is_said(fact, query)
        ]
        told = standing(view, named, query.place)
        if told is not None and (best is None or _is_finer(told, best)):
            best = told
    return Held(best, found)


def _by_name(view: View, kept: Sequence[Source], query: Query) -> Source | None:
    """Of figures that differ the one whose text calls it just as the question does."""
    named = [fact for fact in kept if _plain(fact.observation.indicator) == _plain(query.name)]
    best = standing(view, named, query.place) if len(named) < len(kept) else None
    if best is None:
        return None
    return standing(view, [fact for fact in kept if agree(fact, best)], query.place)


def _plain(name: str) -> str:
    """A name without what says nothing at its ends."""
    for word in ("我国", "全国"):
        name = name.removeprefix(word)
    return name.removesuffix("规模")


def _is_own(fact: Source, query: Query) -> bool:
    """Whether a figure found by its words may answer for an indicator of the catalogue.

    A bare name (进出口总额) that the reading did not take for the country's is of something else,
    and so is what the catalogue knows as another indicator (5G移动电话用户 of 移动电话用户).
    """
    found = fact.observation
    if not query.ids:
        return True
    if found.indicator_id is not None:
        same = (*query.ids, *query.others)
        return found.indicator_id in same or _is_added(found, query)
    return query.place is not None or identify(found.indicator, found.measure) not in query.ids


def _is_added(found: Observation, query: Query) -> bool:
    """Whether a figure is by how much that grew whose new ones are asked for: 新增装机."""
    family, slash, part = (found.indicator_id or "").partition("/")
    added = {f"{family}_added{slash}{part}", f"{family}_new{slash}{part}"}
    return found.measure is Measure.LEVEL_CHANGE and not added.isdisjoint(query.ids)


def _statuses(query: Query) -> tuple[Status, ...]:
    return AIMS if query.aims else FACTS


def _told(view: View, query: Query) -> list[Source]:
    """The figures of the indicator: of the time, or the newest where none is named."""
    if not query.ids:
        return []
    if query.since and not query.aims:
        return facts(view, query) or _since(view, query)
    if query.period is not None:
        return facts(view, query, _statuses(query)) or _within(view, query)
    if query.aims:
        return _newest_aims(all_of(view, query, _statuses(query)))
    return latest(view, query)


def _is_finer(told: Source, best: Source) -> bool:
    """Whether a figure found by its words says exactly what another says with a bound."""
    return told.observation.bound is Bound.EXACT and agree(told, best)


def _within(view: View, query: Query) -> list[Source]:
    """Figures of a day within the year or month that is asked about, where all are of one day.

    Of what is told again and again the last day of a year is not the year's end, and so no answer;
    nor is a day before its last month, for stocks grow.
    """
    whole = len(query.period or "") in {len("2023"), len("2023-06")}
    if not whole or query.instant or query.aims or query.kind not in _OF_ONE:
        return []
    told = [
        fact
        for fact in all_of(view, query)
        if len(fact.observation.period or "") == len("2023-06-30")
        if (fact.observation.period or "").startswith(_within_which(query.period or ""))
        if is_moment(fact.observation) or fact.observation.measure is Measure.SHARE
    ]
    if len({fact.observation.period for fact in told}) == 1:
        return told
    return [] if told else _told_once(view, query)


def _told_once(view: View, query: Query) -> list[Source]:
    """Shares of a day within the year that is asked about, where no other day was ever told."""
    found = all_of(view, query) if len(query.period or "") == len("2023") else []
    days_told = {fact.observation.period or "" for fact in found}
    shares = all(fact.observation.measure is Measure.SHARE for fact in found)
    once = len(days_told) == 1 and next(iter(days_told)).startswith(f"{query.period}-")
    return found if once and shares else []


def _since(view: View, query: Query) -> list[Source]:
    """The newest figures of the year that is asked about: what stands, and what has come since."""
    year = query.period or ""
    told = [
        fact
        for fact in all_of(view, query)
        if (fact.observation.period or "").startswith(year)
        if is_moment(fact.observation) or (fact.observation.period or "").startswith(f"{year}-01/")
    ]
    newest = max((days(fact.observation.period or "")[1] for fact in told), default="")
    return [fact for fact in told if days(fact.observation.period or "")[1] == newest]


def _within_which(period: str) -> str:
    """The month in which a day may stand for what is asked about: a year's last one."""
    return f"{period}-12" if len(period) == len("2023") else period


def _newest_aims(found: Sequence[Source]) -> list[Source]:
    """Of goals of several times those of the one that was set last, and no mere expectation."""
    told = [fact for fact in found if fact.observation.status is Status.TARGET] or list(found)
    if not told:
        return []
    newest = max(told, key=lambda fact: (fact.published, fact.observation.period or ""))
    return [fact for fact in told if fact.observation.period == newest.observation.period]


def denies(query: Query, fact: Source) -> bool:
    """Whether a figure denies what a question takes for granted: that something fell."""
    found = fact.observation
    changes = {Measure.GROWTH, Measure.LEVEL_CHANGE, Measure.SHARE_CHANGE}
    return query.falling and found.measure in changes and found.value > 0
