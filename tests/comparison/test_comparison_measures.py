from __future__ import annotations

import pytest
from readings_made import plans, read

from jiedu.comparison.measures import compare_measures
from jiedu.model import Change, Shift

SAME = [
    ("加快开展工业互联网创新发展工程。", "深入实施工业互联网创新发展行动。"),
    ("加快实施“三品”战略。", "稳步实施“三品”专项行动。"),
    ("深入开展消费品“三品”行动。", "实施“三品”战略。"),
    ("制定轻工业稳增长工作方案。", "印发轻工业稳增长工作方案。"),
    ("新增5G全连接工厂1000家。", "建设5G全连接工厂1200家。"),
    ("探索开展数据知识产权登记试点。", "全面推行数据知识产权登记试点。"),
    ("支持企业建设绿色工厂。", "鼓励企业创建绿色工厂。"),
    ("实施“信号升格”专项行动。", "深入开展“信号升格”专项行动。"),
    ("培育专精特新中小企业500家。", "新培育专精特新中小企业800家。"),
    ("推进动力电池回收利用体系建设。", "健全动力电池回收利用体系。"),
    ("改造城镇老旧小区300个。", "开展城镇老旧小区改造200个。"),
    ("稳步推进农村供水保障工程。", "加快推进农村供水保障工程建设。"),
    ("实施消费品以旧换新行动。", "加力推进消费品以旧换新。"),
    ("整治应用程序违规收集个人信息行为。", "严厉整治手机应用程序违规收集个人信息。"),
    ("建立算力监测调度平台。", "建成全国算力监测调度平台。"),
    ("提高城乡居民基础养老金标准。", "继续提高城乡居民基础养老金。"),
]

OTHER = [
    ("建设省级产业投资基金。", "建设省级产业合作园区。"),
    ("扩大长期护理保险覆盖面。", "扩大社会保险覆盖面。"),
    ("办好数字贸易博览会。", "壮大数字贸易企业。"),
    ("办好文旅产业发展大会。", "壮大文旅产业。"),
    ("设立科技成果转化基金。", "推动科技成果转化。"),
    ("落实统一大市场建设条例。", "融入统一大市场建设。"),
    ("建设新型工业化示范区。", "加快新型工业化步伐。"),
    ("打好“三北”工程攻坚战。", "发放“三北”工程劳务报酬20亿元。"),
    ("发展低空经济。", "发展银发经济。"),
    ("培育智能机器人产业集群。", "培育智能家居产业集群。"),
    ("新建高速公路300公里。", "改造农村公路300公里。"),
    ("扩大钢铁行业产能。", "压减钢铁行业产能。"),
    ("完善科技创新体系。", "完善社会信用体系。"),
    ("加强网络安全保障。", "加强粮食安全保障。"),
    ("制定数据跨境流动管理办法。", "制定无人驾驶航空器管理办法。"),
    ("实施稻谷最低收购价政策。", "实施小微企业贷款贴息政策。"),
    ("增加普惠托育服务供给。", "增加优质养老服务供给。"),
    ("开展人工智能赋能制造行动。", "开展人工智能伦理审查。"),
    ("建设国家医学中心。", "建设国家技术创新中心。"),
    ("推动跨境电商高质量发展。", "推动县域商业高质量发展。"),
]

SHIFTS = [
    ("探索开展数据知识产权登记试点。", "全面推行数据知识产权登记试点。", Shift.STRONGER),
    ("稳步推进农村供水保障工程。", "加快推进农村供水保障工程建设。", Shift.STRONGER),
    ("全面推进农村供水保障工程。", "稳步推进农村供水保障工程。", Shift.WEAKER),
    ("加快推进农村供水保障工程。", "推进农村供水保障工程。", Shift.WEAKER),
    ("加快建设算力监测调度平台。", "大力建设算力监测调度平台。", Shift.NONE),
    ("建立算力监测调度平台。", "建成算力监测调度平台。", Shift.NONE),
]


@pytest.mark.parametrize(("before", "after"), SAME)
def test_the_same_thing_in_other_words_goes_on(before: str, after: str) -> None:
    (found,) = compare_measures(plans(before), plans(after))
    assert found.change is Change.CHANGED


@pytest.mark.parametrize(("before", "after"), OTHER)
def test_another_thing_with_like_words_is_new(before: str, after: str) -> None:
    found = compare_measures(plans(before), plans(after))
    assert sorted(item.change for item in found) == [Change.GONE, Change.NEW]


@pytest.mark.parametrize(("before", "after", "shift"), SHIFTS)
def test_how_the_wording_went(before: str, after: str, shift: Shift) -> None:
    (found,) = compare_measures(plans(before), plans(after))
    assert found.shift is shift


def test_goals_of_a_measure_that_goes_on() -> None:
    (found,) = compare_measures(
        plans("新增5G全连接工厂1000家。"), plans("建设5G全连接工厂1200家。")
    )
    (goal,) = found.targets
    assert goal.old is not None
    assert goal.new is not None
    assert (str(goal.old.value), str(goal.new.value)) == ("1000", "1200")
    assert goal.difference == 200


def test_goals_of_two_indicators_are_two_measures() -> None:
    plan = "今年发展主要预期目标是：{}增长{}%左右。"
    old, new = read(plan.format("地区生产总值", 5)), read(plan.format("一般公共预算收入", 4))
    found = compare_measures(old, new)
    assert Change.CHANGED not in {item.change for item in found}


def test_each_measure_goes_on_once() -> None:
    old = plans("建设智能工厂500家。", "改造农村公路300公里。")
    new = plans("新建智能工厂600家。", "培育智能工厂服务商30家。", "改造农村公路400公里。")
    found = compare_measures(old, new)
    assert [item.change for item in found].count(Change.CHANGED) == 2
    kept = [item.new for item in found if item.change is Change.CHANGED]
    assert len(set(kept)) == 2


def test_goals_and_programmes_weigh_more_than_slogans() -> None:
    found = compare_measures(
        plans(), plans("改进工作作风。", "实施数据标注产业培育工程，建设标注基地20个。")
    )
    assert "工作作风" in found[-1].told.object


def test_no_measures() -> None:
    assert compare_measures(plans(), plans()) == ()


def test_the_same_to_the_letter_goes_on_however_little_it_says() -> None:
    one = plans("发展经济。", "改善民生。", "建设标杆工厂20个。")
    found = compare_measures(one, one)
    assert {item.change for item in found} == {Change.CHANGED}
