from __future__ import annotations

import pytest
from readings_made import read

from jiedu.comparison import compare
from jiedu.comparison.phrases import compare_phrases
from jiedu.comparison.programmes import compare_programmes
from jiedu.comparison.sentences import compare_sentences
from jiedu.model import Change


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(
            "下一步，要开展“信号升格”专项行动。",
            "下一步，要实施“宽带边疆”建设。",
            {("“信号升格”专项行动", Change.GONE), ("“宽带边疆”", Change.NEW)},
            id="one vanishes, one appears",
        ),
        pytest.param(
            "下一步，要开展“信号升格”专项行动。",
            "信号升格专项行动开展以来，网络更好了。",
            set(),
            id="said without quotation marks",
        ),
        pytest.param(
            "推动稳定增长。", "“两新”政策见效。", {("“两新”政策", Change.NEW)}, id="known"
        ),
        pytest.param("我们印发了《算力互联互通行动计划》。", "另一句话。",
            {("《算力互联互通行动计划》", Change.GONE)}, id="titles"),
        pytest.param("", "", set(), id="nothing"),
    ],
)  # fmt: skip
def test_names_of_programmes(before: str, after: str, expected: set[tuple[str, Change]]) -> None:
    found = compare_programmes(read(before), read(after))
    assert {(item.name.strip(), item.change) for item in found} == {
        (name, change) for name, change in expected
    }


def phrases(before: str, after: str) -> dict[str, tuple[int, int]]:
    found = compare_phrases(read(before).release, read(after).release)
    return {item.phrase: (item.old_count, item.new_count) for item in found}


def test_wording_added_and_gone() -> None:
    found = phrases("坚持房住不炒，稳步推进。", "因地制宜发展新质生产力，推进工作。")
    assert found["房住不炒"] == (1, 0)
    assert found["新质生产力"] == (0, 1)


def test_wording_that_both_say_is_not_told() -> None:
    assert "新质生产力" not in phrases("发展新质生产力。", "培育新质生产力。")


def test_numbers_and_places_are_no_wording() -> None:
    found = phrases("一句话。", "湖北省武汉市建成3500公里城市管网，占全国的12%。")
    assert not any("湖北" in phrase or "12" in phrase for phrase in found)


def test_addresses_are_no_wording() -> None:
    assert not phrases("原文：https://example.org/VIDEabcd", "原文：https://example.org/VIDEefgh")


def test_sentences() -> None:
    before = read("我们稳步扩大算力设施布局，服务千行百业。只有这里说到渔港建设情况。").release
    after = read("我们加快优化算力设施布局，服务千行百业。这里新讲了冰雪旅游的事情。").release
    found = {item.change: item for item in compare_sentences(before, after)}
    reworded = found[Change.CHANGED]
    assert reworded.old is not None
    assert reworded.new is not None
    assert "稳步" in reworded.old.of(before.text)
    assert "加快" in reworded.new.of(after.text)
    assert set(found) == {Change.CHANGED, Change.GONE, Change.NEW}


def test_a_sentence_with_other_figures_is_the_same() -> None:
    before = read("上半年，电信业务收入同比增长6.2%。").release
    after = read("上半年，电信业务收入同比增长3.1%。").release
    assert compare_sentences(before, after) == ()


def test_everything_at_once() -> None:
    old = read("上半年，电信业务收入同比增长6.2%。下一步，加快实施“信号升格”专项行动。")
    new = read(
        "上半年，电信业务收入同比增长3.1%。下一步，稳步实施“信号升格”专项行动。", "2024-07-20"
    )
    found = compare(old, new)
    assert (found.old, found.new) == (old.release, new.release)
    assert [str(item.difference) for item in found.figures] == ["-3.1"]
    assert [item.shift.value for item in found.measures] == ["weaker"]
    assert found.programmes == ()


def test_a_text_against_nothing() -> None:
    found = compare(read("——"), read("上半年，电信业务收入同比增长3.1%。", "2024-07-20"))
    assert {item.change for item in found.figures} == {Change.NEW}
