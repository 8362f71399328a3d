"""What marks a text: all that a query asks for, and little else."""

from __future__ import annotations

import pytest

from jiedu.store.grams import marks, marks_of


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("工业增加值", ["工业增加值"], True),
        ("工业增加值", ["值"], True),
        ("工业增加值", ["业增"], True),
        ("工业增加值", ["增值"], False),
        ("工业，增加值", ["业增"], False),
        ("工业，增加值", ["业，增"], True),
        ("工业增加值", ["工业", "加值"], True),
        ("工业增加值", ["工业", "农业"], False),
        ("增加，加值", ["增加值"], False),  # both pairs, and not the three
        ("基站总量与站总数", ["基站总数"], True),  # all runs of three: the text must be looked at
        ("５Ｇ基站", ["5g"], True),
        ("東數西算", ["东数"], True),
    ],
)
def test_a_text_is_marked_by_what_it_holds(text: str, words: list[str], marked: bool) -> None:
    assert (set(marks_of(words)) <= set(marks(text))) is marked


def test_marks_are_integers_of_a_server() -> None:
    assert all(-(2**31) <= mark < 2**31 for mark in marks("".join(map(chr, range(0x4E00, 0x9FA5)))))
