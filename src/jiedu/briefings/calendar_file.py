"""The deadlines of the ledger as a calendar after RFC 5545: one all-day event a measure.

An event's UID is made of the measure's release and offset: who imports a newer file of the same
ledger gets the same events with what became of them since.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote

from icalendar import Calendar, Event

from jiedu.briefings.lanes import due_day
from jiedu.briefings.words import STATES, one_line, shortened
from jiedu.exports.replacing import replacing
from jiedu.model import State
from jiedu.tracking import fields_of
from jiedu.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime
    from pathlib import Path

    from jiedu.model import Entry

NAME = "举措期限"
_SUMMARY = 60  # ems that a calendar's month shows of an event, at most
_DECIDED = frozenset({State.ACHIEVED, State.MISSED})
_DAY = timedelta(days=1)


def write_calendar(
    entries: Iterable[Entry], path: Path, made: datetime, *, decided: bool = False
) -> int:
    """Write the deadlines of measures, and return how many events they are.

    Args:
        entries: the measures; those without a deadline have no event.
        path: the file; one that is there is replaced.
        made: when this was made, in UTC.
        decided: also measures that are achieved or missed, not only open ones.

    Raises:
        ExportError: where the file cannot be written.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//jiedu//jiedu {VERSION}//ZH")
    calendar.add("version", "2.0")
    calendar.add("name", NAME)
    calendar.add("x-wr-calname", NAME)  # what programs knew before RFC 7986
    events = 0
    for entry in entries:
        due = due_day(entry)
        if due is not None and (decided or is_open(entry)):
            calendar.add_component(_event(entry, due, made))
            events += 1
    with replacing(path) as part:
        part.write_bytes(calendar.to_ical())
    return events


def is_open(entry: Entry) -> bool:
    """Whether a goal of a measure, or the whole, is neither achieved nor missed."""
    return any(outcome.state not in _DECIDED for outcome in entry.outcomes)


def _event(entry: Entry, due: date, made: datetime) -> Event:
    promise = entry.promise
    event = Event()
    event.add("uid", f"{quote(promise.release, safe='')}-{promise.commitment.span.start}@jiedu")
    event.add("dtstamp", made)
    event.add("dtstart", due)
    event.add("dtend", due + _DAY)  # the first day after it
    event.add("transp", "TRANSPARENT")  # nobody is busy with it
    event.add("summary", shortened(promise.text, _SUMMARY))
    event.add("description", "\n".join(_told(entry)))
    states = dict.fromkeys(STATES[outcome.state] for outcome in entry.outcomes)
    event.add("categories", [*states, *sorted(fields_of(promise))])
    return event


def _told(entry: Entry) -> Iterator[str]:
    """The clause, its release, and what became of each goal and why."""
    promise = entry.promise
    yield one_line(promise.text)
    whose = (promise.commitment.owner, promise.commitment.instrument, promise.region)
    if any(whose):
        yield " · ".join(part for part in whose if part)
    place = f"{promise.release}@{promise.commitment.span.start}"
    yield f"{promise.title}（{promise.published}，{place}）"
    goals = {goal.span.start: goal for goal in promise.goals}
    for outcome in entry.outcomes:
        goal = goals.get(outcome.target) if outcome.target is not None else None
        about = f"{goal.indicator} {goal.text}：" if goal else ""
        share = "" if outcome.percent is None else f" {outcome.percent:f}%"
        yield f"{about}{STATES[outcome.state]}{share}。{outcome.reason}"
        for found in outcome.evidence:
            place = f"{found.release}@{found.span.start}-{found.span.end}"
            yield f"　{one_line(found.sentence)}（{place}）"
