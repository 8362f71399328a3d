"""Lines above and below a table: its title, unit, dates, source and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from jiedu.catalogue import split_region
from jiedu.readers.tables.facets import NOTHING, Change, Facets, merged
from jiedu.readers.tables.headers import clean, read_header
from jiedu.readers.tables.indices import split_index
from jiedu.readers.tables.times import Time, said_times
from jiedu.readers.tables.units import Unit, known_units
from jiedu.readers.tables.words import words

_LABEL = re.compile(
    r"^[(（\[【]?\s*(?P<label>(?:计量)?单位|时间|日期|数据库|指标|地区|发布时间|发布日期|公布时间|公布日期"
    r"|更新时间|更新日期|数据来源|资料来源|来源|制表单位|制表|填报单位|频率|数据频率)"
    r"\s*[:：]\s*(?P<said>.*?)\s*[)）\]】]?$",
    re.S,
)
_NOTE = re.compile(
    r"^\s*[(（]?\s*(?:注释?|附注|备注|说明|数据来源|资料来源|来源|发布日期|发布时间|更新时间|更新日期|注意)"
    r"\s*\d*\s*[:：.、]|^\s*(?:[\u2460-\u2473]|\*|\[\d+\])"
)
_DAY = re.compile(
    r"(?:发布时间|发布日期|公布时间|公布日期|更新时间|更新日期)\s*[:：]?\s*"
    r"(?P<y>(?:19|20)\d\d)[年\-/.](?P<m>\d{1,2})[月\-/.](?P<d>\d{1,2})日?(?!\d)"
)
_SOURCE = re.compile(r"(?:数据来源|资料来源|来源)\s*[:：]\s*(?P<who>[^\s。；;，,)）]{2,40})")
_BUREAU = re.compile(r"统计局|调查总队|厅$|人民政府")
_RATE_TITLE = re.compile(
    r"(?P<word>(?:累计)?(?:同比|环比)(?:实际|名义)?增长(?:率|速度|情况|幅度)?|增长速度|增长率|增速|涨跌幅度?)(?!\d)"
)
_ACCOUNTING = re.compile(r"括号[^。]{0,10}(?:负|减)|\(\)[^。]{0,6}负")
_YEARS = re.compile(r"(?:19|20)\d\d年?(?:度|\d{1,2}月)?[—\-~至到]{1,2}(?:19|20)\d\d年?度?")
_TIMES = re.compile(
    rf"{_YEARS.pattern}|(?:19|20)\d\d年度?|\d{{1,2}}(?:[—\-~至到]\d{{1,2}})?月份?[末底]?"
    r"|[上下]半年|前三季度|第?[一二三四]季度|全年"
)
_EDGES = re.compile(
    r"^(?:附?表[\d\-—一二三四五六七八九十]*[:：、.]?)|(?:情况|数据|统计表|一览表|表|(?:主要)?统计数据)$"
)
_NUMBERED = re.compile(r"^附?[表图]\s*[\d\-—一二三四五六七八九十]+[:：、.]?\s+")
_SCOPE = re.compile(r"(?:各省|分省|分地区|各地区|各市|分市|全国|全省|各省区市|31个省)")


@dataclass(frozen=True, slots=True)
class Remarks:
    """What a table says of all its figures.

    Attributes:
        title: its heading; empty where it has none.
        units: the units of a line 单位：亿元.
        facets: the time and the region of the title, and how it says that per cent is growth.
        indicator: what the whole table measures, where a line or the title says so.
        published: the day it was published, where it says so.
        source: who published it, where it says so.
        accounting: whether brackets mean a minus.
        indices: what indices are set to 100 at, where the title or a line says it.
    """

    title: str = ""
    units: tuple[Unit, ...] = ()
    facets: Facets = NOTHING
    indicator: Facets = NOTHING
    published: date | None = None
    source: str | None = None
    accounting: bool = False
    indices: tuple[str, ...] = ()


def is_label(text: str) -> bool:
    """Whether a line above a table is a label with what it says (单位：亿元)."""
    return _LABEL.match(text.strip()) is not None


def is_note(text: str) -> bool:
    """Whether a line below the figures is a note."""
    return _NOTE.match(text) is not None


def read_remarks(above: list[str], notes: list[str]) -> Remarks:
    """What the lines above a table and the notes below it say.

    Args:
        above: the lines above the header, from the top.
        notes: the notes.
    """
    labels: dict[str, str] = {}
    for line in above:
        if found := _LABEL.match(line.strip()):
            labels.setdefault(found["label"].removeprefix("计量"), found["said"])
    titles = [line.strip() for line in above if not is_label(line) and not is_note(line)]
    title = titles[0] if titles else ""
    bare = [_NUMBERED.sub("", line) for line in titles]  # 表1 2023年 is no year 12023
    said = [split_index(clean(line)) for line in (*bare, labels.get("单位", ""))]
    titles = [rest for rest, _ in said[:-1]]  # 2020年=100 is no time
    every = "\n".join([*above, *notes])
    source = _SOURCE.search(every)
    who = source["who"] if source else None
    return Remarks(
        title=title,
        units=_units(labels, titles),
        facets=_facets(titles, labels, who),
        indicator=_indicator(titles, labels),
        published=_published(every),
        source=who,
        accounting=_ACCOUNTING.search(clean(every)) is not None,
        indices=tuple(dict.fromkeys(base for _, bases in said for base in bases)),
    )


def with_corner(remarks: Remarks, corner: Facets) -> Remarks:
    """The remarks with the unit and the indicator of the first header, where they have none."""
    indicator = remarks.indicator
    if corner.names and not indicator.names:
        indicator = replace(corner, units=(), time=None)
    return replace(remarks, units=remarks.units or corner.units, indicator=indicator)


def _published(text: str) -> date | None:
    for found in _DAY.finditer(text):
        try:
            return date(int(found["y"]), int(found["m"]), int(found["d"]))
        except ValueError:
            continue
    return None


def _units(labels: dict[str, str], titles: list[str]) -> tuple[Unit, ...]:
    if "单位" in labels:
        return known_units(clean(labels["单位"]))
    for title in titles:
        if found := re.search(r"[(（](?:单位[:：])?([^()（）]+)[)）]\s*$", title):
            return known_units(clean(found.group(1)))
    return ()


def _facets(titles: list[str], labels: dict[str, str], source: str | None) -> Facets:
    time = _one_time([*titles, *(labels[name] for name in ("时间", "日期") if name in labels)])
    named = [labels["地区"]] if "地区" in labels else [_rest(clean(title)) for title in titles]
    region = next((found for name in named if (found := _region(name))), None)
    if region is None and source and _BUREAU.search(source):
        region = _region(source)
    rates = (_RATE_TITLE.search(clean(title)) for title in titles)
    rate = next((match for match in rates if match), None)
    said = read_header(re.sub("情况$", "", rate["word"])) if rate else NOTHING
    change = Facets(change=said.change, basis=said.basis) if said.change is Change.RATE else NOTHING
    return merged(Facets(time=time, region=region), change)


def _region(name: str) -> str | None:
    """The region that a name begins with, or is."""
    region, _ = split_region(f"{name}表")
    return region.name if region else None


def _one_time(lines: list[str]) -> Time | None:
    """The one time that the lines speak of, or at least its year."""
    lines = [clean(line) for line in lines]
    if any(_YEARS.search(line) for line in lines):
        return None
    times = [time for line in lines for time in said_times(line)]
    years = {time.year for time in times if time.year is not None}
    if len(years) != 1:
        return None
    dated = set(times)
    only = next(iter(dated)) if len(dated) == 1 else Time()
    return only if only.year is not None else Time(year=years.pop(), several=True)


def _rest(title: str) -> str:
    """A title without its number, its times and the words that say it is a table."""
    title = _TIMES.sub("", title)
    return _EDGES.sub("", _EDGES.sub("", title))


def _indicator(titles: list[str], labels: dict[str, str]) -> Facets:
    """The indicator of the whole table: said in a line of its own, or all that a title says."""
    if "指标" in labels:
        return read_header(labels["指标"])
    if not titles:
        return NOTHING
    rest = _SCOPE.sub("", _rest(clean(titles[0])))
    try:
        said = read_header(rest)
    except ValueError:
        return NOTHING
    endings = tuple(words()["names"]["endings"])
    return (
        said
        if said.names and re.sub(r"\([^()]*\)$", "", said.names[0]).endswith(endings)
        else NOTHING
    )
