"""Questions for a goal: as a figure of the plan, or where only a measure carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.checks.periods import days, same, spellings
from jiedu.model import Source, Status
from jiedu.questions.names import left_of
from jiedu.questions.promises import promises
from jiedu.questions.saying import fields_of, sentence
from jiedu.questions.single import one_figure, told_of
from jiedu.questions.told import Told, Unknown
from jiedu.questions.wordings import name_left, said_in
from jiedu.questions.words import says

if TYPE_CHECKING:
    from jiedu.model import Observation, Promise
    from jiedu.questions.query import Query
    from jiedu.store import View

_LISTED = 8  # goals of one answer


def aim(view: View, query: Query) -> Told | Unknown:
    """The goal of one indicator, or that of a measure in the question's words."""
    named = query.ids or query.left
    if not named and query.place is not None and query.period is not None:
        return _all_of(view, query)
    found = one_figure(view, query)
    if isinstance(found, Told) or query.places:
        return found
    for made in promises(view, query):
        for goal in made.goals:
            if _is_named(goal, query) and _is_due(goal, made, query):
                told = told_of(_source(made, goal), query)
                return told._replace(commitments=(made,))
    done = one_figure(view, query._replace(aims=False))
    if isinstance(done, Told) and (not says(query.content, "target") or _is_ahead(done)):
        return done  # 到2025年 may be said of what is done
    return found


def _is_ahead(told: Told) -> bool:
    """Whether a figure was told before its time had passed: a plan, whatever its verb."""
    period = told.observations[0].observation.period
    return period is not None and days(period)[1] > told.observations[0].published.isoformat()


def _all_of(view: View, query: Query) -> Told | Unknown:
    """The goals that a place has set for a time, in the order in which it says them."""
    if query.left:
        return Unknown("nothing_of", query.left)
    found = [
        fact
        for fact in view.sources_in(spellings(query.period or ""), until=query.as_of)
        if fact.observation.status is Status.TARGET and fact.observation.indicator_id is not None
        if fact.observation.region == query.place
    ]
    if not found:
        return Unknown("no_measure")
    first = min(found, key=lambda fact: (fact.release, fact.observation.span.start))
    near = [fact for fact in found if fact.release == first.release][:_LISTED]
    text = ("; " if query.english else "；").join(sentence(fact, query) for fact in near)
    fields = tuple(field for fact in near for field in fields_of(fact, query))
    return Told(text, observations=tuple(near), fields=fields)


def _is_named(goal: Observation, query: Query) -> bool:
    """Whether a goal is of what a question names, and of nothing narrower or wider."""
    if goal.region != query.place:
        return False
    if goal.indicator_id is not None and goal.indicator_id in query.ids:
        return not query.left
    said = said_in(query)
    named = not name_left(goal.indicator, said) and not said.left(goal.indicator)
    return len(goal.indicator) > 2 and (named or not left_of(query.rest, goal.indicator))


def _is_due(goal: Observation, made: Promise, query: Query) -> bool:
    """Whether a goal is of the time that a question names, or was set then and names none."""
    if query.period is None or same(goal.period, query.period, moment=True):
        return True
    return goal.period is None and str(made.published.year) == query.period


def _source(made: Promise, goal: Observation) -> Source:
    return Source(made.release, made.published, goal, made.sentence)
