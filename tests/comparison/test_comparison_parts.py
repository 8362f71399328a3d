from __future__ import annotations

from datetime import date

import pytest

from jiedu.comparison import compare, is_swapped, parts_of
from jiedu.errors import InputError
from jiedu.model import Change, Release, digest
from jiedu.pipeline import process

_OLD = (
    "今年目标是规模以上工业增加值增长5%左右。1月份，规模以上工业增加值同比增长3.8%。"
    "我们将推进5G工厂建设。"
)
_NEW = (
    "今年目标是规模以上工业增加值增长6%左右。1月份，规模以上工业增加值同比增长4.1%。发电量增长2%。"
)


def _release(name: str, day: date, text: str) -> Release:
    return Release(name, name, day, text, digest(text))


def test_every_change_stands_in_one_list() -> None:
    old = process(_release("old", date(2023, 2, 1), _OLD))
    new = process(_release("new", date(2024, 2, 1), _NEW))
    found = compare(old, new)
    parts = parts_of(found)
    assert len(parts.goals.changed) == 1
    assert len(parts.facts.changed) == 1
    assert {each.change for each in parts.facts.new} == {Change.NEW}
    listed = [*sum(parts.goals, ()), *sum(parts.facts, ())]
    assert sorted(map(id, listed)) == sorted(map(id, found.figures))
    measures = [*parts.continued, *parts.new_measures, *parts.dropped]
    assert sorted(map(id, measures)) == sorted(map(id, found.measures))
    assert parts.any


def test_figures_that_stayed_are_no_change() -> None:
    text = "1月份，规模以上工业增加值同比增长3.8%。"
    readings = [process(_release(name, date(2023, 2, 1), text)) for name in ("old", "new")]
    parts = parts_of(compare(*readings))
    assert len(parts.facts.same) == 1
    assert not parts.any


@pytest.mark.parametrize(
    ("one", "two", "swapped"),
    [
        (date(2023, 1, 1), date(2024, 1, 1), False),
        (date(2024, 1, 1), date(2023, 1, 1), True),
        (date(2024, 1, 1), date(2024, 1, 1), False),
    ],
)
def test_which_of_two_is_older(one: date, two: date, swapped: bool) -> None:
    assert is_swapped(_release("a", one, "甲"), _release("b", two, "乙")) is swapped


def test_one_text_is_not_compared_with_itself() -> None:
    with pytest.raises(InputError, match="same text"):
        is_swapped(_release("a", date(2023, 1, 1), "甲"), _release("b", date(2024, 1, 1), "甲"))
