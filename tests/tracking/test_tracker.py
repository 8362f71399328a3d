"""Promises and later releases: what became of each, and on which evidence."""

from __future__ import annotations

from datetime import date

import pytest

from jiedu.model import Entry, Outcome, Reading, Release, State, digest
from jiedu.pipeline import process
from jiedu.tracking import Tracker, promises_of

DAY = date(2024, 3, 5)
AS_OF = date(2026, 6, 30)


def read(number: int, day: date, text: str, region: str | None = None) -> Reading:
    return process(Release(f"r{number}", "", day, text, digest(text), region=region))


def ledger(promise: str, *later: tuple[date, str], as_of: date = AS_OF) -> list[Entry]:
    readings = [read(0, DAY, promise)]
    readings += [read(number, day, text) for number, (day, text) in enumerate(later, 1)]
    tracker = Tracker(promises_of(readings[0]))
    for reading in readings:
        tracker.see(reading)
    return list(tracker.entries(as_of))


def outcome(promise: str, *later: tuple[date, str], as_of: date = AS_OF) -> Outcome:
    entries = ledger(promise, *later, as_of=as_of)
    return entries[-1].outcomes[-1]


STOCK = "到2025年底，我国力争5G基站达到400万个。"
FLOW = "今年，全国将新开工改造城镇老旧小区5万个。"
GOALS = {
    "a stock that reaches it": (
        STOCK,
        date(2025, 6, 1),
        "截至5月底，我国5G基站总数达450万个。",
        State.ACHIEVED,
        "112.5",
    ),
    "a stock on its way": (
        STOCK,
        date(2024, 9, 1),
        "截至8月底，我国5G基站总数达300万个。",
        State.PROGRESS,
        "75",
    ),
    "a stock that is short after its day": (
        STOCK,
        date(2026, 2, 1),
        "截至2025年底，我国5G基站总数达390万个。",
        State.MISSED,
        "97.5",
    ),
    "a flow of the whole year": (
        FLOW,
        date(2025, 2, 1),
        "2024年，全国新开工改造城镇老旧小区5.5万个。",
        State.ACHIEVED,
        "110",
    ),
    "a flow of some months": (
        FLOW,
        date(2024, 9, 1),
        "今年1—8月，全国新开工改造城镇老旧小区4万个。",
        State.PROGRESS,
        "80",
    ),
    "a flow that ends short": (
        FLOW,
        date(2025, 2, 1),
        "2024年，全国新开工改造城镇老旧小区4.5万个。",
        State.MISSED,
        "90",
    ),
}


@pytest.mark.parametrize(("promise", "day", "text", "state", "percent"), GOALS.values(), ids=GOALS)
def test_figures_decide(promise: str, day: date, text: str, state: State, percent: str) -> None:
    found = outcome(promise, (day, text))
    assert (found.state, str(found.percent)) == (state, percent)
    assert [evidence.release for evidence in found.evidence] == ["r1"]
    assert found.evidence[0].sentence == text


OTHERS = {
    "a figure of a province": (STOCK, date(2025, 6, 1), "截至5月底，浙江5G基站达到450万个。"),
    "a figure of another thing": (STOCK, date(2025, 6, 1), "截至5月底，我国4G基站达到700万个。"),
    "a figure of another year": (
        FLOW,
        date(2026, 2, 1),
        "2025年，全国新开工改造城镇老旧小区6万个。",
    ),
    "another goal": (STOCK, date(2025, 6, 1), "到2026年，我国力争5G基站达到500万个。"),
    "what was known before": (STOCK, date(2024, 1, 1), "截至去年底，我国5G基站达到450万个。"),
    "what is published on the same day": (STOCK, DAY, "目前，我国5G基站达到450万个。"),
}


@pytest.mark.parametrize(("promise", "day", "text"), OTHERS.values(), ids=OTHERS)
def test_other_figures_are_no_evidence(promise: str, day: date, text: str) -> None:
    found = outcome(promise, (day, text))
    assert (found.state, found.evidence) == (State.OVERDUE, ())


