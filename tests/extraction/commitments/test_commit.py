"""Texts and the measures they announce: clause, action, owner, deadline, instrument, targets."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiedu.model import Commitment, Release, digest
from jiedu.pipeline import process

DAY = date(2024, 3, 5)


def read(text: str, title: str = "") -> tuple[Commitment, ...]:
    return process(Release("x", title, DAY, text, digest(text))).commitments


def clauses(text: str, title: str = "") -> list[str]:
    return [found.span.of(text) for found in read(text, title)]


PLANS = {
    "an answer's next steps, to its end": (
        "记者：下一步怎么做？\n张明：去年产量增长3%。下一步，我们将推动设备更新。完善行业标准。\n",
        ["我们将推动设备更新", "完善行业标准"],
    ),
    "a point's marker is no part of it": (
        "张明：下一步，重点做好以下工作。一是加快工厂改造，培育骨干企业。二是规范市场秩序。\n",
        ["加快工厂改造", "培育骨干企业", "规范市场秩序"],
    ),
    "a list under one verb stays together": (
        "下一步，支持钢铁、纺织、轻工等行业改造，建设检测、认证和中试平台。",
        ["支持钢铁、纺织、轻工等行业改造", "建设检测、认证和中试平台"],
    ),
    "what a clause leans on belongs to it": (
        "下一步，围绕重点产品，加快补齐短板。",
        ["围绕重点产品，加快补齐短板"],
    ),
    "somebody announces": (
        "水利部将推进灌区改造，建设一批水库。",
        ["水利部将推进灌区改造", "建设一批水库"],
    ),
    "a document asks": (
        "通知要求，加强食堂管理，公开食材来源。",
        ["加强食堂管理", "公开食材来源"],
    ),
    "a document asks by a year": (
        "意见明确到2027年建成统一的检测体系。",
        ["意见明确到2027年建成统一的检测体系"],
    ),
    "the sentence behind goes on": (
        "会议要求，制定实施细则。年底前，开展专项检查。",
        ["制定实施细则", "开展专项检查"],
    ),
    "a figure's goal needs no verb in front": (
        "甲省提出，到2026年，全省机器人产量达到9万台。",
        ["全省机器人产量达到9万台"],
    ),
    "what will be ready is named before": (
        "青河大桥是省重点工程，预计2026年通车。",
        ["预计2026年通车"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PLANS.values(), ids=PLANS)
def test_plans(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


NOTHING = {
    "an achievement": "去年，全市累计建成工厂12家，带动了就业。",
    "what was done in months": "上半年，我部推进网络建设，发布标准5项，改善服务能力。",
    "what was issued": "近日，工业和信息化部印发了指南。",
    "a question": "记者：下一步将推动哪些改革？",
    "an effect of a thing": "这座电站将大幅提升供电能力。",
    "the timetable of an event": "博览会将举办论坛。",
    "a slogan": "下一步，坚持稳中求进。",
    "the verb of another word": "国家发展改革委的数据显示，主要价格平稳。",
    "a heading": "推动工业绿色发展\n",
    "a sum of figures": "全国共有工厂3万家，规划用地不变。",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_nothing(text: str) -> None:
    assert clauses(text) == []


def test_other_countries_announce_nothing_that_is_watched() -> None:
    text = "该国财政部表示，将提高关税。"
    assert clauses(text, "国际联播快讯") == []


SLOTS = {
    "manner and verb": ("下一步，深入实施节水行动。", "深入实施", None, None, "节水行动"),
    "two verbs": ("下一步，研究制定数据管理办法。", "研究制定", None, None, "数据管理办法"),
    "a title": ("下一步，落实《绿色船舶规划》。", "落实", None, None, "《绿色船舶规划》"),
    "a name in quotation marks": (
        "下一步，开展“暖企”专项行动。",
        "开展",
        None,
        None,
        "“暖企”专项行动",
    ),
    "a name and what is built of it": ("下一步，加快“雪亮”建设。", "加快", None, None, "“雪亮”"),
    "no name": ("下一步，加强人才培训。", "加强", None, None, None),
    "a number of things is no name": ("下一步，开展12个项目。", "开展", None, None, None),
    "who acts": ("今年，商务部将完善统计制度。", "完善", "商务部", "2024", None),
    "everybody is no owner": ("今年，我国将完善统计制度。", "完善", None, "2024", None),
    "who acts together": ("下一步，会同财政部门制定支持政策。", "制定", "财政部门", None, None),
    "the end of a year": (
        "我省力争到2025年底建成平台。",
        "建成",
        None,
        "2025-12-31",
        None,
    ),
    "a plan's years": (
        "“十五五”时期，农业农村部将建设高标准农田。",
        "建设",
        "农业农村部",
        "2026/2030",
        None,
    ),
    "the year of a plan's name is no deadline": (
        "下一步，落实“十四五”专项规划。",
        "落实",
        None,
        None,
        "“十四五”专项规划",
    ),
    "what leans on the verb": ("下一步，在重点城市开展试点。", "开展", None, None, None),
    "what is placed somewhere": ("下一步，把创新放在首位。", "放在", None, None, None),
}


@pytest.mark.parametrize(
    ("text", "action", "owner", "deadline", "instrument"), SLOTS.values(), ids=SLOTS
)
def test_slots(
    text: str, action: str, owner: str | None, deadline: str | None, instrument: str | None
) -> None:
    found = read(text)[-1]
    assert (found.action, found.owner, found.deadline, found.instrument) == (
        action,
        owner,
        deadline,
        instrument,
    )


def test_targets_are_the_figures_aimed_at() -> None:
    text = "下一步，今年新建30家工厂、5个园区，服务企业。"
    first, second = read(text)
    assert [text[at : at + 2].rstrip("个") for at in first.targets] == ["30", "5"]
    assert first.deadline == "2024"
    assert second.targets == ()


def test_an_interviewed_ministry_is_not_repeated_as_owner() -> None:
    text = "记者：请问有何打算？\n张明：下一步，工信部将发布新的目录。\n"
    (found,) = read(text)
    assert found.owner is None
    assert found.speaker == "张明"


def test_a_deadline_in_front_holds_for_the_sentence() -> None:
    text = "到2026年，我市将建成200个充电站，培育10家企业。"
    assert [found.deadline for found in read(text)] == ["2026", "2026"]


def test_a_deadline_behind_the_verb_holds_for_its_clause() -> None:
    text = "下一步，办好2025年全国运动会，发展体育产业。"
    assert [found.deadline for found in read(text)] == ["2025", None]


WORDS = st.text("下一步，将推动实施“三品”行动到2025年建设100家工厂。各地要《办法》提升、；：（）\n")


@given(WORDS)
@settings(max_examples=300)
def test_measures_lie_in_any_text_in_order(text: str) -> None:
    last = -1
    for found in read(text):
        assert last <= found.span.start < found.span.end <= len(text)
        last = found.span.start
        assert found.action in text
        assert all(found.span.start <= at < found.span.end for at in found.targets)
