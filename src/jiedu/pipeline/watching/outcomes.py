"""The ledger of a store → of which measures it is known now what became, and which are due."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from typing import TYPE_CHECKING

from jiedu.lexicon import closing_day
from jiedu.model import Notice, NoticeKind, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jiedu.model import Entry, Outcome, Promise

_OPEN = frozenset({State.ANNOUNCED, State.PROGRESS})
_DIGITS = 16


def states_of(entries: Iterable[Entry]) -> dict[str, str]:
    """What became of measures, by what they say; those that nobody has spoken of are left out."""
    return {
        _mark(entry.promise, outcome): outcome.state.value
        for entry in entries
        for outcome in entry.outcomes
        if outcome.state is not State.ANNOUNCED
    }


def turned(entries: Iterable[Entry], known: Mapping[str, str]) -> Iterator[Notice]:
    """Measures that have come to another state than they were known to be in.

    Args:
        entries: the ledger.
        known: `states_of` the ledger before.
    """
    seen: set[str] = set()
    for entry in entries:
        for outcome in entry.outcomes:
            mark = _mark(entry.promise, outcome)
            if outcome.state is State.ANNOUNCED or mark in seen:
                continue
            seen.add(mark)
            if known.get(mark) != outcome.state.value:
                yield _notice(NoticeKind.OUTCOME, entry.promise, outcome=outcome)


def falling_due(entries: Iterable[Entry], today: date, days: int) -> Iterator[tuple[str, Notice]]:
    """Open measures that are due within some days, each with what it is told apart by.

    Args:
        entries: the ledger.
        today: the day asked about.
        days: how many days ahead.
    """
    until = today + timedelta(days=days)
    for entry in entries:
        deadline = entry.promise.commitment.deadline
        if deadline is None:
            continue
        day = date.fromisoformat(closing_day(deadline))
        open_ = [outcome for outcome in entry.outcomes if outcome.state in _OPEN]
        if today <= day <= until and open_:
            mark = f"{_mark(entry.promise, open_[0])} {day}"
            yield mark, _notice(NoticeKind.DUE, entry.promise, outcome=open_[0], due=day)


def _mark(promise: Promise, outcome: Outcome) -> str:
    """A measure by its words, which a new version of its release leaves as they are."""
    goal = next((goal.text for goal in promise.goals if goal.span.start == outcome.target), "")
    words = "\n".join((promise.release, promise.text, goal))
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:_DIGITS]


def _notice(
    kind: NoticeKind, promise: Promise, *, outcome: Outcome, due: date | None = None
) -> Notice:
    return Notice(
        kind,
        promise.release,
        promise.published,
        promise.title,
        promise=promise,
        outcome=outcome,
        due=due,
    )
