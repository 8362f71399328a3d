"""Labels: which words before a colon name a speaker."""

from __future__ import annotations

import pytest

from jiedu.segments.labels import Voice, read_label

SPEAKERS = [
    ("记者", Voice.ASKS, "记者"),
    ("新华社记者", Voice.ASKS, "新华社记者"),
    ("21世纪经济报道记者", Voice.ASKS, "21世纪经济报道记者"),
    ("CNBC记者", Voice.ASKS, "CNBC记者"),
    ("总台央视记者 王小明", Voice.ASKS, "王小明"),
    ("有记者问", Voice.ASKS, "记者"),
    ("網友", Voice.ASKS, "網友"),
    ("新華社記者", Voice.ASKS, "新華社記者"),
    ("问", Voice.ASKS, None),
    ("問", Voice.ASKS, None),
    ("Q1", Voice.ASKS, None),
    ("问题三", Voice.ASKS, None),
    ("答", Voice.ANSWERS, None),
    ("A", Voice.ANSWERS, None),
    ("主持人", Voice.HOSTS, "主持人"),
    ("主持人\u3000寿小丽", Voice.HOSTS, "寿小丽"),
    ("主持人（寿小丽）", Voice.HOSTS, "寿小丽"),
    ("发言人", Voice.SPEAKS, "发言人"),
    ("国家统计局新闻发言人 付凌晖", Voice.SPEAKS, "付凌晖"),
    ("国家统计局新闻发言人付凌晖", Voice.SPEAKS, "付凌晖"),
    ("工信部副部长\u3000单忠德", Voice.SPEAKS, "单忠德"),
    ("国家能源局新闻发言人、总工程师 万某", Voice.SPEAKS, "万某"),
    ("赵志国（工业和信息化部新闻发言人）", Voice.SPEAKS, "赵志国"),
    ("付凌晖 国家统计局新闻发言人", Voice.SPEAKS, "付凌晖"),
    ("自治区主席 艾力·买买提", Voice.SPEAKS, "艾力·买买提"),
    ("國家統計局新聞發言人 付凌暉", Voice.SPEAKS, "付凌暉"),
]

NAMES = ["赵志国", "陶青", "欧阳明高", "艾力·买买提"]
OUTLETS = ["中国日报", "路透社", "第一财经", "央视"]

NOBODY = [
    "来源",
    "时间",
    "字号",
    "责任编辑",
    "例如",
    "其中",
    "注",
    "今年主要预期目标是",
    "央视网消息（新闻联播）",
    "重庆",
    "江苏",
    "工信部",
    "某局长介绍",
    "发言人表示",
    "负责人指出",
    "方案",
    "安排如下",
    "成效",
    "",
]


@pytest.mark.parametrize(("words", "voice", "speaker"), SPEAKERS)
def test_speakers(words: str, voice: Voice, speaker: str | None) -> None:
    label = read_label(words)
    assert label is not None
    assert (label.voice, label.speaker) == (voice, speaker)
    assert not label.plain


@pytest.mark.parametrize("words", NAMES)
def test_a_bare_name_needs_more_evidence(words: str) -> None:
    label = read_label(words)
    assert label is not None
    assert (label.plain, label.speaker) == (True, words)


@pytest.mark.parametrize("words", OUTLETS)
def test_an_outlet_needs_more_evidence(words: str) -> None:
    label = read_label(words)
    assert label is not None
    assert (label.outlet, label.voice) == (True, Voice.ASKS)


@pytest.mark.parametrize("words", NOBODY)
def test_no_speaker(words: str) -> None:
    assert read_label(words) is None
