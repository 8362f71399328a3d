"""Which figure counts for a time, which belong to a row at all, and what is set aside."""

from __future__ import annotations

from typing import Any

import pytest
from made_facts import fact, item

from jiedu.model import Bound, Measure, Source, Status, Timing
from jiedu.panels.choosing import belongs
from jiedu.panels.lines import line_of
from jiedu.panels.timing import is_of_timing

GROWTH: dict[str, Any] = {"measure": Measure.GROWTH, "unit": "%", "basis": "yoy"}
SHARE: dict[str, Any] = {"measure": Measure.SHARE, "unit": "%"}
NO_ID: dict[str, Any] = {"indicator_id": None}
BELONG = [
    ({}, fact("10个", "2023-06-30"), True),
    ({}, fact("10个", "2023-06-30", indicator_id="5g.users"), False),
    ({}, fact("10个", "2023-06-30", status=Status.TARGET), False),
    ({}, fact("10个", "2023-06-30", measure=Measure.RANK), False),
    ({}, fact("10%", "2023-06-30", **GROWTH), False),
    ({"measure": Measure.GROWTH, "basis": "yoy"}, fact("10%", "2023", **GROWTH), True),
    ({"measure": Measure.GROWTH, "basis": "mom"}, fact("10%", "2023", **GROWTH), False),
    ({"measure": Measure.GROWTH, "any_basis": True}, fact("10%", "2023", **GROWTH), True),
    # the whole that a part is taken of, and the part
    ({}, fact("97个", "2023-06-30", after="国民经济大类中的60个。"), False),
    ({}, fact("60个", "2023-06-30", before="97个国民经济大类中的"), True),
    # what came new is no stock; a row that counts the new ones takes it
    ({}, fact("120多个", "2024", "120", before="今年新培育国家级绿色工厂1300多个、园区"), False),
    ({"name": "新打造的园区"}, fact("120个", "2024", before="今年新培育园区"), True),
    ({}, fact("120个", "2024", before="今年新培育工厂。园区"), True),
    # a share of the thing itself is none of it in a whole
    (
        {"measure": Measure.SHARE},
        fact("70%", "2025", before="约", after="智能算力已纳入调度", **SHARE),
        False,
    ),
    ({"measure": Measure.SHARE}, fact("35%", "2025", before="智能算力占比达", **SHARE), True),
    ({"measure": Measure.SHARE}, fact("46%", "2025", before="达到总销量的", **SHARE), True),
    # what ends long after the release is a plan, whatever the sentence seems to say
    ({}, fact("10个", "2024", published="2024-05-29"), False),
    ({}, fact("10个", "2024", published="2024-12-20"), True),
    (
        {"status": Status.TARGET},
        fact("9个", "2027", published="2024-05-29", status=Status.TARGET),
        True,
    ),
    # months in a row are no span; what is old says so
    (
        {"timing": Timing.ACCUMULATED, "measure": Measure.GROWTH, "basis": "yoy"},
        fact("10%", "2023-01/2023-10", before="利润已经连续两个月增长", **GROWTH),
        False,
    ),
    ({}, fact("10个", "2023-03", published="2024-04-27", before="一季度，"), False),
    ({}, fact("10个", "2023-03", published="2024-04-27", before="去年一季度，"), True),
    ({}, fact("10个", "2023-03", published="2024-04-27", before="2023年3月，"), True),
    # names without an id
    (
        {"words": (("示范工厂",),)},
        fact("9个", "2025", indicator="国家级示范工厂数量", **NO_ID),
        True,
    ),
    (
        {"words": (("示范工厂", "国家级"),)},
        fact("9个", "2025", indicator="示范工厂", **NO_ID),
        False,
    ),
    ({"words": (("a",), ("示范",))}, fact("9个", "2025", indicator="示范工厂", **NO_ID), True),
    ({"words": (("成员单位",),)}, fact("9个", "2025", indicator="建成员单位", **NO_ID), True),
    (
        {"words": (("标准",),), "sentence": ("权益",)},
        fact("9个", "2025", indicator="标准", **NO_ID),
        False,
    ),
    (
        {"words": (("标准",),), "sentence": ("权益",)},
        fact("9个", "2025", indicator="标准", before="保护权益的", **NO_ID),
        True,
    ),
    (
        {"words": (("标准",),), "without": ("地方",)},
        fact("9个", "2025", indicator="地方标准", **NO_ID),
        False,
    ),
    ({"unit": "套"}, fact("9个", "2025"), True),
    ({"unit": "元"}, fact("9个", "2025"), False),
]
TIMINGS = {
    "2023-06-30": {Timing.MOMENT},
    "2023-06": {Timing.MOMENT, Timing.MONTH},
    "2023": {Timing.MOMENT, Timing.ACCUMULATED, Timing.YEAR},
    "2023-01/2023-12": {Timing.MOMENT, Timing.ACCUMULATED, Timing.YEAR},
    "2023-01/2023-05": {Timing.MOMENT, Timing.ACCUMULATED},
    "2023-01/2023-03": {Timing.MOMENT, Timing.ACCUMULATED, Timing.QUARTER},
    "2023-04/2023-06": {Timing.MOMENT, Timing.QUARTER},
    "2021/2025": {Timing.PLAN},
    "2024-02-10/2024-02-17": set(),
    "2022-11/2023-02": set(),
}


@pytest.mark.parametrize(("slots", "said", "mine"), BELONG)
def test_figures_of_a_row(slots: dict[str, Any], said: Source, mine: bool) -> None:
    assert belongs(item(**slots), said) is mine


@pytest.mark.parametrize(("period", "timings"), TIMINGS.items())
def test_timings(period: str, timings: set[Timing]) -> None:
    assert {timing for timing in Timing if is_of_timing(period, timing)} == timings


