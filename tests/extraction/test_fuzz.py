"""Any text at all is read: no failure, every figure in its place and worth what it says."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiedu.model import Measure, Observation, Release, Span, digest
from jiedu.pipeline import numerals, process

MAGNITUDES = {"十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8,
              "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12, "十万亿": 13, "百万亿": 14, "万万": 8,
              "亿亿": 16, "百亿亿": 18,
              }  # fmt: skip
# in a list values share the last one's magnitude
BETWEEN = "—-~至到、和与及,，以分别超过近约不足突破逾"
SAME = str.maketrans("億萬個餘幾來兩−–", "亿万个余几来两-—")
CHINESE = re.compile("[一二两三四五六七八九十百千半]+(分之[一二三四五六七八九]|位数)?")
OWN = re.compile(
    r"(?:个(?=[多余几](?:小时|月|百分点)))?[多余几来]? ?"
    r"(百?亿亿|(?:十|百)?万亿|[千百十]亿|[千百十万]万|万|亿"
    r"|千(?!瓦|米|克|伏|兆|卡|升|斤|字)|百(?!分)|十)?"
)

GRAMMAR = [
    "上半年",
    "增长",
    "同比",
    "下降",
    "3.8",
    "%",
    "个百分点",
    "5",
    "万",
    "亿元",
    "亿",
    "千瓦",
    "个",
    "家",
    "人次",
    "第",
    "位",
    "名",
    "占",
    "比重",
    "比",
    "去年",
    "同期",
    "较",
    "从",
    "提高到",
    "至",
    "今年",
    "2023年",
    "13月",
    "以来",
    "截至",
    "连续",
    "年",
    "八成",
    "半",
    "五",
    "百分之",
    "四分之一",
    "过半",
    "翻一番",
    "倍",
    "两位数",
    "一百二十",
    "千",
    "百",
    "十",
    "几",
    "多",
    "余",
    "以上",
    "左右",
    "分别",
    "和",
    "、",
    "，",
    "。",
    "；",
    "：",
    "？",
    "规模以上工业增加值",
    "用户",
    "在建",
    "新登记",
    "座",
    "年均",
    "每年可",
    "秒",
    "即",
    "就",
    "记者：",
    "问：",
    "答：",
    "力争",
    "将",
    "计划",
    "预计",
    "其中",
    "的",
    "（",
    "）",
    "“",
    "”",
    "《",
    "》",
    "—",
    "~",
    "/",
    ",",
    ".",
    "+",
    "-",
    ":",
    "\n",
    "5G",
    "IPv6",
    "https://a.b/1",
    "一、",
    "（二）",
    "3．",
    "首先",
    "个半小时",
]
SIGNS = "“”‘’《》（）()【】[]{}「」『』\"'，,。.;；:：！？、—-~+×/％%·•　 \t\n\r\v\f\x85\u2028"
STRANGE = "\0\x1b\u200b\u200f\u202e\u2066\u0301\u20e3\ufeff\ufffd\ud800\udfff\ue000\ue010😀👨‍👩‍👧🇨🇳"
DIGITS = "0123456789０１２３٣٤۵३𝟗²③Ⅳ〇零一二两三十百千万亿億萬個"

pieces = st.one_of(
    st.sampled_from(GRAMMAR),
    st.sampled_from(SIGNS),
    st.sampled_from(STRANGE),
    st.sampled_from(DIGITS),
    st.text(max_size=3),
    st.characters(categories=["Cs", "Cc", "Cf", "Mn", "Nd"]),
)
mixtures = st.lists(pieces, max_size=60).map("".join)
runs = st.builds(
    lambda few, times, tail: "".join(few) * times + "".join(tail),
    st.lists(pieces, min_size=1, max_size=3),
    st.integers(100, 2000),
    st.lists(pieces, max_size=3),
)
counted = st.builds(
    lambda number, scale, unit: f"用户达{number}{scale}{unit}。",
    st.from_regex(r"\A[1-9][0-9]{0,30}(?:\.[0-9]{1,6})?\Z"),
    st.sampled_from(["", *MAGNITUDES]),
    st.sampled_from(["个", "元", "吨", "户"]),
)


def release(text: str) -> Release:
    return Release("x", "", date(2023, 7, 20), text, digest(text))


def western(text: str) -> str:
    """Widths and scripts of digits made one, sign for sign."""
    digits = (str(unicodedata.decimal(sign, sign)) for sign in text)
    narrow = (chr(ord(c) - 0xFEE0) if "！" <= c <= "～" and c != "，" else c for c in digits)
    return "".join(narrow).translate(SAME)


def worths(text: str, found: Observation) -> set[Decimal] | None:
    """What the numeral at a figure may be worth; ``None`` where it is a Chinese one."""
    plain = western(text)
    numeral, after = found.span.of(plain), plain[found.span.end : found.span.end + 12]
    if not re.fullmatch(r"[\d,./]+", numeral):
        assert CHINESE.fullmatch(numeral)
        return None
    whole, _, under = numeral.replace(",", "").partition("/")
    value = Decimal(whole) / Decimal(under) * 100 if under else Decimal(whole)
    if after.startswith("成"):
        return {value * 10 + more for more in range(10)}
    if after.startswith("个半"):
        return {value + Decimal("0.5")}
    own = OWN.match(after)
    assert own is not None
    powers = {MAGNITUDES[own[1]] if own[1] else 0}
    if not own[1] and after and re.match(rf"\D{{0,4}}[{re.escape(BETWEEN)}]", after):
        powers |= set(MAGNITUDES.values())
    values = {value.scaleb(power) for power in powers}
    if found.measure is Measure.GROWTH and "倍" in after:
        values |= {(value - 1) * 100 for value in values}
    return values


def check_value(text: str, found: Observation) -> None:
    values = worths(text, found)
    assert values is None or abs(found.value) in {abs(value) for value in values}


def check_spans(text: str, spans: list[Span]) -> None:
    last = 0
    for span in spans:
        assert last <= span.start < span.end <= len(text)
        last = span.end


def check(text: str) -> None:
    given_release = release(text)
    reading = process(given_release)
    check_spans(text, [found.span for found in reading.observations])
    check_spans(text, [turn.span for turn in reading.turns])
    check_spans(text, [point.span for point in reading.points])
    check_spans(text, [numeral.span for numeral in numerals(given_release)])
    for found in reading.observations:
        assert found.sentence.start <= found.span.start < found.span.end <= found.sentence.end
        assert text.startswith(found.text, found.span.start)
        assert found.indicator
        assert len(found.indicator) < 400
        check_period(found.period)
        check_value(text, found)


def check_period(period: str | None) -> None:
    for end in (period or "").split("/") if period else ():
        year, *rest = map(int, end.split("-"))
        date(*[year, *rest, 1, 1][:3])


@given(mixtures)
@settings(max_examples=500, deadline=None)
def test_any_mixture_is_read(text: str) -> None:
    check(text)


@given(runs)
@settings(max_examples=25, deadline=None)
def test_any_repetition_is_read(text: str) -> None:
    check(text[:20_000])


@given(counted)
@settings(max_examples=200, deadline=None)
def test_a_count_is_worth_its_digits_and_magnitude(text: str) -> None:
    found = process(release(text)).observations
    for item in found:
        assert worths(text, item) == {item.value}


CASES = {
    "letters without a digit": "a" * 20_000,
    "letters and points": "a." * 10_000,
    "digits before a figure": "1" * 20_000 + "增长5%",
    "one numeral too long to be worth anything": "用户达" + "9" * 5_000 + "亿元。",
    "29 digits": "用户达12345678901234567890123456789亿元。",
    "a rank of many digits": "居第" + "1" * 5_000 + "位。",
    "a rank of many signs": "居第" + "一" * 5_000 + "位。",
    "a count of many signs": "一" * 5_000 + "个",
    "a streak of many digits": "连续" + "9" * 5_000 + "年居第一位。",
    "a streak of too many years": "连续9999年，居第一位。",
    "magnitudes": "千" * 20_000,
    "magnitudes before a year": "千" * 20_000 + "年",
    "figures of one clause": "每年可增长5%" * 2_000,
    "bare modifiers": "在建8座，新登记9座，" * 1_000,
    "times and figures of one sentence": "今年5个" * 2_000,
    "openers": "“《（" * 5_000,
    "an opener before each figure": "“5%" * 2_000,
    "closers": "”》）" * 5_000,
    "commas": "，" * 20_000,
    "white space": "\u2003" * 20_000 + "5个",
    "Arabic-Indic digits": "用户达٣٤亿元，居第٣位，连续٣年。",
    "full width": "用户达１，２３４．５万户，增长３．８％。",
    "a part of a grouped numeral": "占1,234.5/5",
    "division by nought": "占1/0，占1/00。",
    "a half of tenths and a digit": "三成半五",
    "a month that is none": "2023年13月以来，用户余额5个。88月以来两份。",
    "surrogates among traditional signs": "\ud800用戶達5億個\udfff。",
    "NUL among traditional signs": "\0用戶達5億個\0。",
    "marks of the other direction": "\u202e用户达5\u0301个\u202c。",
}


@pytest.mark.parametrize("name", CASES)
def test_a_nasty_text_is_read(name: str) -> None:
    check(CASES[name])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("用户达٣٤亿户。", 3_400_000_000),
        ("\ud800用戶達5億戶。", 500_000_000),
        ("\0用戶達5億戶。", 500_000_000),
        ("用户达１２３４万户。", 12_340_000),
        ("用户达1234567890123456789012345678亿户。", 1234567890123456789012345678 * 10**8),
    ],
)
def test_a_value_in_strange_company_is_exact(text: str, value: int) -> None:
    (found,) = process(release(text)).observations
    assert found.value == value
