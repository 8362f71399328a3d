from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiedu.lexicon import normalise
from jiedu.model import Decision, Numeral, Release, digest
from jiedu.pipeline import numerals, process


def read(text: str) -> tuple[Numeral, ...]:
    return numerals(Release("x", "", date(2023, 7, 20), text, digest(text)))


def decisions(text: str) -> dict[str, str]:
    return {found.span.of(text): found.decision.value for found in read(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上半年，出口增长4.5%。", {"4.5": "observation"}),
        ("今年出口增长目标为4.5-5%。", {"4.5": "observation", "5": "observation"}),
        ("死亡率降至5.6‰。", {"5.6": "observation"}),
        ("算力规模达到10万P。", {"10": "observation"}),
        ("收入比值由3.27缩小至2.93。", {"3.27": "observation", "2.93": "observation"}),
        ("2022年9月3日的会议。", {"2022": "time", "9": "time", "3": "time"}),
        ("推进5G建设和“751工程”。", {"5": "name", "751": "name"}),
        ("拨打12381热线。", {"12381": "name"}),
        ("国道109新线。", {"109": "name"}),
        ("印发《关于20条措施的通知》。", {"20": "title"}),
        ("第三产业和第2批项目。", {"三": "ordinal", "2": "ordinal"}),
        ("平台［11］更加完善。", {"11": "ordinal"}),
        ("中国队以2比0获胜。", {"2": "ratio", "0": "ratio"}),
        ("气温升至4—8℃。", {"4": "grade", "8": "grade"}),
        ("围绕5大领域部署。", {"5": "own list"}),
        ("建成20000吨级码头。", {"20000": "size class"}),
        ("打造千亿级产业集群。", {"千亿": "size class"}),
        ("投资超万亿元。", {"万亿": "bare magnitude"}),
        ("为期3天的展会。", {"3": "duration"}),
        ("60岁以上老人受益。", {"60": "age"}),
        ("连续8年增长。", {"8": "streak"}),
        ("进一步统一思想。", {"一": "word"}),
        ("数百家单位参加。", {"百": "vague"}),
        ("报3336.50点。", {"3336.50": "unnamed"}),
        ("扩大开放3.0方案。", {"3.0": "unknown"}),
    ],
)
def test_every_numeral_has_its_reason(text: str, expected: dict[str, str]) -> None:
    assert decisions(text) == expected


@given(st.text("上半年增长3.8%，占比5G万亿个第一批《》“”—-1/2,至为期天岁级\n", max_size=200))
def test_numerals_are_told_once_and_in_order(text: str) -> None:
    last = 0
    for found in read(text):
        assert last <= found.span.start < found.span.end <= len(text)
        last = found.span.end


@given(st.text("上半年增长3.8%，占比5G万个第一批“”—-至为期天岁级。", max_size=120))
def test_what_was_read_is_explained_as_read(text: str) -> None:
    release = Release("x", "", date(2023, 7, 20), text, digest(text))
    told = {
        found.span.start for found in numerals(release) if found.decision is Decision.OBSERVATION
    }
    normal = normalise(text)
    for found in process(release).observations:
        if normal[found.span.start].isdigit():
            assert found.span.start in told or normal[found.span.start - 1] in "0123456789.,/"