def points(facts: list[Source], **slots: Any) -> list[tuple[str, str | None]]:
    found = line_of(item(**slots), facts)
    assert len(found.points) + len(found.aside) <= len(facts)
    return [(one.observation.text, one.observation.period) for one in found.points]


OLD, NEW = {"published": "2024-01-20"}, {"published": "2024-02-20"}
ABOVE: dict[str, Any] = {"bound": Bound.ABOVE}
CHOSEN = [
    # the newest vintage; a finer one that says the same; the exact one of one release
    ([fact("337万个", "2023", **OLD), fact("338万个", "2023", **NEW)], "338万个"),
    (
        [
            fact("337.7万个", "2023", "3377000", **OLD),
            fact("337万个", "2023", "3370000", **ABOVE, **NEW),
        ],
        "337.7万个",
    ),
    (
        [fact("500万个", "2023", "5000000", **ABOVE), fact("500.9万个", "2023", "5009000")],
        "500.9万个",
    ),
    # a year, its last month and its last day are one moment
    ([fact("337万个", "2023", **OLD), fact("338万个", "2023-12-31", **NEW)], "338万个"),
    # one that was read with much more confidence; with more digits where nothing else tells
    (
        [
            fact("114个", "2023", confidence=0.91, **NEW),
            fact("77个", "2023", confidence=0.98, **OLD),
        ],
        "77个",
    ),
    ([fact("5000个", "2023", **NEW), fact("5696个", "2023", **OLD)], "5696个"),
]


@pytest.mark.parametrize(("facts", "text"), CHOSEN)
def test_one_a_time(facts: list[Source], text: str) -> None:
    assert [said for said, _ in points(facts)] == [text]


def test_contradictions_are_settled_by_the_times_around() -> None:
    facts = [
        fact("46%", "2025-01/2025-04", **GROWTH),
        fact("38.5%", "2025-01/2025-07", **GROWTH, **OLD),
        fact("81.7%", "2025-01/2025-07", **GROWTH, **NEW),
        fact("30%", "2025-01/2025-09", **GROWTH),
    ]
    slots = {"timing": Timing.ACCUMULATED, "measure": Measure.GROWTH, "basis": "yoy"}
    assert [text for text, _ in points(facts, **slots)] == ["46%", "38.5%", "30%"]
    (aside,) = line_of(item(**slots), facts).aside
    assert aside.observation.text == "81.7%"


def test_months_and_accumulated_spans_are_two_rows() -> None:
    facts = [fact("5%", "2025-06", **GROWTH), fact("6%", "2025-01/2025-06", **GROWTH)]
    slots = {"measure": Measure.GROWTH, "basis": "yoy"}
    for timing, text in ((Timing.MONTH, "5%"), (Timing.ACCUMULATED, "6%")):
        wanted = item(timing=timing, **slots)
        mine = [one for one in facts if belongs(wanted, one)]
        assert [one.observation.text for one in line_of(wanted, mine).points] == [text]


ASIDE = {
    "one of another size": (["6.8亿:2025-04-30", "6.86亿:2025-07-31", "2亿:2025-12-31"], ["2亿"]),
    "a spike": (["267:2023-08-10", "104:2023-12-31", "371:2024-08-14"], ["104"]),
    "one of another scale": (
        ["5000:2020", "5:2022", "12000:2024-07-31", "14600:2025-02-28"],
        ["5"],
    ),
    "none that grew fast over years": (["5000:2020", "12000:2024-07-31", "14600:2025-02-28"], []),
    "none that doubled in a year": (["4000:2022-12-29", "8000:2023-10-31", "10000:2023"], []),
}


@pytest.mark.parametrize(("told", "aside"), ASIDE.values(), ids=ASIDE)
def test_levels_of_something_else(told: list[str], aside: list[str]) -> None:
    facts = []
    for one in told:
        text, _, period = one.partition(":")
        value = text.replace("亿", "")
        facts.append(fact(text, period, str(float(value) * 1e8) if "亿" in text else value))
    found = line_of(item(), facts)
    assert [one.observation.text for one in found.aside] == aside


def test_now_is_no_date_beside_one() -> None:
    now = fact("196.8万个", "2022-10-21", "1968000", published="2022-10-21")
    dated = fact("222万个", "2022-09-30", "2220000", published="2022-10-27")
    assert points([now, dated]) == [("222万个", "2022-09-30")]
    assert points([now]) == [("196.8万个", "2022-10-21")]


def test_without_a_time_only_where_nothing_has_one() -> None:
    goal = fact("50个", None)
    assert points([goal]) == [("50个", None)]
    found = line_of(item(), [goal, fact("60个", "2024")])
    assert [one.observation.text for one in found.points] == ["60个"]
    assert [one.observation.text for one in found.aside] == ["50个"]


def test_two_ends_of_a_range_are_one_figure() -> None:
    sentence = "地区生产总值增长5%—5.5%，争取更好。"
    slots: dict[str, Any] = GROWTH | {"status": Status.TARGET, "release": "one"}
    lower = fact("5%", "2026", before="地区生产总值增长", after="—5.5%，争取更好。",
                 bound=Bound.AT_LEAST, **slots)  # fmt: skip
    upper = fact("5.5%", "2026", before="地区生产总值增长5%—", after="，争取更好。",
                 bound=Bound.AT_MOST, **slots)  # fmt: skip
    assert lower.sentence == upper.sentence == sentence
    found = line_of(item(timing=Timing.YEAR), [lower, upper])
    (one,) = found.points
    assert (one.observation.text, found.aside) == ("5%—5.5%", ())
    assert one.observation.span.of(sentence) == "5%—5.5"
