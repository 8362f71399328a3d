"""Asking about a release: what is accepted, and that nothing else is ever changed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from open_text import GOOD, TEXT, Listening, read_made, rows

from jiedu.assist import assist
from jiedu.model import Measure
from model_server import HOSTILE, good, place, playing, pointing, seconds_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from jiedu.assist import Helped


def helped_by(reply: Callable[[dict[str, Any]], object], **limits: Any) -> tuple[Helped, Listening]:
    with playing(good(reply)) as server:
        listening = Listening(server.url, **limits)
        return assist(read_made(), listening.assistant), listening


def test_what_a_good_model_points_at_is_read_by_the_grammar() -> None:
    helped, listening = helped_by(pointing(GOOD))
    assert not listening.said
    assert (helped.accepted, helped.asked, helped.refused) == (3, 3, ())
    named, timed, _, based = helped.reading.observations
    assert (named.indicator, str(named.value), named.unit) == ("制造业用电", "62.5", "%")
    assert (named.measure, named.text) == (Measure.SHARE, "62.5%")
    assert (timed.indicator, timed.period) == ("新认定示范工厂", "2023-08-10")
    assert (based.measure, based.basis) == (Measure.LEVEL_CHANGE, "ytd")


def test_what_was_helped_is_marked_and_never_counts_as_sure() -> None:
    helped, _ = helped_by(pointing(GOOD))
    assert [item.assisted for item in helped.reading.observations] == [True, True, False, True]
    assert [
        item.rule.partition(";")[0] for item in helped.reading.observations if item.assisted
    ] == [
        "assisted: indicator",
        "assisted: period",
        "assisted: basis",
    ]
    assert {item.confidence for item in helped.reading.observations if item.assisted} == {0.0}


def test_the_grammars_reading_stands_but_for_the_slots_it_left_empty() -> None:
    alone = read_made()
    helped, _ = helped_by(pointing(GOOD))
    assert helped.reading.observations[2] in alone.observations
    assert rows(alone) == rows(read_made())
    assert (helped.reading.turns, helped.reading.commitments) == (alone.turns, alone.commitments)


def test_only_open_sentences_are_sent_and_what_stands_around_them() -> None:
    with playing(good(pointing({}))) as server:
        assist(read_made(), Listening(server.url).assistant)
        asked = server.asked()
        told = json.loads(server.got[0][2])
    assert [[one["numeral"]["text"] for one in item["asked"]] for item in asked] == [
        ["62.5"],
        ["58"],
        ["19"],
    ]
    assert all(item["text"] in TEXT for item in asked)
    assert all("".join(c["text"] for c in item["clauses"]) == item["text"] for item in asked)
    for item in asked:
        for one in [*item["times"], *(row["numeral"] for row in item["asked"])]:
            assert item["text"][one["start"] : one["end"]] == one["text"]
    assert set(told) == {
        "model", "messages", "temperature", "max_tokens", "response_format", "stream",
    }  # fmt: skip


def test_a_text_that_leaves_nothing_open_is_not_sent() -> None:
    with playing(good(pointing({}))) as server:
        reading = read_made("2023年上半年，全省规模以上工业增加值同比增长5.2%。\n")
        assert assist(reading, Listening(server.url).assistant).asked == 0
        assert not server.got


def test_a_number_without_a_unit_is_not_asked_about() -> None:
    """The seconds of a clock are nobody's figure, whatever a model would call them."""
    with playing(good(pointing({}))) as server:
        reading = read_made("省长 某某\n2023-08-12 07:00:44\n来源：日报\n")
        assert assist(reading, Listening(server.url).assistant).asked == 0


def test_a_release_costs_so_many_questions_and_no_more() -> None:
    helped, _ = helped_by(pointing(GOOD), requests=2)
    assert (helped.asked, helped.accepted) == (2, 2)


# -- wrong: the reply is of the form, and what it says is not so ------------------------------


