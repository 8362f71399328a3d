from __future__ import annotations

from datetime import date

import pytest

from jiedu.errors import InputError, NoDateError
from jiedu.readers import parse_date
from jiedu.readers.dates import published_date

FOUND = [
    ("标题\n发布时间：2023-07-20 10:00\n正文", "x.txt", date(2023, 7, 20)),
    ("标题\n时间：2026-02-09\n正文", "x.txt", date(2026, 2, 9)),
    ("标题\n2023年7月20日\n正文", "x.txt", date(2023, 7, 20)),
    ("标题\n（2023年7月20日）\n正文", "x.txt", date(2023, 7, 20)),
    ("标题\n2026-02-03 09:02:33\n正文", "x.txt", date(2026, 2, 3)),
    ("标题\n来源：某部网站 2024-03-12\n正文", "x.txt", date(2024, 3, 12)),
    ("标题\n2024-03-12 09:30 来源：某部网站\n正文", "x.txt", date(2024, 3, 12)),
    ("标题\n正文没有日期。", "release-20230720.txt", date(2023, 7, 20)),
    ("标题\n正文没有日期。", "2023-07-20.txt", date(2023, 7, 20)),
]
NOT_FOUND = [
    "2023年上半年，工业生产恢复。",
    "记者从7月17日的会议上获悉，生产恢复。",
    "2021年2月3日，考察组来到工厂，了解生产。",
    "当地时间2023年5月1日，论坛开幕。",
    "发布时间：2023-13-45\n正文",
    "这条河来源于2021年3月4日建成的水库。",
    "标题\n数据来源：某局2023年7月20日的公报",
]


@pytest.mark.parametrize(("text", "name", "day"), FOUND)
def test_a_dateline_is_found(text: str, name: str, day: date) -> None:
    assert published_date(text, name) == day


@pytest.mark.parametrize("text", NOT_FOUND)
def test_a_date_in_prose_is_no_dateline(text: str) -> None:
    with pytest.raises(NoDateError, match="--published"):
        published_date(text, "x.txt")


def test_what_the_user_says_wins() -> None:
    text = "标题\n发布时间：2023-07-20\n正文"
    assert published_date(text, "x.txt", date(2020, 1, 1)) == date(2020, 1, 1)


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        parse_date("20 July", "--published")
