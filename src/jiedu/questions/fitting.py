"""Which figures are what a question asks for, and which of them comes first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.catalogue import indicator, unit_family
from jiedu.catalogue.units import fits
from jiedu.checks.book import is_moment
from jiedu.checks.intervals import half_unit
from jiedu.checks.periods import days, same
from jiedu.model import Bound, Measure, Status
from jiedu.questions.words import tables

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from jiedu.model import Source
    from jiedu.questions.query import Query

_CHANGES = (Measure.GROWTH,)
_RATES = frozenset({"%", "点", ""})
_YEAR_END = 3  # the last month in which a year's figures are told as the news of the day
_MEAN = re.compile("(?:[日月年人户]均|平均每|每[日天月年])[^，。；、]{0,8}$")
_SAID_MEAN = re.compile("均|每|单日|average|daily|per |each", re.I)
_YEAR_BEFORE = re.compile("去年|上年|上一年|前年|“十")


def fits_in(fact: Source, query: Query) -> bool:
    """Whether a figure that was found by its name can be the indicator's: by its unit."""
    found, known = fact.observation, indicator(query.ids[0])
    if found.indicator_id is not None or known is None or found.measure is not Measure.LEVEL:
        return True
    return unit_family(found.unit) == unit_family(known.unit)


def is_in_unit(fact: Source, query: Query) -> bool:
    """Whether a figure can be said in the unit that is asked for: tonnes are no number of firms."""
    found = fact.observation
    if query.asked is None or not query.asked.unit or found.measure is not Measure.LEVEL:
        return True
    return is_unit_of(found.unit, query.asked.unit)


def is_said(fact: Source, query: Query) -> bool:
    """Whether a question says a figure itself, and so asks for another: 339个城市的平均浓度."""
    text = fact.observation.text
    return any(digit.isdigit() for digit in text) and text in query.content


def is_unit_of(unit: str, asked: str) -> bool:
    """Whether what is written in a unit can be told in the unit that is asked for."""
    return (
        counts_alike(unit, asked)
        or fits(asked, unit, Measure.LEVEL)
        or fits(unit, asked, Measure.LEVEL)
    )


def counts_alike(unit: str, asked: str) -> bool:
    """Whether a number of one unit is the same number of another: 个 and 家, but no 吨 and 斤."""
    alike = tables()["worded"]["units"]
    return unit_family(asked) == unit_family(unit) or any({unit, asked} <= {*row} for row in alike)


def asked_for(
    query: Query, found: Sequence[Source], statuses: Collection[Status], *, mostly: bool = False
) -> list[Source]:
    """Those of some figures that are of the kind asked for; of the next kind where none is.

    Args:
        query: the question.
        found: the figures.
        statuses: what they may be told as.
        mostly: whether of a rate the way counts in which it is mostly told: who asks for the
            newest CPI means its growth.
    """
    told = [fact for fact in found if fact.observation.status in statuses]
    kinds = [[fact for fact in told if fits(fact)] for fits in _kinds(query)]
    known = indicator(query.ids[0]) if query.ids else None
    if mostly and known is not None and known.unit in _RATES:
        kept = max(kinds, key=len)
    else:
        kept = next(filter(None, kinds), [])
    return sorted(kept, key=lambda fact: rank(fact, query))


def _kinds(query: Query) -> list[Callable[[Source], bool]]:
    """What counts as asked for, the plainest first."""
    kinds = [lambda fact: is_asked(fact, query)]
    known = indicator(query.ids[0]) if query.ids else None
    rate = known is not None and known.unit in _RATES
    grown = known is not None and known.id.partition("/")[0] in tables()["said"]["as_growth"]
    if query.measure is Measure.LEVEL and (rate or grown or query.aims):
        # who asks for the CPI is told its growth, and so is who asks for a goal of the GDP
        kinds.append(lambda fact: is_asked(fact, query._replace(measure=Measure.GROWTH)))
    if query.measure is Measure.LEVEL_CHANGE and known is not None and "新" in known.name:
        # how many were added is told as the number of the new ones
        kinds.append(lambda fact: is_asked(fact, query._replace(measure=Measure.LEVEL)))
    if query.measure is Measure.GROWTH_CHANGE and rate:
        kinds.append(lambda fact: _is_change(fact, query))  # a rate rises by points
    if query.measure is Measure.GROWTH:
        kinds.append(lambda fact: _is_change(fact, query))
        if rate:
            # the growth of a rate is told as the rate where that is a growth itself
            kinds.append(lambda fact: is_asked(fact, query._replace(measure=Measure.LEVEL)))
    return kinds


