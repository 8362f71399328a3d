"""Which measures a picture shows, and what their lines say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from made_entries import DAYS, TODAY, entry, outcome

from jiedu.briefings.lanes import Mark, choose, due_day, evidence_of, lanes_of, span_of
from jiedu.model import Entry, State

LEDGER = [
    entry("无期限"),
    entry("远", "2035"),
    entry("已过", "2024", outcome(State.OVERDUE)),
    entry("有后续", None, outcome(State.PROGRESS, "later")),
    entry("近", "2025"),
    entry("也无期限"),
]


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (1, ["有后续"]),
        (2, ["有后续", "近"]),
        (3, ["已过", "有后续", "近"]),
        (4, ["远", "已过", "有后续", "近"]),
        (5, ["远", "已过", "有后续", "近", "无期限"]),
        (9, ["远", "已过", "有后续", "近", "无期限", "也无期限"]),
    ],
)
def test_what_is_heard_of_and_due_comes_first(most: int, expected: list[str]) -> None:
    assert [shown.promise.text for shown in choose(LEDGER, TODAY, most)] == expected


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (None, None),
        ("2025", date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2024-01/2027-06", date(2027, 6, 30)),
        ("2024-05-06", date(2024, 5, 6)),
    ],
)
def test_a_deadline_is_its_last_day(due: str | None, expected: date | None) -> None:
    assert due_day(entry(due=due)) == expected


LANES: dict[str, tuple[Entry, tuple[Mark, ...], str, State | None]] = {
    "nothing heard": (entry(), (), "已宣布", State.ANNOUNCED),
    "progress with a share": (
        entry("网", "2025", outcome(State.PROGRESS, "later", percent="75.5")),
        (Mark(DAYS["later"], State.PROGRESS),),
        "有进展 75.5%",
        State.PROGRESS,
    ),
    "overdue stands at its deadline": (
        entry("网", "2024", outcome(State.OVERDUE)),
        (Mark(date(2024, 12, 31), State.OVERDUE),),
        "到期未见后续",
        State.OVERDUE,
    ),
    "goals of one state": (
        entry("网", None, outcome(State.ACHIEVED, "later"), outcome(State.ACHIEVED, "later")),
        (Mark(DAYS["later"], State.ACHIEVED),),
        "已完成（2 个目标）",
        State.ACHIEVED,
    ),
    "goals of several": (
        entry("网", None, outcome(State.MISSED, "latest"), outcome(State.ACHIEVED, "later")),
        (Mark(DAYS["later"], State.ACHIEVED), Mark(DAYS["latest"], State.MISSED)),
        "已完成 1，未达到 1",
        None,
    ),
}


@pytest.mark.parametrize(("made", "marks", "told", "state"), LANES.values(), ids=LANES)
def test_lanes(made: Entry, marks: tuple[Mark, ...], told: str, state: State | None) -> None:
    (lane,) = lanes_of([made], DAYS)
    assert (lane.marks, lane.outcome, lane.state) == (marks, told, state)


def test_a_lane_says_when_where_and_who() -> None:
    country, province = lanes_of([entry(), entry(region="江苏省")], DAYS)
    assert country.about == "2024-03-05 · 信息部 · 通信局"
    assert province.about == "2024-03-05 · 江苏省 · 通信局"


def test_evidence_of() -> None:
    assert evidence_of(LEDGER) == {"later"}


def test_a_far_deadline_does_not_press_the_rest_together() -> None:
    lanes = lanes_of([entry(due="2060"), entry(due="2026")], DAYS)
    ahead = timedelta(days=1000)
    assert span_of(lanes, TODAY, ahead) == (date(2024, 3, 5), TODAY + ahead)
