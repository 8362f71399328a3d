"""Releases made up for measuring a store: any number of figures, the same ones every time.

Every month each region and the country publish fifteen releases of twenty figures, one figure for
each of 300 indicators, and one more release that revises twenty figures of the month before.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import RegionLevel, indicator_of, regions
from jiedu.model import Bound, Measure, Observation, Reading, Release, Span, Status, digest

if TYPE_CHECKING:
    from collections.abc import Iterator

FIGURES = 20
"""Figures of one release."""

_FIRST_YEAR = 2017
_BRANCHES = [
    "工业",
    "制造业",
    "采矿业",
    "建筑业",
    "运输业",
    "批发业",
    "零售业",
    "餐饮业",
    "软件业",
    "电信业",
    "金融业",
    "旅游业",
    "纺织业",
    "钢铁业",
    "化工业",
    "造纸业",
    "食品业",
    "医药业",
    "汽车业",
    "物流业",
]
_QUANTITIES = (
    ("增加值", "亿元"),
    ("营业收入", "亿元"),
    ("利润总额", "亿元"),
    ("出口额", "亿元"),
    ("固定资产投资", "亿元"),
    ("研发投入", "亿元"),
    ("税收收入", "亿元"),
    ("新增贷款", "亿元"),
    ("用电量", "万千瓦时"),
    ("从业人数", "万人"),
    ("企业数量", "万户"),
    ("设备数量", "万台"),
    ("专利数量", "万件"),
    ("仓储面积", "万平方米"),
    ("岗位数量", "万个"),
)
_FACTORS = {"亿": 100_000_000, "万": 10_000}
_TAILS = (
    "较上月略有起伏",
    "走势与去年相仿",
    "好于年初的估计",
    "各地差别不大",
    "主要靠内需带动",
    "东部快于西部",
    "大企业占去多半",
    "订单排到了下季",
    "成本压力有所缓和",
    "库存逐步回落",
)
_OPENING = "工业生产平稳，产品销售正常；市场需求稳定，需求量变化不大。"
_PLANTED = "个别地方生产品质有所提高，市场需求量继续扩大，老字号算盘重新走俏。"
_PLANTINGS = 10  # fewer than a search shows, so that it looks through everything

COMMON_WORD = "增加值"
COMMON_CHARACTER = "月"
REGIONAL_WORD = "浙江省"
"""Stands in one text of 32."""
RARE_WORD = "算盘"
RARE_OF_COMMON_PAIRS = "生产品"
"""Both of its pairs stand in every text; itself in those few that hold the rare word."""
RARE_OF_COMMON_TRIPLES = "场需求量"
"""The same of its runs of three characters."""
UNHEARD = "琉璃厂"
INDICATORS = (f"{_BRANCHES[0]}{_QUANTITIES[0][0]}", f"{_BRANCHES[9]}{_QUANTITIES[9][0]}")
"""Two of the indicators; one that the catalogue knows, and one that it does not."""


class _Named(NamedTuple):
    name: str
    id: str | None
    unit: str


def readings(figures: int) -> Iterator[Reading]:
    """Readings that together hold so many figures, or up to a release's more; oldest first."""
    chance = random.Random(20261128)
    made = 0
    month = 0
    before: dict[str | None, list[_Named]] = {}
    places = [None, *(item.name for item in regions() if item.level is RegionLevel.PROVINCE)][:32]
    names = _indicators()
    apart = max(1, figures // FIGURES // _PLANTINGS)
    while True:
        for place in places:
            for number in range(len(names) // FIGURES + 1):
                some = names[number * FIGURES :][:FIGURES]
                told = month if some else month - 1
                some = some or before.get(place) or names[:FIGURES]
                planted = made % apart == apart // 2
                yield _reading(chance, some, place, (told, month), number, planted=planted)
                made += 1
                if made * FIGURES >= figures:
                    return
            before[place] = chance.sample(names, FIGURES)
        month += 1


def _indicators() -> list[_Named]:
    found = []
    for branch in _BRANCHES:
        for quantity, unit in _QUANTITIES:
            known = indicator_of(branch + quantity)
            found.append(_Named(branch + quantity, known.id if known else None, unit))
    return found


def _reading(
    chance: random.Random,
    some: list[_Named],
    place: str | None,
    months: tuple[int, int],
    number: int,
    *,
    planted: bool,
) -> Reading:
    told, month = months
    period = f"{_FIRST_YEAR + told // 12}-{told % 12 + 1:02}"
    first = date(_FIRST_YEAR + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    where = place or "全国"
    parts = [_OPENING]
    length = len(_OPENING)
    if planted:
        parts.append(_PLANTED)
        length += len(_PLANTED)
    found = []
    for item in some:
        amount = f"{chance.randrange(10_000, 99_999) / 10:.1f}"
        lead = f"{period[:4]}年{int(period[5:])}月，{where}{item.name}为"
        end = length + len(lead) + len(amount)
        sentence = f"{lead}{amount}{item.unit}，{chance.choice(_TAILS)}。"
        span = Span(length + len(lead), end)
        whole = Span(length, length + len(sentence))
        found.append(_observation(item, span, whole, amount, period, place))
        parts.append(sentence)
        length += len(sentence)
    text = "".join(parts)
    name = f"{period}-{where}-{number}-{month}"
    published = first + timedelta(days=number + 8)
    release = Release(
        name, f"{where}{period}公报", published, text, digest(text), where, place, None
    )
    return Reading(release, (), (), tuple(found))


def _observation(
    item: _Named, span: Span, sentence: Span, amount: str, period: str, place: str | None
) -> Observation:
    factor = _FACTORS[item.unit[0]]
    return Observation(
        span=span,
        indicator=item.name,
        measure=Measure.LEVEL,
        value=Decimal(amount) * factor,
        unit=item.unit[1:],
        bound=Bound.EXACT,
        period=period,
        basis=None,
        status=Status.ACTUAL,
        text=f"{amount}{item.unit}",
        sentence=sentence,
        region=place,
        indicator_id=item.id,
        confidence=0.98,
        rule="made up",
    )