def is_asked(fact: Source, query: Query) -> bool:
    """Whether a figure is the kind of statement that is asked for."""
    found = fact.observation
    if query.measure is Measure.LEVEL:
        return (found.measure is Measure.LEVEL and not is_a_mean(fact, query)) or (
            found.measure is Measure.SHARE and found.unit == "%" and _is_rate(query)
        )
    if query.measure is Measure.GROWTH:
        bases = {query.basis} if query.basis else {"yoy", None}
        return found.measure is Measure.GROWTH and found.basis in bases
    if query.measure is Measure.RANK:
        return found.measure is Measure.RANK and _is_among(fact, query)
    return found.measure is query.measure


def is_a_mean(fact: Source, query: Query) -> bool:
    """Whether a figure is told for each day, year or place, and the question asks for the whole."""
    lead = fact.sentence[: fact.observation.span.start - fact.observation.sentence.start]
    said = f"{query.content} {fact.observation.indicator}"
    return _MEAN.search(lead) is not None and _SAID_MEAN.search(said) is None


def _is_among(fact: Source, query: Query) -> bool:
    """Whether a rank is told among those that the question speaks of (全球, 全国)."""
    end = fact.observation.span.start - fact.observation.sentence.start
    before = fact.sentence[:end]
    for words in tables()["said"]["among"]:
        if any(word in query.content for word in words):
            return any(word in before for word in words)
    return True


def _is_rate(query: Query) -> bool:
    """Whether what is asked about may be told as a share: a rate, or what the catalogue has not."""
    known = indicator(query.ids[0]) if query.ids else None
    return known is None or known.unit in _RATES


def _is_change(fact: Source, query: Query) -> bool:
    """Whether a figure says by how much something changed, in its own unit."""
    found = fact.observation
    if found.measure not in {Measure.LEVEL_CHANGE, Measure.SHARE_CHANGE}:
        return False
    return found.basis == query.basis if query.basis else found.basis in {"yoy", "ytd", None}


def rank(fact: Source, query: Query) -> tuple[bool, bool, bool, bool, bool, object, int]:
    """Where a figure comes among those that are asked for: the lowest first.

    Facts before expectations, those of the year they were told in, in the unit that is wanted, the
    exact ones, those of the finest print, the newest.
    """
    found = fact.observation
    known = indicator(query.ids[0]) if query.ids else None
    wanted = (query.asked.unit if query.asked else "") or (known.unit if known else "")
    return (
        found.status is Status.FORECAST,
        not _is_of_its_year(fact),
        not found.unit.startswith(wanted) and unit_family(found.unit) != unit_family(wanted),
        found.measure is not Measure.LEVEL and found.measure not in _CHANGES,
        found.bound is not Bound.EXACT,
        half_unit(found),
        -fact.published.toordinal(),
    )


def _is_of_its_year(fact: Source) -> bool:
    """Whether a figure is of the year it was published in, or its sentence says of which."""
    year = days(fact.observation.period or "")[1][:4] if fact.observation.period else ""
    if not year or int(year) >= fact.published.year:
        return True
    early = int(year) == fact.published.year - 1 and fact.published.month <= _YEAR_END
    return early or year in fact.sentence or _YEAR_BEFORE.search(fact.sentence) is not None


def is_of_time(fact: Source, query: Query) -> bool:
    """Whether a figure is of the time that is asked about."""
    found = fact.observation
    moment = query.instant or is_moment(found)
    day, plan = len("2023-06-30"), len("2021/2025")
    if found.measure is Measure.SHARE and (
        len(found.period or "") == day or len(query.period or "") == plan
    ):
        moment = True  # a share that was told of a day, or for a plan, stands at its end
    return same(found.period, query.period, moment=moment)
