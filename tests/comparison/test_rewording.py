from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiedu.comparison import reworded

_TEXT = st.text(alphabet="甲乙丙3.5%a ", max_size=30)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("稳步推进", "加快推进", ["-稳步+加快", "推进"]),
        ("增长6.2%", "增长3.1%", ["增长", "-6.2%+3.1%"]),
        ("推进", "加快推进", ["-+加快", "推进"]),
        ("加快推进", "推进", ["-加快+", "推进"]),
        ("甲同乙", "丙同丁", ["-甲同乙+丙同丁"]),
        ("同样的话", "同样的话", ["同样的话"]),
        ("", "", []),
    ],
)
def test_what_stayed_and_what_changed(old: str, new: str, shown: list[str]) -> None:
    found = [each.kept or f"-{each.out}+{each.into}" for each in reworded(old, new)]
    assert found == shown


@given(_TEXT, _TEXT)
def test_both_wordings_can_be_read_from_the_stretches(old: str, new: str) -> None:
    found = reworded(old, new)
    assert "".join(each.kept or each.out for each in found) == old
    into = "".join(each.kept or each.into for each in found)
    assert into == new
