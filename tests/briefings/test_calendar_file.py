"""Calendars of deadlines, parsed back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar
from made_entries import entry, outcome

from jiedu.briefings import write_calendar
from jiedu.model import State

if TYPE_CHECKING:
    from pathlib import Path

    from jiedu.model import Entry

MADE = datetime(2025, 12, 1, 8, 30, tzinfo=UTC)


def events(path: Path, entries: list[Entry], *, decided: bool = False) -> list[Any]:
    written = write_calendar(entries, path, MADE, decided=decided)
    calendar = Calendar.from_ical(path.read_bytes())
    assert not calendar.errors
    found = list(calendar.walk("VEVENT"))
    assert written == len(found)
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "due.ics"


def test_an_event_is_the_last_day_of_a_deadline(path: Path) -> None:
    (event,) = events(path, [entry("建成5G网络", "2026-02", region="江苏省")])
    assert event.decoded("dtstart") == date(2026, 2, 28)
    assert event.decoded("dtend") == date(2026, 3, 1)
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event.decoded("dtstamp") == MADE
    assert event["summary"] == "建成5G网络"
    assert "工作问答（2024-03-05，plan@7）" in event["description"]
    assert "江苏省" in event["description"]
    assert "because of announced" in event["description"]
    assert event["categories"].cats == ["已宣布", "5g"]


def test_the_file_is_what_the_standard_asks_for(path: Path) -> None:
    signs = "分号；;逗号,反斜杠\\换行\n以及很长很长的一句话" * 9
    (event,) = events(path, [entry(signs, "2026")])
    raw = path.read_bytes()
    assert raw.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert event["description"].startswith(" ".join(signs.split()))


def test_an_event_is_known_again_by_its_measure(path: Path) -> None:
    before = entry("建网", "2026", release="年报 一/2")
    after = entry("建网", "2026", outcome(State.PROGRESS, "later"), release="年报 一/2")
    other = entry("建网", "2026", release="年报 一/2", start=90)
    uids = [str(events(path, [one])[0]["uid"]) for one in (before, after, other)]
    assert uids[0] == uids[1] != uids[2]
    assert uids[0].isascii()
    assert " " not in uids[0]
    assert uids[0].endswith("-7@jiedu")


OPEN = {
    "announced": ((outcome(),), True),
    "progress": ((outcome(State.PROGRESS, "later"),), True),
    "overdue is not missed": ((outcome(State.OVERDUE),), True),
    "achieved": ((outcome(State.ACHIEVED, "later"),), False),
    "missed": ((outcome(State.MISSED, "later"),), False),
    "one goal of two": ((outcome(State.ACHIEVED, "later"), outcome()), True),
}


@pytest.mark.parametrize(("outcomes", "is_open"), OPEN.values(), ids=OPEN)
def test_open_measures_only_but_for_all(
    outcomes: tuple[Any, ...], is_open: bool, path: Path
) -> None:
    made = [entry("建网", "2026", *outcomes)]
    assert len(events(path, made)) == is_open
    assert len(events(path, made, decided=True)) == 1


def test_the_reason_and_the_evidence_are_told(path: Path) -> None:
    made = entry("建网", "2026", outcome(State.PROGRESS, "later", percent="75.5"))
    (event,) = events(path, [made])
    assert "有进展 75.5%。because of progress" in event["description"]
    assert "later：已经办好。（later@3-9）" in event["description"]


def test_no_deadline_no_event(path: Path) -> None:
    assert events(path, [entry("建网")]) == []


def test_a_day_far_ahead(path: Path) -> None:
    (event,) = events(path, [entry("建网", "2060")])
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