def wrong(numeral: str, slot: str, span: object) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Points at nothing but one thing, which is wrong."""

    def reply(asked: dict[str, Any]) -> dict[str, Any]:
        made = pointing({})(asked)
        for row in made["figures"]:
            if row["numeral"]["text"] == numeral:
                row[slot] = span(asked["text"]) if callable(span) else span
        return made

    return reply


def at(words: str, shift: int = 0, longer: int = 0) -> Callable[[str], dict[str, Any]]:
    def span(text: str) -> dict[str, Any]:
        found = place(text, words)
        return found | {"start": found["start"] + shift, "end": found["end"] + shift + longer}

    return span


WRONG = [
    # the numeral, the slot, the place, why it is refused
    ("62.5", "indicator", at("制造业用电占比", 1), "these characters do not stand there"),
    ("62.5", "indicator", at("制造业用电占比", -1), "these characters do not stand there"),
    ("62.5", "indicator", at("制造业用电占比", 0, 1), "these characters do not stand there"),
    ("62.5", "indicator", {"start": 6, "end": 10, "text": "利润总额"}, "do not stand there"),
    ("62.5", "indicator", {"start": 5, "end": 5, "text": ""}, "outside the passage"),
    ("62.5", "indicator", {"start": 9, "end": 5, "text": "制造业用"}, "outside the passage"),
    ("62.5", "indicator", {"start": 5, "end": 99_999, "text": "制"}, "outside the passage"),
    ("62.5", "indicator", at("62.5%！全省"), "the name holds the numeral"),
    ("62.5", "indicator", at("全省新认定示范工厂58家"), "more or less than a name"),
    ("62.5", "indicator", at("今年上半年"), "more or less than a name"),
    ("62.5", "indicator", at("再创新高。\n全省"), "no name"),
    ("62.5", "indicator", at("，全省规模"), "no name"),
    ("62.5", "indicator", at("厂"), "more or less than a name"),
    ("62.5", "period", at("今年上半年"), "nothing says what it measures"),
    ("58", "indicator", at("制造业用电占比"), "the grammar has read the indicator"),
    ("58", "basis", at("较年初"), "the grammar has read the basis"),
    ("58", "period", at("8月10日"), "no words of time that the lexicon knows"),
    ("58", "period", at("更多"), "no words of time that the lexicon knows"),
    ("58", "period", {"start": 18, "end": 28, "text": "2024年8月10日"}, "do not stand there"),
    ("19", "period", at("2023年8月10日"), "the grammar has read the period"),
    ("19", "basis", at("更多"), "tell no base"),
    ("19", "basis", at("增长"), "tell no base"),
]


@pytest.mark.parametrize(("numeral", "slot", "span", "why"), WRONG)
def test_a_wrong_proposal_is_refused_with_a_reason(
    numeral: str, slot: str, span: object, why: str
) -> None:
    helped, listening = helped_by(wrong(numeral, slot, span))
    assert not listening.said
    assert len(helped.refused) == 1
    assert why in helped.refused[0].reason
    assert TEXT.startswith(numeral, helped.refused[0].start)
    assert rows(helped.reading) == rows(read_made())


def test_no_sign_is_taken_from_a_verb_that_stands_elsewhere() -> None:
    """A fall that another sentence tells would turn the value round."""
    with playing(good(pointing({"62.5": {"indicator": "成本下降"}}))) as server:
        reading = read_made("62.5%！数字创新高。\n与此同时，全省工业企业成本下降。\n")
        helped = assist(reading, Listening(server.url).assistant)
    assert [why for _, why in helped.refused] == ["its value would not be what stands there"]
    assert rows(helped.reading) == rows(reading)


def test_a_numeral_that_nobody_asked_about_is_refused() -> None:
    def reply(asked: dict[str, Any]) -> dict[str, Any]:
        row = {"numeral": place(asked["text"], "5.2"), "indicator": None, "basis": None}
        return {"figures": [row | {"period": place(asked["text"], "2023年8月10日")}]}

    helped, _ = helped_by(reply)
    assert {why for _, why in helped.refused} == {"nobody asked about this numeral"}
    assert rows(helped.reading) == rows(read_made())


def test_a_numeral_is_proposed_for_once() -> None:
    def reply(asked: dict[str, Any]) -> dict[str, Any]:
        return {"figures": pointing(GOOD)(asked)["figures"] * 2}

    helped, listening = helped_by(reply)
    assert helped.accepted == 0
    assert "not of the form" in str(listening.said[0])


MALFORMED = [
    # what one span is
    {"start": 5, "end": 12},
    {"start": 5, "end": 12, "text": "制造业用电占比", "value": 7},
    {"start": "5", "end": 12, "text": "制造业用电占比"},
    {"start": 5.0, "end": 12, "text": "制造业用电占比"},
    {"start": True, "end": 12, "text": "制造业用电占比"},
    {"start": -1, "end": 12, "text": "制造业用电占比"},
    {"start": 5, "end": 10**30, "text": "制造业用电占比"},
    {"start": 5, "end": 12, "text": None},
    {"start": 5, "end": 12, "text": "制" * 5000},
    "制造业用电占比",
    62.5,
    [],
]


@pytest.mark.parametrize("span", MALFORMED)
def test_a_reply_of_another_form_is_discarded_whole(span: object) -> None:
    helped, listening = helped_by(wrong("62.5", "indicator", span))
    assert [(e.document, e.offset) for e in listening.said] == [("made", 0)]
    assert "not of the form that was asked for" in str(listening.said[0])
    assert rows(helped.reading) == rows(read_made())


@pytest.mark.parametrize("key", ["value", "id", "unit", "note"])
def test_a_field_that_was_not_asked_for_discards_the_reply(key: str) -> None:
    def reply(asked: dict[str, Any]) -> dict[str, Any]:
        return {"figures": [row | {key: "999"} for row in pointing(GOOD)(asked)["figures"]]}

    helped, listening = helped_by(reply)
    assert len(listening.said) == 3
    assert rows(helped.reading) == rows(read_made())


# -- hostile ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_server_changes_nothing_and_costs_a_line(name: str) -> None:
    play, said = HOSTILE[name]
    with playing(play) as server:
        listening = Listening(server.url, seconds=seconds_for(said), failures=1)
        helped = assist(read_made(), listening.assistant)
    assert rows(helped.reading) == rows(read_made())
    (error,) = listening.said
    assert re.search(said, str(error))
    assert str(error).startswith("made:0: ")
    assert "\n" not in str(error)
    assert not re.search(r"secret|<|127\.0\.0\.1", str(error))


def test_a_model_that_fails_too_often_is_asked_no_more() -> None:
    with playing(HOSTILE["400"][0]) as server:
        listening = Listening(server.url, failures=2)
        assist(read_made(), listening.assistant)
        assert listening.assistant.gone
        assert assist(read_made(), listening.assistant).asked == 0
        assert len(server.got) == 2
    assert "failed 2 times in a row, it is asked no more" in str(listening.said[-1])
