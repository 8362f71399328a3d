"""Programmes by name, in texts, and behind instruments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiedu.catalogue import (
    ProgrammeNames,
    programme_of,
    programme_of_instrument,
    programmes_in,
)
from jiedu.catalogue.programmes import programmes_from

WATCHED = """
industrial_economy: 汽车、电子、钢铁等十个重点行业稳增长的工作方案 轻工业稳增长工作方案 专项贷款
 常态化沟通交流机制 问题诉求解决闭环机制 先进制造业集群 先进制造业集群发展专项行动 巩固工业产品出口
 扩大内需战略 “十四五”专项规划 “一带一路”
consumer_goods: “三品”行动 “三品”战略 “三品”全国行 短缺药品生产供应监测 小品种药集中生产基地
 重点医疗物资生产调度 质量溯源体系 品牌发现和价值评价机制 升级和创新消费品 绿色智能家电促消费活动
 绿色建材下乡
smart_manufacturing: 数字化车间 智能工厂 智能制造能力成熟度 智能制造试点示范 智能制造示范工厂
 智能制造新场景 智能制造解决方案 解决方案攻关 智能制造标准体系 智能制造国际标准 国际智能制造联盟
green_manufacturing: 绿色制造 绿色制造体系 绿色工厂 绿色工业园区 绿色制造标杆培育机制 节能监察
 节能诊断 节能监察和诊断服务 数字化碳管理平台 工业绿色微电网 新能源汽车动力蓄电池回收利用管理办法
 绿色低碳相关行业标准 电力装备绿色低碳创新发展行动 节能降碳专项行动 动力电池回收服务网点
telecoms: 电信普遍服务 “宽带边疆” 双千兆 “双千兆”网络 工业互联网 工业互联网平台 工业互联网试点示范
 网络安全 网络安全防护体系 欧拉服务器操作系统 IPv6
five_g: “扬帆” 5G“扬帆”行动 5G应用“扬帆”行动计划 “751工程” 5G工厂“百千万”行动 “信号升格”
 RedCap 5G轻量化 R18 6G 6G技术研发 5G异网漫游 5G共建共享 “5G+工业互联网” 6GHz频段划分
services_and_rights: 信息无障碍 适老化改造 APP专项整治行动 应用商店“守门员”责任 APP认证签名体系
 移动互联网应用程序公共服务平台 “骚扰电话拒接”服务 诈骗电话治理 电信设备进网许可制度
 互联网平台规则公开透明度公约 电信服务合规指南 移动互联网应用服务能力提升行动
computing_power: 指导算力基础设施高质量发展的政策文件 云边端协同 算存运融合 算力网络优化行动
 全国一体化算力网 算力应用创新大赛 “算力中国行” 国家新型数据中心 东数西算
