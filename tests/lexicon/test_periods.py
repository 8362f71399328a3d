from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiedu.lexicon import closing_day, resolve
from jiedu.lexicon.periods import period_words

MIDYEAR = date(2023, 7, 20)
JANUARY = date(2026, 1, 23)

WORDS = [
    ("上半年", MIDYEAR, None, "2023-01/2023-06"),
    ("今年上半年", MIDYEAR, None, "2023-01/2023-06"),
    ("去年上半年", MIDYEAR, None, "2022-01/2022-06"),
    ("1—5月", MIDYEAR, None, "2023-01/2023-05"),
    ("1至5月份", MIDYEAR, None, "2023-01/2023-05"),
    ("前5个月", MIDYEAR, None, "2023-01/2023-05"),
    ("前五个月", MIDYEAR, None, "2023-01/2023-05"),
    ("6月份", MIDYEAR, None, "2023-06"),
    ("二季度", MIDYEAR, None, "2023-04/2023-06"),
    ("第一季度", MIDYEAR, None, "2023-01/2023-03"),
    ("前三季度", date(2023, 10, 18), None, "2023-01/2023-09"),
    ("2023年", MIDYEAR, None, "2023"),
    ("今年", MIDYEAR, None, "2023"),
    ("去年全年", MIDYEAR, None, "2022"),
    ("今年以来", MIDYEAR, None, "2023-01/2023-06"),
    ("截至6月底", MIDYEAR, None, "2023-06"),
    ("截至3月16日", date(2023, 3, 16), None, "2023-03-16"),
    ("目前", MIDYEAR, None, "2023-07-20"),
    ("截至目前", MIDYEAR, None, "2023-07-20"),
    ("昨天", MIDYEAR, None, "2023-07-19"),
    ("“十四五”时期", MIDYEAR, None, "2021/2025"),
    ("“十三五”末", MIDYEAR, None, "2020"),
    ("“十五五”期间", JANUARY, None, "2026/2030"),
    ("近三年", MIDYEAR, None, "2020/2022"),
    ("五年来", JANUARY, 2025, "2021/2025"),
    ("过去一年", JANUARY, None, "2025"),
    ("2020年至2025年", JANUARY, None, "2020/2025"),
    ("2022年1月至2023年9月", date(2023, 10, 30), None, "2022-01/2023-09"),
    ("10月1日至7日", date(2023, 10, 8), None, "2023-10-01/2023-10-07"),
    ("12月份", JANUARY, None, "2025-12"),
    ("一季度", JANUARY, 2025, "2025-01/2025-03"),
    ("2026年元旦假期", JANUARY, None, "2026-01-01/2026-01-03"),
    ("近年来", MIDYEAR, None, None),
    ("13月", MIDYEAR, None, None),
    ("2月30日", MIDYEAR, None, None),
]


@pytest.mark.parametrize(("words", "published", "frame", "period"), WORDS)
def test_words_become_periods(
    words: str, published: date, frame: int | None, period: str | None
) -> None:
    assert resolve(words, published, frame).period == period


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("2023", "2023-12-31"),
        ("2021/2025", "2025-12-31"),
        ("2024-02", "2024-02-29"),
        ("2023-01/2023-06", "2023-06-30"),
        ("2023-03-16", "2023-03-16"),
    ],
)
def test_a_period_closes_on_its_last_day(period: str, day: str) -> None:
    assert closing_day(period) == day


def test_moments_are_told_from_spans() -> None:
    assert resolve("截至6月底", MIDYEAR).instant
    assert not resolve("上半年", MIDYEAR).instant


def test_every_holiday_is_a_span_of_days() -> None:
    for name, years in period_words()["holidays"].items():
        for year, (first, last) in years.items():
            assert date.fromisoformat(first) <= date.fromisoformat(last), (name, year)
            assert resolve(f"{year}年{name}假期", date(int(year), 12, 1)).period, (name, year)


def test_every_plan_is_five_years() -> None:
    for name, (first, last) in period_words()["plans"].items():
        assert last - first == 4, name


@given(st.text("今去年上下半月季度前截至底末0123456789一二三十四五”“—日来近", max_size=14))
def test_any_words_resolve_without_an_error(words: str) -> None:
    resolve(words, MIDYEAR)
