"""Promises and later releases, in the order of their days → the ledger."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from jiedu.model import Entry
from jiedu.tracking.deeds import Deeds
from jiedu.tracking.goals import Goal, Told, goal_of, key_of, tells, told_of
from jiedu.tracking.rulings import Rulings, is_one_of
from jiedu.tracking.verdicts import judge, unheard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from jiedu.model import Judgement, Measure, Outcome, Promise, Reading


class Tracker:
    """Finds in later releases what became of promises.

    It holds the promises and what speaks of them, never the releases: those stream by.

    Args:
        promises: the measures, in any order.
        judgements: what people decided about links; they win.
    """

    def __init__(self, promises: Iterable[Promise], judgements: Iterable[Judgement] = ()) -> None:
        self.promises = list(promises)
        self._rulings = Rulings(judgements)
        self.goals: dict[tuple[int, int], Goal] = {}
        self._by_key: dict[tuple[str, Measure, str], list[tuple[int, int]]] = defaultdict(list)
        self._facts: dict[tuple[int, int], list[Told]] = defaultdict(list)
        for number, promise in enumerate(self.promises):
            for place, found in enumerate(promise.goals):
                goal = goal_of(promise, found)
                if goal is not None:
                    self.goals[number, place] = goal
                    self._by_key[goal.key].append((number, place))
        self._deeds = Deeds(self.promises)

    def see(self, reading: Reading) -> None:
        """Take a release as evidence for the promises before it."""
        release = reading.release
        for found in reading.observations:
            key = key_of(found)
            waiting = self._by_key.get(key) if key else None
            if not waiting:
                continue
            told = told_of(release.id, release.published, release.region, release.text, found)
            if told is None:
                continue
            for place in waiting:
                if tells(self.goals[place], told):
                    self._facts[place].append(told)
        self._deeds.see(reading)

    def entries(self, as_of: date) -> Iterator[Entry]:
        """The ledger as it stood on a day, in the order of the promises."""
        for number, promise in enumerate(self.promises):
            if promise.published <= as_of:
                found = (
                    self._rulings.settled(promise, outcome)
                    for outcome in self._outcomes(number, promise, as_of)
                )
                yield Entry(promise, tuple(found))

    def _outcomes(self, number: int, promise: Promise, as_of: date) -> Iterator[Outcome]:
        aimed: Sequence[int] = range(len(promise.goals))
        if not aimed:
            rejected = self._rulings.rejected(promise, None)
            yield self._deeds.outcome(number, as_of, rejected) or unheard(
                None, promise.commitment.deadline, as_of
            )
        for place in aimed:
            found = promise.goals[place]
            goal = self.goals.get((number, place))
            if goal is None:
                yield unheard(found.span.start, promise.commitment.deadline or found.period, as_of)
            else:
                rejected = self._rulings.rejected(promise, found.span.start)
                facts = [
                    told
                    for told in self._facts.get((number, place), ())
                    if not is_one_of(told.release, told.observation.span, rejected)
                ]
                yield judge(goal, facts, as_of)
