"""A goal and the figures told of it → its outcome, by comparison."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.lexicon import closing_day
from jiedu.model import Evidence, Measure, Outcome, State

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jiedu.tracking.goals import Goal, Told

_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")
_SHOWN = 3  # places of evidence for one outcome
_UNHEARD = "no release since speaks of it"
_UNHEARD_ZH = "此后的发布没有再提到"


def judge(goal: Goal, facts: Sequence[Told], as_of: date) -> Outcome:
    """What became of a goal by a day.

    A stock is achieved by the first figure that reaches it. A flow is decided by the figure of
    its whole period; before that figures from the period's beginning are progress.

    Args:
        goal: the figure to reach.
        facts: figures of the same thing, published since.
        as_of: the day asked about.
    """
    known = sorted(
        (told for told in facts if told.published <= as_of),
        key=lambda told: (closing_day(told.observation.period or ""), told.published),
    )
    if not known:
        return unheard(goal.observation.span.start, goal.due, as_of)
    reached = [told for told in known if reaches(goal, told)]
    if goal.flow:
        return _flow(goal, known, reached)
    return _stock(goal, known, reached)


def unheard(target: int | None, due: str | None, as_of: date) -> Outcome:
    """The outcome of what no later release speaks of."""
    if due is not None and closing_day(due) < as_of.isoformat():
        reason = f"due by {closing_day(due)}; {_UNHEARD}"
        chinese = f"{closing_day(due)} 到期；{_UNHEARD_ZH}"
        return Outcome(target, State.OVERDUE, None, (), reason, chinese)
    return Outcome(target, State.ANNOUNCED, None, (), _UNHEARD, _UNHEARD_ZH)


def reaches(goal: Goal, told: Told) -> bool:
    """Whether a figure is as large as the goal, or as small where less is better."""
    value, aim = told.observation.value, goal.observation.value
    if aim < 0 or goal.lowering:
        return value <= aim
    return value >= aim


def _flow(goal: Goal, known: Sequence[Told], reached: Sequence[Told]) -> Outcome:
    last = known[-1]
    whole = closing_day(last.observation.period or "") == closing_day(goal.due or "")
    if goal.observation.measure is Measure.GROWTH and not whole:
        return _outcome(goal, State.PROGRESS, [last])
    if reached and not goal.lowering:
        return _outcome(goal, State.ACHIEVED, [reached[-1]])
    if whole:
        state = State.ACHIEVED if reaches(goal, last) else State.MISSED
        return _outcome(goal, state, [last])
    return _outcome(goal, State.PROGRESS, [last])


def _stock(goal: Goal, known: Sequence[Told], reached: Sequence[Told]) -> Outcome:
    if reached:
        return _outcome(goal, State.ACHIEVED, list(reached[:_SHOWN]))
    last = known[-1]
    due = closing_day(goal.due) if goal.due else None
    sure = goal.observation.indicator_id is not None
    if sure and due is not None and closing_day(last.observation.period or "") >= due:
        return _outcome(goal, State.MISSED, [last])
    return _outcome(goal, State.PROGRESS, [last])


def _outcome(goal: Goal, state: State, shown: Sequence[Told]) -> Outcome:
    deciding = shown[0].observation
    percent = None
    if goal.observation.value > 0 and goal.observation.measure is not Measure.GROWTH:
        share = deciding.value * _HUNDRED / goal.observation.value
        percent = share.quantize(_TENTH).normalize() + 0
    sign = "≥" if reaches(goal, shown[0]) and not goal.lowering else "≤" if goal.lowering else "<"
    late = late_zh = ""
    if goal.due and deciding.period and closing_day(deciding.period) > closing_day(goal.due):
        late = f"; the first figure told is of after {closing_day(goal.due)}"
        late_zh = f"；最早公布的数已在 {closing_day(goal.due)} 之后"
    told, aim = deciding.text, goal.observation.text
    published = shown[0].published
    reason = f"{told} ({deciding.period}, published {published}) {sign} {aim}{late}"
    chinese = f"{told}（{deciding.period}，{published} 公布） {sign} {aim}{late_zh}"
    evidence = tuple(Evidence(told.release, told.observation.span, told.sentence) for told in shown)
    return Outcome(goal.observation.span.start, state, percent, evidence, reason, chinese)
