"""New names, ranked."""

from __future__ import annotations

from datetime import date

from made_texts import measure, release

from jiedu.catalogue import ProgrammeNames, programmes
from jiedu.programmes import propose

NAMES = ProgrammeNames(programmes())
FIRST = "开春以来，各县启动“茶香万里”行动。市里实施茶农三十年增收计划。"
SECOND = "继续开展“茶香万里”专项行动；实施茶农30年增收计划。信号方面，实施“信号升格”行动。"
THIRD = "办好“茶香万里”工程，建好“茶山乐园”项目。"


def test_names_of_most_releases_come_first() -> None:
    run = measure(SECOND, "开展“茶香万里”专项行动", "“茶香万里”专项行动")
    held = [
        (release(1, FIRST), ()),
        (release(2, SECOND, "示例部"), (run,)),
        (release(3, THIRD), ()),
    ]
    first, second = propose(held, NAMES)
    assert first.name == "“茶香万里”工程"
    assert first.aliases == ("“茶香万里”行动", "“茶香万里”专项行动")
    assert (first.releases, first.commitments, first.publishers) == (3, 1, 2)
    assert (first.first, first.last, first.days) == (date(2025, 1, 1), date(2025, 3, 1), 59)
    assert (first.example, first.span.of(THIRD)) == ("r3", first.name)
    assert first.sentence == THIRD[:-1]
    assert {second.name, *second.aliases} == {"茶农三十年增收计划", "茶农30年增收计划"}


def test_what_is_known_is_not_proposed() -> None:
    text = "开展“信号升格”专项行动，落实“三品”战略，推进“三北”等重点生态工程。"
    assert propose([(release(1, text), ())], NAMES, least=1) == []


def test_a_name_around_a_known_one_says_so() -> None:
    text = "市里开展“人工智能+制造”揭榜行动。"
    (found,) = propose([(release(1, text), ())], NAMES, least=1)
    assert (found.name, found.near) == ("“人工智能+制造”揭榜行动", ("ai_manufacturing",))


def test_an_example_keeps_within_its_sentence() -> None:
    text = "前一句。\n省里启动“茶香万里”行动！后一句。"
    (found,) = propose([(release(1, text), ())], NAMES, least=1)
    assert found.sentence == "省里启动“茶香万里”行动"


def test_nothing_comes_of_nothing() -> None:
    assert propose([], NAMES) == []
    assert propose([(release(1, ""), ())], NAMES, least=1) == []