"""
"""What DESIGN.md lists for each field, and the programmes that the first interview names."""


def watched() -> list[str]:
    return [word for word in WATCHED.split() if not word.endswith(":")]


@pytest.mark.parametrize("name", [word for word in watched() if word != "“十四五”专项规划"])
def test_what_is_watched_is_known(name: str) -> None:
    assert programme_of(name) is not None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("“十四五”", "five_year_14"),
        ("双千兆", "dual_gigabit"),
        ("5g 扬帆行动", "sail"),
        ("５Ｇ“扬帆”行动", "sail"),
        ("「東數西算」", "east_data_west_computing"),
        ("“信号升格”专项行动", "signal_upgrade"),
        ("以旧换新", "trade_in"),
        ("新型工业化", "new_industrialisation"),
        ("行动", None),
        ("", None),
    ],
)
def test_a_programme(text: str, key: str | None) -> None:
    found = programme_of(text)
    assert (found and found.key) == key


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("深入推进“双千兆”网络建设。", [("“双千兆”网络", "dual_gigabit")]),
        ("深入推进双千兆网络建设。", [("双千兆网络", "dual_gigabit")]),
        ("深入推進『雙千兆』建設。", [("『雙千兆』", "dual_gigabit")]),
        ("（“双千兆”）", [("“双千兆”", "dual_gigabit")]),
        ("落实《“十四五”规划》", [("《“十四五”规划》", "five_year_14")]),
        ("5G “扬帆” 行动见效", [("5G “扬帆” 行动", "sail")]),
        ("5G规模化应用‘扬帆’行动升级方案", [("5G规模化应用‘扬帆’行动升级方案", "sail_upgrade")]),
        ("实施“三品”战略", [("“三品”战略", "three_products")]),
        ("扬帆远航，第三品牌，两重压力", []),
        ("“两重”“两新”", [("“两重”", "two_majors"), ("“两新”", "two_new")]),
        ("建好房子；建“好房子”", [("“好房子”", "good_housing")]),
        ("CR180、R18、R180", [("R18", "five_g_advanced")]),
        ("推进REDCAP技术", [("REDCAP", "redcap")]),
        ("”绿色工厂", [("绿色工厂", "green_factories")]),
        ("", []),
    ],
)
def test_programmes_in_a_text(text: str, found: list[tuple[str, str]]) -> None:
    mentions = programmes_in(text)
    assert [(text[one.start : one.end], one.programme.key) for one in mentions] == found


@pytest.mark.parametrize(
    ("instrument", "key"),
    [
        ("“信号升格”专项行动", "signal_upgrade"),
        ("“信号升格”行动", "signal_upgrade"),
        ("信号升格行动计划", "signal_upgrade"),
        ("新一轮“信号升格”专项行动方案", "signal_upgrade"),
        ("2024年“信号升格”专项行动", "signal_upgrade"),
        ("《关于开展“信号升格”专项行动的通知》", "signal_upgrade"),
        ("5G应用扬帆行动", "sail"),
        ("“扬帆”专项行动", "sail"),
        ("5G规模化应用“扬帆”行动升级方案", "sail_upgrade"),
        ("算力扬帆行动", None),
        ("算力网络优化行动", "computing_network_upgrade"),
        ("算力网络行动", None),
        ("算力基础设施高质量发展行动计划", "computing_plan"),
        ("算力互联互通行动", "computing_interconnection"),
        ("“双千兆”网络协同发展行动计划（2021—2023年）", "dual_gigabit"),
        ("《“双千兆”网络协同发展行动计划（2021-2023年）》", "dual_gigabit"),
        ("“双千兆”网络协同发展行动计划（2024—2026年）", None),
        ("消费品、原材料“三品”行动", "three_products"),
        ("原材料“三品”专项行动", "three_products"),
        ("江苏轻工业“三品”行动", None),
        ("2023年“三品”全国行活动", "three_products_tour"),
        ("新一轮十大重点行业稳增长工作方案", "ten_industries_growth"),
        ("智能制造试点示范", "smart_pilots"),
        ("2022年度智能制造试点示范行动", "smart_pilots"),
        ("新一轮重点产业链高质量发展行动", "key_chains"),
        ("“人工智能+”专项行动", "ai_plus"),
        ("“人工智能+制造”专项行动", "ai_manufacturing"),
        ("“人工智能+医疗”行动", None),
        ("“人工智能+制造”诊断行动", "jiangsu_ai_diagnosis"),
        ("算力应用创新大赛、“算力中国行”", "computing_contest"),
        ("医养结合促进行动和康复护理扩容提升工程", "nursing"),
        ("“两重”项目", "two_majors"),
        ("“两新”行动", "two_new"),
        ("节约行动", None),
        ("乡村工程", None),
        ("专项行动", None),
        ("", None),
    ],
)
def test_the_programme_of_an_instrument(instrument: str, key: str | None) -> None:
    found = programme_of_instrument(instrument)
    assert (found and found.key) == key


def test_the_last_one_of_a_name_has_it() -> None:
    rows = {"old": {"name": "“茶香”行动"}, "new": {"name": "“茶香”工程", "asked": ["茶"]}}
    held = programmes_from({"programmes": rows})
    names = ProgrammeNames(held)
    for found in (names.of("茶香工程"), names.of_instrument("“茶香”计划"), names.of("茶")):
        assert found is not None
        assert found.key == "new"
    assert [one.programme.key for one in names.find("开展茶香工程，茶")] == ["new"]


def test_no_programmes_at_all() -> None:
    names = ProgrammeNames({})
    assert (names.of("茶"), names.of_instrument("茶"), names.find("茶")) == (None, None, ())


PIECES = [
    "双千兆",
    "“",
    "”",
    "《",
    "》",
    "（",
    "）",
    "的",
    " ",
    "三品",
    "5G",
    "扬帆",
    "行动",
    "，",
    "R18",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_places_are_in_order_and_name_what_they_say(text: str) -> None:
    end = 0
    for one in programmes_in(text):
        assert end <= one.start < one.end <= len(text)
        assert programme_of(text[one.start : one.end]) == one.programme
        end = one.end
