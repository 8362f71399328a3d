"""A Chinese question → what is asked."""

from __future__ import annotations

import re
from functools import reduce
from typing import TYPE_CHECKING

from jiedu.catalogue import indicator
from jiedu.lexicon import normalise, numeral_value
from jiedu.model import Measure
from jiedu.questions.asked import asked_in
from jiedu.questions.kinds import SEVERAL, kind_of, measure_of, of_amount, over_of, settled, single
from jiedu.questions.names import Found, counted, identify, indicators_in, left_over
from jiedu.questions.places import named_for, places_in
from jiedu.questions.query import OF_A_PLACE, Kind, Over, Query
from jiedu.questions.times import times_in
from jiedu.questions.words import says, tables

if TYPE_CHECKING:
    from datetime import date

    from jiedu.questions.query import Asked


_SHARE = re.compile(
    r"(?P<part>[^，。？?]{2,24}?)占(?!比)(?P<whole>[^，。？?的]{2,20}?)的?(?:比[重例]?|份额|百分之|百分比|$|，|？|\?)"
)
_TIED = re.compile(r"(?<=[A-Za-z])(?=(?:19|20)\d\d年)")  # GDP2023年
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(0?[1-9]|1[0-2])(?:-(\d{1,2}))?(?![-\d])")
_MIDDLE = re.compile(r"(?<=\d)年(?:年中|中期|中(?=[，我全时有的]))")
_BARE_YEAR = re.compile(r"^(20[12]\d)(?=[\u4e00-\u9fff])(?!年)")  # 2025世界制造业大会
_OF_DATA = re.compile(r"的?(?:具体|相关|最新)?(?:数据|数值|数字)(?=$|[，。？?！!是有为如怎呢吗])")
_COUNTED = re.compile(
    r"前([二三四五六七八九十]|\d{1,2})(?:个|名|位|大)?(?:的?省份?|月份?|行业|地区|的)?"
    r"|([二三四五六七八九十]|\d{1,2})个?(?:省份?|月份|行业|地区)"
)
_IN_POINTS = {Measure.SHARE: Measure.SHARE_CHANGE, Measure.GROWTH: Measure.GROWTH_CHANGE}
_PART_OF = re.compile("占(?!地|用)[^，。？?]{2,20}?(?:多少|几成)(?![十百千万亿个家元户台辆亩吨人])")
_EITHER = re.compile("(?:和|与|、|还是|跟|比)[^，。？?]{2,}?(?:哪个|哪一个|谁|哪项|哪类)")
_CHOSEN = re.compile("哪|谁|前[几一二三四五六七八九十]|排|几个")
_RANKED = frozenset({Kind.MOST, Kind.LEAST})
_SUBTRACTED = frozenset({Kind.DIFFERENCE, Kind.CHANGED})


def understand_chinese(question: str, today: date) -> Query:
    """Read a Chinese question.

    Args:
        question: as it was asked.
        today: the day that relative times are held against.
    """
    text = _of_a_goal(_ISO.sub(_in_words, _TIED.sub(" ", normalise(question).strip())))
    spoken = _open(text)
    named = times_in(spoken, today, latest=says(spoken, "latest"))
    asked, rest = asked_in(_spelt_out(named.rest))
    measure = _measure(rest, spoken, asked)
    whole_text = rest
    places, rest = places_in(rest)
    if len(places) == 1 and any(word in text for word in tables()["said"]["whole"]):
        places = (*places, "")
    kind = kind_of(named.rest, now=named.now, whole=spoken)
    kind = settled(kind, len(named.times), len(places), measure, asked)
    if kind in _SUBTRACTED:
        measure = Measure.GROWTH if says(rest, "rate") else Measure.LEVEL
    if kind in {Kind.FIGURE, Kind.LATEST} and measure is Measure.SHARE:
        kind = Kind.SHARE
    whole: tuple[str, ...] = ()
    if measure is Measure.SHARE and (share := _SHARE.search(rest)):
        whole, rest = (
            _names_of(share["whole"]),
            rest[: share.end("part")] + "，" + rest[share.end("whole") :],
        )
    if measure is Measure.RANK:
        rest = _without_ranks(rest)
    count, rest = _count(rest) if kind in _RANKED else (1, rest)
    bare = rest
    measure = of_amount(measure, asked)
    several = kind in SEVERAL and len(places) < 2
    found = indicators_in(rest, _named_by(measure), several=several)
    if not found.ids and (within := named_for(whole_text, places, _named_by(measure))) is not None:
        found, places = within, ()
    found = found if found.ids else _fallback(found)
    if kind in _RANKED and not _CHOSEN.search(text) and _is_named_so(found.name):
        kind = Kind.FIGURE  # 最高用电负荷 is the name of one thing
    grown = says(named.rest, "growth")
    if not (kind is Kind.COMPARE and _EITHER.search(text)):
        kind = single(kind, len(named.times), len(places), len(found.ids), grown=grown)
    if kind is Kind.FIGURE:
        measure = of_amount(_measure(named.rest, spoken, asked), asked)
    ids = counted(found, measure, asked)
    if places or _among_provinces(text, kind):
        ids = tuple(OF_A_PLACE.get(known, known) for known in ids)
    left = f"{named.lost} {_ahead(text)} {left_over(found.rest)}".strip()
    return Query(
        kind,
        ids,
        found.name,
        measure,
        named.times,
        places,
        text,
        bare,
        left,
        english=False,
        basis=_basis(spoken),
        asked=asked,
        over=over_of(text),
        falling=says(spoken, "falling"),
        top=count,
        whole=whole,
        aims=kind is Kind.TARGET or says(text, "target"),
        as_of=named.as_of,
        since=named.since,
    )


