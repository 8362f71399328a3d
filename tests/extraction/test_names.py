from __future__ import annotations

import pytest

from jiedu.extraction.names import clean_name, coordinates, counted_noun, opening_action


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("其中，我国新能源汽车产量", "新能源汽车产量"),
        ("居民消费价格指数(CPI)", "居民消费价格指数"),
        ("三是农业产值", "农业产值"),
        ("其间全国铁路发送旅客", "铁路发送旅客"),
        ("规上(限上)服务业营收", "规上(限上)服务业营收"),
        ("据统计，全国5G用户", "5G用户"),
        ("机械工业累计实现营业收入", "机械工业营业收入"),
        ("在移动电话用户总数中", ""),
    ],
)
def test_clean_name(raw: str, name: str) -> None:
    assert clean_name(raw) == name


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("汽车和电子行业增加值", ("汽车行业增加值", "电子行业增加值")),
        ("新能源汽车产销", ("新能源汽车产量", "新能源汽车销量")),
        ("城乡居民人均可支配收入", ("城镇居民人均可支配收入", "农村居民人均可支配收入")),
        ("城镇和农村居民收入", ("城镇居民收入", "农村居民收入")),
        ("新能源汽车产量、销量", ("新能源汽车产量", "新能源汽车销量")),
        ("对东盟、欧盟进出口", ("对东盟进出口", "对欧盟进出口")),
        ("“东数、西算”工程", ()),
        ("电信业务收入", ()),
    ],
)
def test_coordinates(name: str, names: tuple[str, ...]) -> None:
    assert coordinates(name, 2) == names


@pytest.mark.parametrize(
    ("right", "noun"),
    [
        ("工业互联网试点示范项目，", "工业互联网试点示范项目"),
        ("5G终端产品获得进网许可。", "5G终端产品"),
        ("规模以上工业企业实施了数字化转型", "规模以上工业企业"),
        ("的智能制造国际标准工作组", "智能制造国际标准工作组"),
        ("“两山”实践创新基地", "“两山”实践创新基地"),
        ("探索了智能化升级", ""),
        ("", ""),
    ],
)
def test_counted_noun(right: str, noun: str) -> None:
    assert counted_noun(right) == noun


def test_opening_action() -> None:
    assert opening_action("建成过江通道") == ("建成", "过江通道")
    assert opening_action("过江通道") == ("", "过江通道")
