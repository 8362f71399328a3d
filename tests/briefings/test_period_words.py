"""Times in words."""

from __future__ import annotations

from datetime import date

import pytest

from jiedu.briefings.periods import day_words, period_words
from jiedu.model import Language

PERIODS = [
    ("2023", "2023年", "2023"),
    ("2021/2025", "2021—2025年", "2021–2025"),
    ("2023-06", "2023年6月", "June 2023"),
    ("2023-01/2023-06", "2023年1—6月", "January–June 2023"),
    ("2023-04/2023-06", "2023年二季度", "second quarter of 2023"),
    ("2023-01/2023-03", "2023年一季度", "first quarter of 2023"),
    ("2023-06-30", "2023年6月末", "end of June 2023"),
    ("2023-12-31", "2023年末", "end of 2023"),
    ("2023-06-08", "2023年6月8日", "8 June 2023"),
    ("2024-02-29", "2024年2月末", "end of February 2024"),
    ("2023-10-01/2023-10-07", "2023年10月1日至2023年10月7日", "1 October 2023 to 7 October 2023"),
    ("2022-11/2023-02", "2022年11月至2023年2月", "November 2022 to February 2023"),
    ("whenever", "whenever", "whenever"),
    ("9999-99-99", "9999-99-99", "9999-99-99"),
    ("2023-01/2023-13", "2023-01/2023-13", "2023-01/2023-13"),
    ("2023-02-30", "2023-02-30", "2023-02-30"),
    (None, "", ""),
]


@pytest.mark.parametrize(("period", "chinese", "english"), PERIODS)
def test_periods(period: str | None, chinese: str, english: str) -> None:
    assert period_words(period, Language.ZH) == chinese
    assert period_words(period, Language.EN) == english


def test_days_are_never_ends_of_months() -> None:
    assert day_words(date(2023, 6, 30), Language.ZH) == "2023年6月30日"
    assert day_words(date(2023, 6, 30), Language.EN) == "30 June 2023"
