"""A figure to reach, and whether another figure tells of the same thing."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import indicator, place_of, unit_family
from jiedu.lexicon import closing_day, opening_day
from jiedu.model import Bound, Direction, Kind, Measure, Observation, Span, Status
from jiedu.tracking.names import core
from jiedu.tracking.words import pattern, same_id

if TYPE_CHECKING:
    from jiedu.model import Promise

_WHENCE = re.compile("[^，。；]{0,16}(?:来自|出自|位于|分布|集中)")
_RATE = re.compile("[占比率度面]")
_COMPARED = frozenset({Measure.LEVEL, Measure.SHARE, Measure.GROWTH})
_AT_MOST = frozenset({Bound.BELOW, Bound.AT_MOST})


class Told(NamedTuple):
    """A fact that a later release tells.

    Attributes:
        release: its id.
        published: when it was published.
        observation: the figure.
        region: the place it is of, ``None`` for the country.
        sentence: the words it stands in.
        before: what stands before the figure in it.
        after: what follows the figure in it.
    """

    release: str
    published: date
    observation: Observation
    region: str | None
    sentence: str
    before: str
    after: str


class Goal(NamedTuple):
    """A figure to reach.

    Attributes:
        observation: the figure.
        key: what figures of the same thing share: the id, or the core of the name.
        region: the place it is of, ``None`` for the country.
        due: the period by which it is due, ``None`` where nobody says.
        flow: whether it is counted over its period, and not at a moment.
        since: when it was published.
    """

    observation: Observation
    key: tuple[str, Measure, str]
    region: str | None
    due: str | None
    flow: bool
    since: date

    @property
    def lowering(self) -> bool:
        """Whether less is better."""
        known = self.observation.indicator_id and indicator(self.observation.indicator_id)
        down = bool(known) and known.good is Direction.DOWN  # type: ignore[union-attr]
        return self.observation.bound in _AT_MOST or (down and self.observation.value > 0)


def key_of(found: Observation) -> tuple[str, Measure, str] | None:
    """What two figures of one thing share, or ``None`` where the name says too little."""
    if found.measure not in _COMPARED:
        return None
    name = found.indicator_id or core(found.indicator)
    name = same_id(name)
    if not name:
        return None
    return name, found.measure, unit_family(found.unit)


def goal_of(promise: Promise, found: Observation) -> Goal | None:
    """A promise's figure as a goal, or ``None`` where nothing could be compared with it."""
    key = key_of(found)
    if key is None or found.status is Status.ACTUAL:
        return None
    due = promise.commitment.deadline or found.period
    region = found.region or promise.region
    return Goal(found, key, region, due, _is_flow(promise, found), promise.published)


def _is_flow(promise: Promise, found: Observation) -> bool:
    if found.measure is Measure.GROWTH:
        return True
    if found.measure is Measure.SHARE:
        return False
    action = promise.commitment.action
    anew = pattern("names", "flows")
    if anew.match(action) or anew.match(found.indicator):
        return True
    known = indicator(found.indicator_id) if found.indicator_id else None
    if known is not None:
        return known.kind is Kind.FLOW
    if anew.search(found.indicator) or anew.search(action):
        return True
    if pattern("names", "stocks").search(found.indicator + action):
        return False
    due = promise.commitment.deadline or found.period
    # what is to be built over years is counted together, what is to be done in one year anew
    return due is not None and closing_day(due)[:4] == str(promise.published.year)


def told_of(
    release: str, published: date, home: str | None, text: str, found: Observation
) -> Told | None:
    """A fact as evidence, or ``None`` where it is none.

    Args:
        release: the id of its release.
        published: when that was published.
        home: the release's region.
        text: the release's text.
        found: the figure.
    """
    if found.status is not Status.ACTUAL:
        return None
    before = Span(found.sentence.start, found.span.start).of(text)
    region = found.region or place_of(before, home)
    after = Span(found.span.end, max(found.span.end, found.sentence.end)).of(text)
    return Told(release, published, found, region, found.sentence.of(text), before, after)


def tells(goal: Goal, told: Told) -> bool:
    """Whether a later figure of the same name speaks of the goal's place and time."""
    if told.published <= goal.since or told.region != goal.region:
        return False
    found = told.observation
    if _is_anew(found) is not goal.flow and found.measure is Measure.LEVEL:
        return False
    if found.measure is Measure.SHARE and not _is_rate(told):
        return False
    if found.measure is Measure.GROWTH and found.basis not in {None, "yoy", goal.observation.basis}:
        return False
    return _is_in_time(goal, found)


def _is_rate(told: Told) -> bool:
    """Whether a share is one of what it is named after: seven tenths of a thing are not."""
    if _WHENCE.match(told.after):
        return False
    return _RATE.search(told.before) is not None


def _is_anew(found: Observation) -> bool:
    known = indicator(found.indicator_id) if found.indicator_id else None
    if pattern("names", "flows").match(found.indicator):
        return True
    if known is not None:
        return known.kind is Kind.FLOW
    whole = found.period is not None and len(found.period) < len("2023-06-30")
    return pattern("names", "flows").search(found.indicator) is not None or whole


def _is_in_time(goal: Goal, found: Observation) -> bool:
    if found.period is None:
        return False
    end = closing_day(found.period)
    if not goal.flow:
        return end > goal.since.isoformat() or found.period.startswith(str(goal.since.year))
    if goal.due is None:
        return False
    begins = opening_day(goal.due) if len(goal.due) < len("2023-06-30") else f"{goal.due[:4]}-01-01"
    return opening_day(found.period) == begins and end <= closing_day(goal.due)
