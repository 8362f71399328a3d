"""Measures as pages show them: the clause, what became of each goal, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.model import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from jiedu.model import Commitment, Entry, Evidence, Language, Observation, Outcome
    from jiedu.server.pages.book import Book, Line

STATE_MARKS = {
    State.ACHIEVED: "✓",
    State.PROGRESS: "◔",
    State.MISSED: "✗",
    State.OVERDUE: "!",
    State.ANNOUNCED: "·",
}
"""What stands beside a state, so that colour is not all that tells states apart."""


class Clause(NamedTuple):
    """A clause cut at its verb, so that a page can show it; all of it is ``before`` without one."""

    before: str
    action: str
    after: str


class Place(NamedTuple):
    """A sentence that an outcome rests on, and when it was published."""

    evidence: Evidence
    day: date


class Fate(NamedTuple):
    """What became of a goal, or of a measure without one.

    Attributes:
        state: how far it has come.
        goal: the figure to reach.
        percent: how much of it is reached, where that can be said.
        filled: the same for a bar, no more than a hundred.
        places: the sentences it rests on.
        reason: why it follows, in the page's language; empty where the state says it all.
    """

    state: State
    goal: Observation | None
    percent: Decimal | None
    filled: float
    places: tuple[Place, ...]
    reason: str


class Row(NamedTuple):
    """A measure in a list.

    Attributes:
        entry: the measure.
        clause: its words.
        fates: what became of each goal, or of the whole.
        heading: the group that begins with it, ``None`` where none does.
    """

    entry: Entry
    clause: Clause
    fates: tuple[Fate, ...]
    heading: str | None = None


def rows_of(
    lines: Sequence[Line], book: Book, language: Language, *, grouped: bool = False
) -> list[Row]:
    """The rows of some measures, in their order.

    Args:
        lines: the measures.
        book: the ledger that they are of.
        language: of the page.
        grouped: whether the first of each group carries its heading.
    """
    rows: list[Row] = []
    last: str | None = None
    for line in lines:
        begins = grouped and line.group != last
        last = line.group
        rows.append(row_of(line.entry, book.days, language, line.group if begins else None))
    return rows


def row_of(
    entry: Entry, days: Mapping[str, date], language: Language, heading: str | None = None
) -> Row:
    """The row of one measure.

    Args:
        entry: the measure.
        days: when the releases of its evidence were published.
        language: of the page.
        heading: the group that begins with it.
    """
    promise = entry.promise
    goals = {goal.span.start: goal for goal in promise.goals}
    fates = tuple(_fate(outcome, goals, days, language) for outcome in entry.outcomes)
    return Row(entry, clause_of(promise.text, promise.commitment), fates, heading)


def clause_of(text: str, commitment: Commitment) -> Clause:
    """A clause cut at its leading verb; whole where the verb is not in one piece."""
    before, action, after = (
        text.partition(commitment.action) if commitment.action else (text, "", "")
    )
    return Clause(before, action, after)


def _fate(
    outcome: Outcome,
    goals: Mapping[int, Observation],
    days: Mapping[str, date],
    language: Language,
) -> Fate:
    places = tuple(Place(each, days[each.release]) for each in outcome.evidence)
    reason = outcome.reason_zh if language == "zh" and outcome.reason_zh else outcome.reason
    goal = None if outcome.target is None else goals.get(outcome.target)
    silent = outcome.state is State.ANNOUNCED and not places
    percent = outcome.percent
    filled = 0.0 if percent is None else max(0.0, min(100.0, float(percent)))
    return Fate(outcome.state, goal, percent, filled, places, "" if silent else reason)