def _is_named_so(name: str) -> bool:
    return says(name, "most") or says(name, "least")


def _measure(rest: str, spoken: str, asked: Asked | None) -> Measure:
    """What a question asks of its indicator, by its words and its unit."""
    measure = measure_of(rest)
    if asked is not None and asked.unit == "pp":
        return _IN_POINTS.get(measure, measure)
    if measure is Measure.LEVEL and _PART_OF.search(spoken):
        return Measure.SHARE
    return measure


def _basis(text: str) -> str | None:
    """What a change is against, where a question says it."""
    if says(text, "monthly"):
        return "mom"
    return "cagr" if says(text, "yearly") else None


def _named_by(measure: Measure) -> Measure:
    """As what a name is looked up: what was added or ranked is called as what there is."""
    return Measure.LEVEL if measure in {Measure.LEVEL_CHANGE, Measure.RANK} else measure


def _without_ranks(text: str) -> str:
    """A question for a place in a ranking, without the words that ask for one."""
    for word in sorted(tables()["said"]["ranked"], key=len, reverse=True):
        text = text.replace(word, " ")
    return text


def _names_of(whole: str) -> tuple[str, ...]:
    """The words for a whole, and the names of the indicator that they name."""
    known = identify(whole, Measure.LEVEL) or identify(whole, Measure.GROWTH)
    local = OF_A_PLACE.get(known or "", "")
    found = [one for one in (indicator(known or ""), indicator(local)) if one is not None]
    return (whole, *(name for one in found for name in (one.name, *one.aliases)))


def _ahead(text: str) -> str:
    """Words for a time that has not come and that no word of time names, where there are any."""
    for name in tables()["said"]["not_ahead"]:
        text = text.replace(name, "")
    return next((word for word in tables()["said"]["ahead"] if word in text), "")


def _of_a_goal(text: str) -> str:
    """A question for a goal without the words that say that its time is to come."""
    if not says(text, "target") or any(name in text for name in tables()["said"]["not_ahead"]):
        return text
    return reduce(lambda left, word: left.replace(word, ""), tables()["said"]["spans"], text)


def _fallback(found: Found) -> Found:
    """What is meant where no indicator is named: 增长目标 is that of the economy."""
    for words, known in tables()["fallback"].items():
        if words in found.rest:
            return Found((known,), words, found.rest.replace(words, "，"))
    return found


def _spelt_out(text: str) -> str:
    """A question with the shorter words for parts of names (营收) as the texts have them."""
    text = _OF_DATA.sub("", text)
    for short, whole in tables()["synonyms"].items():
        text = text.replace(short, whole)
    return text


def _in_words(match: re.Match[str]) -> str:
    """A day or a month in figures (2023-06-30) in words of time."""
    year, month, day = match.groups()
    return f"{year}年{int(month)}月{int(day)}日" if day else f"{year}年{int(month)}月"


def _open(text: str) -> str:
    """A question whether something rose or fell as one by how much: 是上升还是下降, 同比多少.

    What it is held against (比上年同期) is said in one word, and is no time of its own.
    """
    text = _BARE_YEAR.sub(r"\1年", _MIDDLE.sub("年6月底", text))
    for phrase in tables()["said"]["open"]:
        text = text.replace(phrase, "同比")
    for basis, pattern in tables()["bases"].items():
        text = re.sub(pattern, basis, text)
    return text


def _count(text: str) -> tuple[int, str]:
    """How many of the highest a question asks for (前三个省), and the question without that."""
    match = _COUNTED.search(text)
    if match is None:
        return 1, text
    number = next(filter(None, match.groups()))
    rest = text[: match.start()] + text[match.end() :]
    return int(numeral_value(number)), rest


def _among_provinces(text: str, kind: Kind) -> bool:
    if kind is Kind.WHERE:
        return True
    return kind in {Kind.MOST, Kind.LEAST} and over_of(text) is Over.PROVINCES
