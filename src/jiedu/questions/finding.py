"""The one figure that a question of one indicator, time and place gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.model import Measure
from jiedu.questions.figures import AIMS, FACTS, all_of, by_words, explained, facts, latest
from jiedu.questions.query import Kind
from jiedu.questions.standing import standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Source
    from jiedu.questions.query import Query
    from jiedu.store import View


class Held(NamedTuple):
    """What the store has for a question.

    Attributes:
        best: the figure that answers, or ``None``.
        found: figures of the indicator and time that were looked at.
    """

    best: Source | None
    found: Sequence[Source]


def held(view: View, query: Query) -> Held:
    """The figure of one indicator, time and place, where one can be believed.

    Args:
        view: the store.
        query: a question of one indicator, one time at most and one place at most.
    """
    statuses = AIMS if query.kind is Kind.TARGET else FACTS
    found: list[Source] = []
    if query.ids:
        if query.period is not None:
            found = facts(view, query, statuses)
        elif query.kind is Kind.TARGET:
            found = all_of(view, query, statuses)
        else:
            found = latest(view, query)
    found = [fact for fact in found if fact.observation.region == query.place]
    if query.left:
        kept = [fact for fact in found if explained(query.left, fact)]
    else:
        kept = found
    best = standing(view, kept, query.place)
    if best is None and not query.english and not kept:
        best = standing(view, by_words(view, query, statuses), query.place)
    return Held(best, found)


def denies(query: Query, fact: Source) -> bool:
    """Whether a figure denies what a question takes for granted: that something fell."""
    found = fact.observation
    changes = {Measure.GROWTH, Measure.LEVEL_CHANGE, Measure.SHARE_CHANGE}
    return query.falling and found.measure in changes and found.value > 0
