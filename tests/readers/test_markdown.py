from __future__ import annotations

from datetime import date

import pytest

from jiedu.readers.markdown import markdown_text

LONG = "上半年规模以上工业增加值同比增长百分之三点八，生产总体"
CASES = [
    ("# 标题\n\n正文**增长**3.8%。", "标题\n正文增长3.8%。"),
    ("标题\n====\n正文", "标题\n正文"),
    ("## 一、总体\n- 甲\n- 乙", "一、总体\n甲\n乙"),
    ("1. 甲\n2. 乙", "1. 甲\n2. 乙"),
    ("增长[3.8%](http://a.cn)。![图](a.png)", "增长3.8%。"),
    ("| 指标 | 增速 |\n|---|---|\n| 出口 | 3% |\n| | 4% |", "指标\t增速\n出口\t3%\n\t4%"),
    ("产量3\\*5，`码`，&lt;5%", "产量3*5，码，<5%"),
    ("> 引文增长3%。", "引文增长3%。"),
    ("    缩进的一段。\n\n```\n增长3%\n```", "缩进的一段。\n增长3%"),
    ("<!-- 注 -->\n正文<br>下", "正文\n下"),
    ("<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>", "甲\t1\n乙\t2"),
    ("甲<b>乙</b>", "甲乙"),
    # what an editor broke is joined, what somebody wrote as lines is not
    (f"{LONG}\n平稳。", f"{LONG}平稳。"),
    ("标题\n正文。", "标题\n正文。"),
    (f"{LONG}。\n下一句。", f"{LONG}。\n下一句。"),
    ("甲  \n乙", "甲\n乙"),
    ("3.8%\n---\n正文", "3.8%\n正文"),
    ("一、甲\n\n***\n\n二、乙", "一、甲\n二、乙"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_signs_are_taken_out_and_the_words_kept(text: str, expected: str) -> None:
    assert markdown_text(text, "a.md").text == expected


def test_what_the_front_says() -> None:
    found = markdown_text(
        '---\ntitle: "六月数据"\ndate: 2023-07-17\nsource: 某局\ntags: [a]\n---\n\n增长3.8%。',
        "a.md",
    )
    assert found.text == "六月数据\n增长3.8%。"
    assert (found.title, found.published, found.publisher) == (
        "六月数据",
        date(2023, 7, 17),
        "某局",
    )


def test_a_line_of_signs_is_no_front() -> None:
    assert markdown_text("---\n\n正文。\n", "a.md").text == "正文。"


@pytest.mark.parametrize("sign", [">", "- ", "[", "*", "`", "|", "<b>"])
def test_what_nests_without_end_is_read_or_refused(sign: str) -> None:
    assert isinstance(markdown_text(sign * 3000 + "增长3%。", "a.md").text, str)
