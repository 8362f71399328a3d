"""Whether a figure can be told in the way that a question asks: 多少家, 百分之几, 增长多少."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.model import Measure
from jiedu.questions.fitting import is_unit_of
from jiedu.questions.words import tables

if TYPE_CHECKING:
    from collections.abc import Collection

    from jiedu.model import Source
    from jiedu.questions.query import Query

_IN_UNITS = frozenset({Measure.LEVEL, Measure.LEVEL_CHANGE})
_POINTS = frozenset({Measure.GROWTH_CHANGE, Measure.LEVEL_CHANGE, Measure.SHARE_CHANGE})
_RATES = frozenset({"%", "‰"})
_SUM = re.compile(
    r"(?:额|资金|收入|产值|补贴|投资|费用|价格|经费)(?:是|为|有|达|共|总共|合计)*(?:多少|几|多大|$|[？?。])"
)
_RATE_NAMES = ("率", "占比", "强度", "指数", "均值", "面")
_RATE = re.compile("率|占比|比例|百分之")
_BY_HOW_MUCH = re.compile(r"\bhow much (?:did|have|has)\b", re.I)  # in per cent or in yuan
_HOW_MANY = re.compile(r"\bhow many\b", re.I)


def kinds_wanted(query: Query) -> frozenset[Measure]:
    """The kinds of statement that answer a question, by its words and its unit."""
    words = tables()["worded"]
    if any(word in query.content for word in words["contribution"]):
        return frozenset({Measure.CONTRIBUTION})
    if query.asked is not None and query.asked.unit == "pp":
        return _POINTS
    if query.measure is Measure.GROWTH and _BY_HOW_MUCH.search(query.content):
        return frozenset({Measure.GROWTH, Measure.LEVEL_CHANGE})
    if query.measure is not Measure.LEVEL:
        return frozenset({query.measure})
    added = any(word in query.content for word in words["added"])
    return _IN_UNITS if added else frozenset({Measure.LEVEL})


def is_countable(fact: Source, query: Query, kinds: Collection[Measure]) -> bool:
    """Whether a figure is of one of some kinds, against the basis and in the unit that is asked."""
    found = fact.observation
    if found.measure is Measure.SHARE and Measure.LEVEL in kinds:
        return _is_rate(fact, query)
    if found.measure not in kinds:
        return False
    if found.measure is Measure.GROWTH:
        return found.basis == query.basis if query.basis else found.basis not in {"mom", "qoq"}
    if found.measure in _POINTS and query.basis is not None and found.basis != query.basis:
        return False
    return found.measure not in _IN_UNITS or _is_in(found.unit, query)


def _is_rate(fact: Source, query: Query) -> bool:
    """Whether a share is the level of a rate, and no number of things is asked for."""
    asked = query.asked.unit if query.asked is not None else ""
    told = fact.observation.indicator.endswith(_RATE_NAMES) or _RATE.search(query.content)
    return asked in {"", *_RATES} and bool(told)


def _is_in(unit: str, query: Query) -> bool:
    asked = query.asked.unit if query.asked is not None else ""
    if not asked and _SUM.search(query.content):
        return unit.endswith("元")
    if not asked and query.english and _HOW_MANY.search(query.content):
        return unit not in _RATES and not unit.endswith("元")
    return not asked or is_unit_of(unit, asked)
