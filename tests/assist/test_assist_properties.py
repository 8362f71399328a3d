"""Whatever a model answers: the grammar's figures stand, and no digit comes from elsewhere."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from open_text import PUBLISHED, TEXT, read_made, rows

from jiedu.assist import Assistant, Settings, asking, assist, suggest
from jiedu.lexicon import normalise, scan
from model_server import enveloped

if TYPE_CHECKING:
    from jiedu.assist import AssistError
    from jiedu.model import Observation

READING = read_made()
QUANTITIES = {item.start: item for item in scan(normalise(TEXT)).quantities}
QUESTION = "老百姓的腰包2023年鼓了多少？"

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


figures = st.fixed_dictionaries(
    {
        "numeral": words_at("62.5", "58", "5.2", "19", "2023") | spans(),
        "indicator": st.none() | words_at("制造业用电占比", "新认定示范工厂", "全省") | spans(),
        "period": st.none() | words_at("2023年8月10日", "今年上半年") | spans(),
        "basis": st.none() | words_at("较年初", "较年初更多") | spans(),
    }
)
replies = st.fixed_dictionaries({"figures": st.lists(figures, max_size=2)}) | json_values


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
    known = st.sampled_from(
        ["income.per_head", "accounts.gdp", "2023年", "2021年上半年", "上海市", "x"]
    )
    words = words_at("老百姓的腰包", "2023年", "腰包2023年", "鼓了", text=QUESTION) | spans(
        QUESTION
    )
    one = st.none() | st.fixed_dictionaries({"words": words, "choice": known | st.text(max_size=9)})
    return {slot: draw(one) for slot in ("indicator", "period", "region")}


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
