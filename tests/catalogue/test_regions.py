"""Regions by name, and names that start with one."""

from __future__ import annotations

import pytest

from jiedu.catalogue import RegionLevel, region_of, regions, split_region


def test_every_province_and_city_is_there() -> None:
    levels = [region.level for region in regions()]
    assert levels.count(RegionLevel.PROVINCE) == 34
    assert levels.count(RegionLevel.CITY) == 333


def test_codes_are_unique() -> None:
    codes = [region.code for region in regions()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("上海", "310000"),
        ("上海市", "310000"),
        ("内蒙古自治区", "150000"),
        ("深圳", "440300"),
        ("吉林", "220000"),
        ("吉林市", "220200"),
        ("恩施州", "422800"),
        ("长三角", "yangtze_delta"),
        ("中西部地区", "centre_west"),
    ],
)
def test_a_region(text: str, code: str) -> None:
    found = region_of(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("text", ["", "德国", "白银", "上海港", "全国"])
def test_no_region(text: str) -> None:
    assert region_of(text) is None


@pytest.mark.parametrize(
    ("name", "region", "rest"),
    [
        ("上海规模以上工业增加值", "上海市", "规模以上工业增加值"),
        ("广东省的进出口", "广东省", "进出口"),
        ("杭州全市生产总值", "杭州市", "生产总值"),
        ("粤港澳大湾区内地九市进出口", "粤港澳大湾区内地九市", "进出口"),
        ("规模以上工业增加值", None, "规模以上工业增加值"),
        ("上海", None, "上海"),
    ],
)
def test_splitting(name: str, region: str | None, rest: str) -> None:
    found, left = split_region(name)
    assert (found and found.name) == region
    assert left == rest
