"""Whatever a model answers: the grammar's figures stand, and no digit comes from elsewhere."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from open_text import GOOD, PUBLISHED, TEXT, read_made, rows

from jiedu.assist import Assistant, Settings, asking, assist, suggest
from jiedu.lexicon import normalise, scan
from model_server import enveloped

if TYPE_CHECKING:
    from jiedu.assist import AssistError
    from jiedu.model import Observation

READING = read_made()
TIMES = ("2023年8月10日", "今年上半年")
NAMES = ("制造业用电占比", "制造业用电", "新认定示范工厂", "规模以上工业增加值增长")
QUANTITIES = {item.start: item for item in scan(normalise(TEXT)).quantities}
QUESTION = "老百姓的腰包2023年在东方明珠鼓了多少？"

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["figures", "numeral", "indicator", "start", TEXT[:12]]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["figures", "numeral", "indicator", "period", "basis", "start", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@st.composite
def spans(draw: st.DrawFn, text: str = TEXT) -> dict[str, Any]:
    """A place that is mostly in a text, with words that mostly stand there."""
    start = draw(st.integers(0, len(text)))
    end = start + draw(st.integers(0, 12))
    words = draw(st.just(text[start:end]) | st.text("0123456789.%万亿年月同比环增长", max_size=6))
    return {"start": start, "end": end, "text": words}


def words_at(*words: str, text: str = TEXT) -> st.SearchStrategy[dict[str, Any]]:
    """Words with their true places."""
    places = [(text.index(one), one) for one in words]
    return st.sampled_from([{"start": at, "end": at + len(one), "text": one} for at, one in places])


@st.composite
def figures(draw: st.DrawFn) -> dict[str, Any]:
    """A proposal that is mostly right, or right but for some of its places."""
    numeral, told = draw(st.sampled_from(list(GOOD.items())))
    row = {"numeral": draw(words_at(numeral))}
    for slot in ("indicator", "period", "basis"):
        right = words_at(told[slot]) if slot in told else st.none()
        other = words_at(*TIMES, *NAMES, "较年初更多", "增长") | spans()
        row[slot] = draw(st.sampled_from([right, right, right, other]).flatmap(lambda one: one))
    return row


replies = st.fixed_dictionaries({"figures": figures().map(lambda row: [row])}) | json_values


def silent(error: AssistError) -> None:
    """Nobody listens."""


def grammars(item: Observation, helped: Observation) -> Observation:
    """A figure without the slots that were filled in it."""
    assert not (item.period and item.period != helped.period)
    assert not (item.basis and item.basis != helped.basis)
    return replace(
        helped,
        period=item.period,
        basis=item.basis,
        rule=item.rule,
        confidence=item.confidence,
    )


@settings(max_examples=300)
@given(reply=replies)
def test_no_reply_changes_what_the_grammar_read(reply: object) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asking, "exchange", lambda *_: enveloped(json.dumps(reply)))
        limits = Settings("http://127.0.0.1:9", "played", failures=99)
        helped = assist(READING, Assistant(limits, silent)).reading
    assert rows(READING) == rows(read_made())
    found = {item.span.start: item for item in helped.observations}
    assert len(found) == len(helped.observations)
    for item in READING.observations:
        now = found.pop(item.span.start)
        assert now == item if not now.assisted else grammars(item, now) == item
    for start, item in found.items():
        quantity = QUANTITIES[start]
        assert item.assisted
        assert (abs(item.value), item.text) == (quantity.value, TEXT[start : quantity.stop])
        assert item.indicator in TEXT
    for item in helped.observations:
        if item.assisted:
            assert item.confidence == 0.0
            assert set(item.period or "") <= set("2023-01/2023-06/2023-08-10/2023-08-12")


@st.composite
def choices(draw: st.DrawFn) -> dict[str, Any]:
    right = {"indicator": "income.per_head", "period": "2021年上半年", "region": "上海市"}
    known = st.sampled_from([*right.values(), "accounts.gdp", "2023年", "x"])
    places = words_at("老百姓的腰包", "鼓", "在东方明珠", "2023年", "腰包2023年", text=QUESTION)
    reply: dict[str, Any] = {}
    for slot, choice in right.items():
        words = {"indicator": "老百姓的腰包", "period": "鼓", "region": "东方明珠"}[slot]
        good = {"words": draw(words_at(words, text=QUESTION)), "choice": choice}
        other = st.fixed_dictionaries({"words": places | spans(QUESTION), "choice": known})
        may_lack = st.just(good) if slot == "indicator" else st.none() | st.just(good)
        reply[slot] = draw(st.sampled_from([may_lack, may_lack, other]).flatmap(lambda one: one))
    return reply


@settings(max_examples=300)
@given(reply=choices() | json_values)
def test_no_reply_puts_a_number_or_a_word_of_its_own_into_a_question(reply: object) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asking, "exchange", lambda *_: enveloped(json.dumps(reply)))
        limits = Settings("http://127.0.0.1:9", "played", failures=99)
        found = suggest(QUESTION, Assistant(limits, silent), PUBLISHED)
    if found is not None:
        assert "2023年" in found.question
        assert found.question.endswith("多少？")
        assert "x" not in found.question
