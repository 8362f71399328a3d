"""Questions for a goal: as a figure of the plan, or where only a measure carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.model import Source
from jiedu.questions.names import left_of
from jiedu.questions.promises import promises
from jiedu.questions.single import one_figure, told_of
from jiedu.questions.told import Told, Unknown

if TYPE_CHECKING:
    from jiedu.model import Observation, Promise
    from jiedu.questions.query import Query
    from jiedu.store import View


def aim(view: View, query: Query) -> Told | Unknown:
    """The goal of one indicator, or that of a measure in the question's words."""
    found = one_figure(view, query)
    if isinstance(found, Told) or query.places:
        return found
    for made in promises(view, query):
        for goal in made.goals:
            if _is_named(goal, query):
                told = told_of(_source(made, goal), query)
                return told._replace(commitments=(made,))
    return found


def _is_named(goal: Observation, query: Query) -> bool:
    """Whether a goal is of what a question names, and of nothing narrower or wider."""
    if goal.region != query.place:
        return False
    if goal.indicator_id is not None and goal.indicator_id in query.ids:
        return not query.left
    return len(goal.indicator) > 2 and not left_of(query.rest, goal.indicator)


def _source(made: Promise, goal: Observation) -> Source:
    return Source(made.release, made.published, goal, made.sentence)