def test_overdue_is_a_matter_of_the_day_that_is_asked_about() -> None:
    assert outcome(STOCK, as_of=date(2025, 12, 31)).state is State.ANNOUNCED
    assert outcome(STOCK, as_of=date(2026, 1, 1)).state is State.OVERDUE


def test_what_was_not_published_by_the_day_is_not_known() -> None:
    later = (date(2025, 6, 1), "截至5月底，我国5G基站总数达450万个。")
    assert outcome(STOCK, later, as_of=date(2025, 5, 31)).state is State.ANNOUNCED


def test_a_promise_is_not_there_before_its_day() -> None:
    assert ledger(STOCK, as_of=date(2024, 1, 1)) == []


NAMES = {
    "a document is issued": (
        "下一步，工业和信息化部将出台《绿色船舶评价办法》。",
        "近日，工业和信息化部等部门印发《绿色船舶评价办法》。",
        State.ACHIEVED,
    ),
    "an action begins": (
        "下一步，商务部将开展“暖企”专项行动。",
        "“暖企”专项行动今天启动。",
        State.PROGRESS,
    ),
    "a bridge opens": (
        "青河大桥是省重点工程，预计2026年通车。",
        "今天，青河大桥正式通车。",
        State.ACHIEVED,
    ),
    "a part of it is ready": (
        "青河大桥是省重点工程，预计2026年通车。",
        "青河大桥主体工程今天完工。",
        State.PROGRESS,
    ),
    "most of its rare words": (
        "工业和信息化部要求，年底前基本实现有线电视和IPTV开机直接看频道。",
        "目前，八成的有线电视和九成的IPTV终端已经开机就看频道。",
        State.PROGRESS,
    ),
    "the same words": (
        "下一步，商务部将建设国家级跨境贸易示范园区。",
        "目前，已建成12个国家级跨境贸易示范园区。",
        State.PROGRESS,
    ),
}


@pytest.mark.parametrize(("promise", "text", "state"), NAMES.values(), ids=NAMES)
def test_names_decide(promise: str, text: str, state: State) -> None:
    found = outcome(promise, (date(2025, 6, 1), text))
    assert found.state is state
    assert found.evidence[0].sentence == text.rstrip("。")


SILENT = {
    "it is only named": ("根据《绿色船舶评价办法》，企业可以申请。", "出台《绿色船舶评价办法》"),
    "it is announced again": (
        "工业和信息化部将出台《绿色船舶评价办法》。",
        "出台《绿色船舶评价办法》",
    ),
    "it is another round": (
        "近日，《绿色船舶评价办法（2027—2028年）》印发。",
        "出台《绿色船舶评价办法》",
    ),
    "a province does it": ("浙江“暖企”专项行动启动。", "开展“暖企”专项行动"),
}


@pytest.mark.parametrize(("text", "promise"), SILENT.values(), ids=SILENT)
def test_silence(text: str, promise: str) -> None:
    found = outcome(f"下一步，商务部将{promise}。", (date(2025, 6, 1), text))
    assert (found.state, found.evidence) == (State.ANNOUNCED, ())


def test_each_goal_has_its_outcome() -> None:
    text = "到2025年底，我国力争5G基站达到400万个、5G用户达到9亿户。"
    (entry,) = ledger(text, (date(2025, 6, 1), "截至5月底，我国5G基站总数达450万个。"))
    assert [item.state for item in entry.outcomes] == [State.ACHIEVED, State.OVERDUE]
    assert [item.target for item in entry.outcomes] == list(entry.promise.commitment.targets)


REASONS = {
    "a figure": (
        STOCK,
        "截至5月底，我国5G基站总数达450万个。",
        "450万个（2025-05-31，2025-06-01 公布） ≥ 400万个",
    ),
    "nothing, and it is late": (STOCK, "天气晴。", "2025-12-31 到期；此后的发布没有再提到"),
    "nothing": ("下一步，商务部将开展“暖企”专项行动。", "天气晴。", "此后的发布没有再提到"),
}


@pytest.mark.parametrize(("promise", "text", "reason"), REASONS.values(), ids=REASONS)
def test_reasons_are_told_in_chinese_too(promise: str, text: str, reason: str) -> None:
    assert outcome(promise, (date(2025, 6, 1), text)).reason_zh == reason
