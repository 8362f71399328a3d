from __future__ import annotations

from threading import Event

import pytest

from jiedu.errors import StoreError
from jiedu.server.pages.later import Later
from jiedu.server.pages.recent import Recent
from jiedu.server.problems import ProblemError


def test_what_is_quick_is_there_at_once() -> None:
    later: Later[str] = Later(patience=30)
    assert later.get("a", lambda: "made") == "made"
    assert later.get("a", lambda: "again") == "made"


def test_what_is_slow_is_there_later_and_nobody_waits() -> None:
    go, gone = Event(), Event()

    def slow() -> str:
        go.wait()
        return "made"

    def other() -> str:
        gone.set()
        return "other"

    later: Later[str] = Later(patience=0)
    assert later.get("a", slow) is None
    assert later.get("a", slow) is None
    assert later.get("b", other) is None
    assert not gone.is_set()  # one is made at a time
    go.set()
    while later.get("a", slow) is None:
        pass
    while later.get("b", other) is None:
        pass
    assert gone.is_set()


def test_a_failure_is_told_once_and_tried_again() -> None:
    later: Later[str] = Later(patience=30)

    def fails() -> str:
        raise StoreError("gone")

    with pytest.raises(StoreError):
        later.get("a", fails)
    assert later.get("a", lambda: "made") == "made"


def test_what_another_one_makes_is_tried_again() -> None:
    later: Later[str] = Later(patience=30)

    def busy() -> str:
        raise ProblemError(503, "making", "later")

    assert later.get("a", busy) is None
    assert later.get("a", lambda: "made") == "made"


def test_so_many_are_kept() -> None:
    later: Later[int] = Later(kept=2, patience=30)
    recent: Recent[int] = Recent(2)
    for number in range(3):
        later.get(number, lambda number=number: number)  # type: ignore[misc]
        recent.get(number, lambda number=number: number)  # type: ignore[misc]
    for kept in (later, recent):
        assert [kept.get(number, lambda: -1) for number in (2, 1, 0)] == [2, 1, -1]
