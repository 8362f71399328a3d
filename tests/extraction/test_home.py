from __future__ import annotations

from datetime import date

import pytest

from jiedu.extraction.home import home_of
from jiedu.model import Release, digest
from jiedu.pipeline import process


@pytest.mark.parametrize(
    ("title", "home"),
    [
        ("江苏：先进制造业稳步向好", "江苏省"),
        ("广东中山发展新产业", "广东省"),
        ("内蒙古新能源装机增长", "内蒙古自治区"),
        ("湖南湖北两省合作", None),
        ("博览会将在浙江举办", None),
        ("前三季度工业平稳增长", None),
        ("", None),
    ],
)
def test_a_title_names_one_province(title: str, home: str | None) -> None:
    assert home_of(title) == home


def regions(text: str, title: str, region: str | None = None) -> list[str | None]:
    release = Release("x", title, date(2024, 10, 20), text, digest(text), region=region)
    return [found.region for found in process(release).observations]


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("规模以上工业增加值增长8.3%。", "重庆：产业升级", ["重庆市"]),
        ("规模以上工业增加值增长5.8%。", "工业平稳增长", [None]),
        ("这里的产量占全国的三成。", "重庆：产业升级", [None]),
        ("上海规模以上工业增加值增长5%。", "工业平稳增长", ["上海市"]),
        ("据昆明海关统计，对东盟进出口增长5%。", "外贸向好", ["云南省"]),
        ("据海关统计，对东盟进出口增长5%。", "外贸向好", [None]),
        ("据青岛海关统计，对东盟进出口增长5%。", "外贸向好", [None]),  # of a part of its province
        ("从成都海关获悉，西部12省区市进出口增长5%。", "外贸向好", [None, "西部地区"]),
    ],
)
def test_a_figure_has_the_region_it_speaks_of(
    text: str, title: str, expected: list[str | None]
) -> None:
    assert regions(text, title) == expected


def test_the_publisher_knows_better() -> None:
    assert regions("我国出口增长5%。", "重庆", region="四川省") == ["四川省"]
