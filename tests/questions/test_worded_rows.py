"""The rows by which texts and questions word one thing in two ways, and what is made of them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from jiedu.model import Measure
from jiedu.questions.countable import kinds_wanted
from jiedu.questions.names import left_over
from jiedu.questions.places import places_in
from jiedu.questions.understanding import understand
from jiedu.questions.wordings import name_left, said_in, uncovered, with_alike
from jiedu.questions.words import tables

TODAY = date(2026, 11, 1)
WORDED = tables()["worded"]


@pytest.mark.parametrize("row", WORDED["alike"], ids=" ".join)
def test_what_is_alike_has_two_words(row: list[str]) -> None:
    assert len(set(row)) == len(row) > 1
    assert all(set(row) <= set(with_alike(word).split()) for word in row if word == word.upper())


@pytest.mark.parametrize(("wider", "part"), WORDED["within"])
def test_a_part_stands_within_the_wider_word(wider: str, part: str) -> None:
    assert part in wider
    assert part != wider


@pytest.mark.parametrize("row", WORDED["units"])
def test_units_that_count_one_thing_are_told_apart(row: list[str]) -> None:
    assert len(set(row)) == len(row) > 1


@pytest.mark.parametrize("word", WORDED["bare"])
def test_what_says_nothing_leaves_nothing(word: str) -> None:
    said = said_in(understand("5G基站有多少", TODAY))
    assert name_left(f"{word}5G基站", said) == ""


@pytest.mark.parametrize(("word", "chinese"), WORDED["english"].items())
def test_english_words_have_chinese_ones(word: str, chinese: str) -> None:
    assert word == word.lower()
    assert re.fullmatch(r"[a-z0-9&\- ]+", word)
    assert chinese.strip() == chinese != ""


@pytest.mark.parametrize("key", ["deed", "done"])
def test_deeds_are_patterns(key: str) -> None:
    assert re.compile(WORDED[key])


@pytest.mark.parametrize("word", tables()["said"]["narrowing"])
def test_what_narrows_is_kept(word: str) -> None:
    assert word in left_over(f"{word}有多少")


UNCOVERED = {
    "all of it": ("共建共享基站", "5G共建共享基站超173万个", ""),
    "what the text has not": ("农村共建共享基站", "5G共建共享基站", "农村"),
    "one character alone": ("煤产量", "钢产量", "煤"),
    "across a stop": ("基站，共享", "基站共享", ""),
    "words apart in the text": ("钢产量", "钢的产量", "钢"),
}


@pytest.mark.parametrize(("text", "context", "left"), UNCOVERED.values(), ids=UNCOVERED)
def test_what_another_text_does_not_say(text: str, context: str, left: str) -> None:
    assert uncovered(text, context).replace("，", "").strip() == left


NAMES = {
    "the same": ("5G共建共享基站有多少", "5G共建共享基站", ""),
    "what the question says more": ("我国5G网络共建共享基站有多少", "5G共建共享基站", ""),
    "a narrower thing": ("机器人产量多少", "工业机器人产量", "工业"),
    "a wider question": ("工业机器人产量多少", "工业机器人产量", ""),
    "a name in quotes": ("今年要建多少个“司机之家”", "新建和改造标准化的“司机之家”", ""),
    "an aside": ("跨省补偿流域有多少个", "跨省补偿流域（河段）", ""),
    "what it counts in": ("清洁能源销售收入占比", "风电在内的清洁能源销售收入", ""),
    "trade for exports": ("长三角出口多少", "进出口", "进"),
}


@pytest.mark.parametrize(("question", "name", "left"), NAMES.values(), ids=NAMES)
def test_what_a_name_says_more_than_a_question(question: str, name: str, left: str) -> None:
    assert name_left(name, said_in(understand(question, TODAY))) == left


KINDS = {
    "2024年上半年制造业投资对全部投资增长的贡献率": {Measure.CONTRIBUTION},
    "2026年上半年电子行业拉动工业利润增长多少个百分点": {Measure.CONTRIBUTION},
    "今年要新增多少个充电枪": {Measure.LEVEL, Measure.LEVEL_CHANGE},
    "2025年钢铁企业利润多少亿元": {Measure.LEVEL},
    "2025年钢铁企业利润增长多少": {Measure.GROWTH},
}


@pytest.mark.parametrize(("question", "kinds"), KINDS.items(), ids=KINDS)
def test_the_kinds_of_statement_that_answer(question: str, kinds: set[Measure]) -> None:
    assert kinds_wanted(understand(question, TODAY)) == kinds


PLACES = {
    "长三角出口": ("长三角地区",),
    "西部陆海新通道货值": (),
    "西部地区进出口": ("西部地区",),
    "上海口岸出入境人员": (),
    "内地与香港进出口": (),
    "广东和浙江的出口": ("广东省", "浙江省"),
}


@pytest.mark.parametrize(("text", "places"), PLACES.items(), ids=PLACES)
def test_places(text: str, places: tuple[str, ...]) -> None:
    assert places_in(text)[0] == places


PERIODS = {
    "2025年以来青岛港吞吐量": "2025",
    "截至2025年6月底“十四五”实际使用外资累计多少": "2025-06",
    "2023年年中5G基站有多少": "2023-06",
    "2025世界制造业大会投资额": "2025",
}


@pytest.mark.parametrize(("question", "period"), PERIODS.items(), ids=PERIODS)
def test_times(question: str, period: str) -> None:
    assert understand(question, TODAY).period == period
