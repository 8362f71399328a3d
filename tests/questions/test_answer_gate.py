"""The gate: what may be shown, what is caught, and that no altered digit passes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jiedu.model import Answer, Bound, Measure, Observation, Source, Span, Status
from jiedu.questions.gate import Grounds, gated, loose

JUNE = "截至6月底，我国5G基站总数达293.7万个，占移动基站总数的26%。"
DECEMBER = "截至2023年底，5G基站总数达337.7万个，每万人二十四个，约三成在县城。"
GROUNDS = Grounds(
    (JUNE, DECEMBER),
    ("5G基站", "（2023-06-30）", "（a-1，2023-07-20）"),
    (Decimal(2937000), Decimal(3377000)),
)

SUPPORTED = {
    "as written": "293.7万个",
    "the whole answer": f"全国 5G基站（2023-06-30）：293.7万个「{JUNE}」（a-1，2023-07-20）",
    "a part of a sentence": "「5G基站总数达293.7万个」",
    "full-width digits": "２９３．７万个",
    "another magnitude": "2.937 million, or 2937000, or 2,937,000",
    "Chinese numerals as they stand there": "二十四个",
    "a difference": "337.7万个 − 293.7万个 = 44万个",
    "a difference with its room": "337.7万个 − 293.7万个 = 44万个 ± 0.1万个",
    "a quotient in per cent": "293.7万个 ÷ 337.7万个 = 86.97%",
    "another magnitude before its sentence": f"2.937 million「{JUNE}」",
    "no numeral": "并不知道",
}


@pytest.mark.parametrize("text", SUPPORTED.values(), ids=SUPPORTED)
def test_what_is_supported_passes(text: str) -> None:
    assert loose(text, GROUNDS) == ()


CAUGHT = {
    "a digit altered": ("293.8万个", ("293.8万",)),
    "another magnitude": ("293.7亿个", ("293.7亿",)),
    "no magnitude": ("293.7个", ("293.7",)),
    "a digit of the other unit": ("6G基站", ("6",)),
    "a quotation altered": (
        JUNE.replace("293.7", "293.9").join("「」"),
        ("6", "5", "293.9万", "26"),
    ),
    "a name altered": ("4G基站", ("4",)),
    "a time altered": ("（2023-06-29）", ("29",)),
    "a release altered": ("（a-2，2023-07-20）", ("2", "07", "20")),
    "Chinese numerals altered": ("二十五个", ("二十五",)),
    "formal numerals": ("叁佰", ("三百",)),
    "a sign that is a number": ("½", ("½",)),
    "an English number word": ("three", ("three",)),
    "a power of ten in a word": ("2.937 billion", ("2.937 billion",)),
    "digits of another script": ("٣٣٣", ("333",)),
    "a sum that does not come out": ("337.7万个 − 293.7万个 = 45万个", ("45万",)),
    "a sum of what nobody said": ("340万个 − 293.7万个 = 46.3万个", ("340万", "46.3万")),
    "less room than there is": ("337.7万个 − 293.7万个 = 44万个 ± 0.05万个", ("0.05万",)),
    "a part of a number": ("93.7万个", ("93.7万",)),
    "the figure of another sentence": (f"337.7万个「{JUNE}」", ("337.7万",)),
    "more room than there is": ("337.7万个 − 293.7万个 = 44万个 ± 0.2万个", ("0.2万",)),
}


@pytest.mark.parametrize(("text", "found"), CAUGHT.values(), ids=CAUGHT)
def test_what_is_not_supported_is_caught(text: str, found: tuple[str, ...]) -> None:
    assert set(found) <= set(loose(text, GROUNDS))


DIGITS = "0123456789"
FULL = str.maketrans(DIGITS, "０１２３４５６７８９")
CHINESE = str.maketrans(DIGITS, "〇一二三四五六七八九")
PRINTED = st.decimals(min_value=0, max_value=99999, places=1).map(lambda value: f"{value}万个")


@given(PRINTED, st.data(), st.sampled_from([{}, FULL, CHINESE]))
def test_an_altered_digit_is_caught(
    printed: str, data: st.DataObject, script: dict[int, int]
) -> None:
    at = data.draw(st.sampled_from([at for at, char in enumerate(printed) if char in DIGITS]))
    other = data.draw(st.sampled_from([digit for digit in DIGITS if digit != printed[at]]))
    altered = printed[:at] + other + printed[at + 1 :]
    assume(Decimal(altered[:-2]) != Decimal(printed[:-2]))
    sentence = f"总数达{printed}。"
    grounds = Grounds((sentence,), ("总数",), (Decimal(printed[:-2]) * 10000,))
    assert loose(f"总数：{printed.translate(script)}", grounds) == () or script == CHINESE
    assert loose(f"总数：{altered.translate(script)}", grounds)
    assert loose(f"「{sentence.replace(printed, altered).translate(script)}」", grounds)


@given(st.integers(1, 99999), st.integers(1, 99999), st.integers(-500, 500).filter(bool))
def test_an_altered_result_is_caught(one: int, other: int, off: int) -> None:
    grounds = Grounds((f"先是{one}吨，后是{other}吨。",), (), (Decimal(one), Decimal(other)))
    result = abs(one - other)
    shown = f"{one}吨 − {other}吨 = {'−' if one < other else ''}"
    assert loose(f"{shown}{result}吨", grounds) == ()
    assume(result + off not in {one, other} and result + off >= 0)
    assert loose(f"{shown}{result + off}吨", grounds)


def _answer(text: str) -> Answer:
    found = Observation(
        Span(16, 21), "5G基站", Measure.LEVEL, Decimal(2937000), "个", Bound.EXACT, "2023-06-30",
        None, Status.ACTUAL, "293.7万个", Span(0, len(JUNE)),
    )  # fmt: skip
    source = Source("a-1", date(2023, 7, 20), found, JUNE)
    return Answer("多少？", text, Decimal(2937000), "个", (source,), (), "figure")


def test_an_answer_goes_through_as_it_is() -> None:
    answer = _answer(f"5G基站（2023-06-30）：293.7万个「{JUNE}」（a-1，2023-07-20）")
    assert gated(answer) is answer


def test_an_answer_with_an_unsupported_digit_is_refused_with_the_reason() -> None:
    answer = gated(_answer("293.8万个"))
    assert (answer.answer, answer.value, answer.observations) == (None, None, ())
    assert "293.8万" in answer.reason


def test_a_value_that_nothing_cites_is_refused() -> None:
    text = f"5G基站（2023-06-30）：293.7万个「{JUNE}」（a-1，2023-07-20）"
    answer = gated(replace(_answer(text), value=Decimal(2938000)))
    assert answer.answer is None
    assert "2938000" in answer.reason


@given(st.data())
def test_no_digit_of_an_answer_can_be_altered(data: st.DataObject) -> None:
    text = f"5G基站（2023-06-30）：293.7万个 (2.937 million)「{JUNE}」（a-1，2023-07-20）"
    at = data.draw(st.sampled_from([at for at, char in enumerate(text) if char in DIGITS]))
    other = data.draw(st.sampled_from([digit for digit in DIGITS if digit != text[at]]))
    assert gated(_answer(text)).answer == text
    assert gated(_answer(text[:at] + other + text[at + 1 :])).answer is None
