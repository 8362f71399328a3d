from __future__ import annotations

import pytest

from jiedu.lexicon import refused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见https://example.org/1。", [("https://example.org/1。", "title")]),
        ("12:30开始", [("12:30", "time")]),
        ("0—3岁婴幼儿", [("0—3岁", "age")]),
        ("三级医院的9号线", [("9号", "grade")]),
        ("图3", [("3", "ordinal")]),
        ("7部门发文", [("7部门", "own list")]),
        ("涵盖8方面", [("8方面", "own list")]),
        ("30日内", [("30日", "duration")]),
        ("发展一家", [("一家", "word")]),
        ("百亩", [("百亩", "vague")]),
        ("5个", []),
    ],
)
def test_what_is_no_quantity(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(text[item.start : item.end], item.decision.value) for item in refused(text)]
    assert found == expected
