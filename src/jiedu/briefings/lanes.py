"""The ledger → the lines of a timeline: what is shown, in which order, and what is left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from jiedu.briefings.words import STATES
from jiedu.lexicon import closing_day
from jiedu.model import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jiedu.model import Entry

LANES = 30
"""How many measures a picture shows at most: a page of readable lines."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A state at a day: of a later sentence, or of the deadline where nothing was heard."""

    day: date
    state: State


@dataclass(frozen=True, slots=True)
class Lane:
    """One measure over time.

    Attributes:
        text: its clause.
        about: its day, who said it and where.
        begin: the day it was announced.
        due: the last day of its deadline, or ``None``.
        marks: what was heard of it, by day.
        outcome: what became of it, in words.
        state: its state, ``None`` where its goals have come to several.
    """

    text: str
    about: str
    begin: date
    due: date | None
    marks: tuple[Mark, ...]
    outcome: str
    state: State | None


def due_day(entry: Entry) -> date | None:
    """The last day of a measure's deadline, or ``None``."""
    deadline = entry.promise.commitment.deadline
    return date.fromisoformat(closing_day(deadline)) if deadline else None


def choose(entries: Iterable[Entry], as_of: date, most: int = LANES) -> list[Entry]:
    """The measures that a picture shows: those with evidence or a deadline, then the rest.

    Where they are too many, those with evidence are preferred, then those whose deadline is the
    nearest to the day. Each part is in the order in which they come.

    Args:
        entries: the ledger.
        as_of: the day asked about.
        most: how many are shown.
    """

    def rank(numbered: tuple[int, Entry]) -> tuple[bool, bool, timedelta, int]:
        number, entry = numbered
        due = due_day(entry)
        return not _is_heard_of(entry), due is None, abs((due or as_of) - as_of), number

    first = sorted(enumerate(entries), key=rank)[:most]
    first.sort(key=lambda item: (not _has_a_course(item[1]), item[0]))
    return [entry for _, entry in first]


def _is_heard_of(entry: Entry) -> bool:
    return any(outcome.evidence for outcome in entry.outcomes)


def _has_a_course(entry: Entry) -> bool:
    return _is_heard_of(entry) or entry.promise.commitment.deadline is not None


def lanes_of(entries: Iterable[Entry], days: Mapping[str, date]) -> list[Lane]:
    """The lines of some measures.

    Args:
        entries: the measures.
        days: when the releases of their evidence were published.
    """
    return [_lane(entry, days) for entry in entries]


def evidence_of(entries: Iterable[Entry]) -> set[str]:
    """The ids of the releases that the outcomes of some measures rest on."""
    return {
        place.release
        for entry in entries
        for outcome in entry.outcomes
        for place in outcome.evidence
    }


def _lane(entry: Entry, days: Mapping[str, date]) -> Lane:
    promise = entry.promise
    commitment = promise.commitment
    about = (
        str(promise.published),
        promise.region or promise.publisher,
        commitment.owner or commitment.speaker,
    )
    states = Counter(outcome.state for outcome in entry.outcomes)
    return Lane(
        promise.text,
        " · ".join(part for part in about if part),
        promise.published,
        due_day(entry),
        tuple(dict.fromkeys(sorted(_marks(entry, days), key=lambda mark: mark.day))),
        _told(entry, states),
        next(iter(states)) if len(states) == 1 else None,
    )


def _marks(entry: Entry, days: Mapping[str, date]) -> Iterator[Mark]:
    due = due_day(entry)
    for outcome in entry.outcomes:
        for place in outcome.evidence:
            yield Mark(days[place.release], outcome.state)
        if outcome.state is State.OVERDUE and due is not None:
            yield Mark(due, State.OVERDUE)


def _told(entry: Entry, states: Counter[State]) -> str:
    """What became of a measure: the state with its percentage, or states with their counts."""
    if len(entry.outcomes) != 1 and len(states) == 1:
        return f"{STATES[entry.outcomes[0].state]}（{len(entry.outcomes)} 个目标）"
    if len(entry.outcomes) != 1:
        return "，".join(
            f"{word} {states[state]}" for state, word in STATES.items() if states[state]
        )
    (outcome,) = entry.outcomes
    share = "" if outcome.percent is None else f" {outcome.percent:f}%"
    return STATES[outcome.state] + share


def span_of(lanes: Sequence[Lane], as_of: date, ahead: timedelta) -> tuple[date, date]:
    """The first and the last day that a timeline needs.

    Args:
        lanes: its lines.
        as_of: the day asked about, which is in it.
        ahead: how far it goes beyond that day for deadlines; the farther ones leave the picture.
    """
    until = as_of + ahead
    days = [as_of]
    for lane in lanes:
        days += [lane.begin, *(mark.day for mark in lane.marks)]
        if lane.due is not None:
            days.append(min(lane.due, until))
    return min(days), max(days)
