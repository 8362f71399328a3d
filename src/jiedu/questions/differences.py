"""Questions by how much two figures differ: computed, with the sum and its rounding shown."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import unit_family
from jiedu.checks.intervals import printed
from jiedu.checks.periods import days, year_before
from jiedu.lexicon import plain_digits
from jiedu.model import Bound, Measure
from jiedu.questions.comparing import sides_of
from jiedu.questions.figures import facts
from jiedu.questions.finding import held
from jiedu.questions.fitting import counts_alike
from jiedu.questions.names import identify
from jiedu.questions.saying import bracket, fields_of, quoted, sentence, subject, wording
from jiedu.questions.told import Told, Unknown
from jiedu.questions.words import says

if TYPE_CHECKING:
    from jiedu.model import Observation, Source
    from jiedu.questions.query import Query, Time
    from jiedu.store import View

_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")
_RELATIVE = frozenset({"", "%", "pp"})
_TIMES = 2  # between which something grew
_THAN = re.compile("比|较|than|高于|低于|多于|少于")


class Sum(NamedTuple):
    """A difference: what is shown of it, and what it comes to."""

    text: str
    value: Decimal
    unit: str


def differing(view: View, query: Query) -> Told | Unknown:
    """By how much two figures differ."""
    sides = sides_of(view, query)
    if isinstance(sides, Unknown):
        return _printed(view, query) or sides
    one, other = _in_order(sides[0].fact, sides[1].fact, query)
    wanted = query.asked.unit if query.asked is not None else ""
    if wanted not in _RELATIVE and not counts_alike(one.observation.unit, wanted):
        return _printed(view, query) or difference(one, other, query)
    return difference(one, other, query)


def _printed(view: View, query: Query) -> Told | None:
    """What was printed against the earlier of two times: 较2023年增长25%, 比上年增加4.3亿斤."""
    if len(query.ids) == _TIMES and (told := _against(view, query)) is not None:
        return _told(told, query)
    if len(query.times) != _TIMES or not says(query.content, "growth"):
        return None
    one, other = sorted(query.times, key=lambda time: days(time.period)[1], reverse=True)
    if query.asked is not None and query.asked.unit not in _RELATIVE:
        return _added(view, query, one, other)
    asked = query.at(time=one)._replace(measure=Measure.GROWTH, basis=other.period)
    for aims in (query.aims, True):
        best = held(view, asked._replace(aims=aims)).best
        if best is not None:
            return _told(best, query)
    return None


def _added(view: View, query: Query, one: Time, other: Time) -> Told | None:
    """How many were printed to have come since the earlier of two times."""
    asked = query.at(time=one)._replace(measure=Measure.LEVEL_CHANGE)
    yearly = other.period == year_before(one.period)
    for basis in (other.period, *((None,) if yearly else ())):
        best = held(view, asked._replace(basis=basis)).best
        if best is not None and (yearly or best.observation.basis == basis):
            return _told(best, query)
    return None


def _told(fact: Source, query: Query) -> Told:
    value, unit = fact.observation.value, fact.observation.unit
    return Told(sentence(fact, query), value, unit, (fact,), fields=fields_of(fact, query))


def _against(view: View, query: Query) -> Source | None:
    """By how much the growth of one indicator is printed to be above that of the other."""
    for one, other in (query.ids, query.ids[::-1]):
        asked = query.at(indicator=one)._replace(measure=Measure.GROWTH_CHANGE)
        for fact in facts(view, asked):
            base = (fact.observation.basis or "").removeprefix("vs:")
            if identify(base, Measure.GROWTH) == other:
                return fact
    return None


def difference(one: Source, other: Source, query: Query) -> Told | Unknown:
    """One figure less another, both cited."""
    total = subtracted(one.observation, other.observation, query)
    if total is None:
        return Unknown("mixed", near=(one, other))
    colon, comma = (": ", "; ") if query.english else ("：", "；")
    told = (total.text, quoted(one, query), quoted(other, query))
    text = f"{_head(one, other, query)}{colon}{comma.join(told)}"
    fields = (*fields_of(one, query), *fields_of(other, query))
    return Told(text, total.value, total.unit, (one, other), fields=fields)


def _head(one: Source, other: Source, query: Query) -> str:
    """What is subtracted from what: two times of one thing, or two things."""
    first, second = subject(one, query), subject(other, query)
    if first == second:
        return f"{first}{_when(other, query)} →{_when(one, query)}"
    return f"{first}{_when(one, query)} − {second}{_when(other, query)}"


def _when(fact: Source, query: Query) -> str:
    return bracket(fact.observation.period or fact.published, query)


def subtracted(one: Observation, other: Observation, query: Query) -> Sum | None:
    """The sum that shows a difference, ``None`` where the two cannot be subtracted.

    How far rounding can have moved the result follows from the last digits that were printed
    (`jiedu.checks.intervals`); it is left out where a bound makes it unknown.
    """
    if one.measure is not other.measure or unit_family(one.unit) != unit_family(other.unit):
        return None
    numeral = _NUMERAL.match(one.text)
    if numeral is None or _NUMERAL.match(other.text) is None:
        return None
    value = one.value - other.value
    factor = _factor(one, numeral.group())
    rates = one.unit == "%"
    tail = _points(query) if rates else one.text[numeral.end() :]
    about = "" if _is_exact(one) and _is_exact(other) else wording("bound~", query)
    result = f"{about}{_signed(value / factor)}{tail}"
    span = printed(one).minus(printed(other))
    if not about and span.low is not None and span.high is not None:
        room = ((span.high - span.low) / 2 / factor).normalize()
        shown = room.quantize(Decimal(1).scaleb(room.adjusted() - 1), ROUND_CEILING)
        result += f" ± {plain_digits(shown)}{tail}"
    text = f"{_signed_text(one)} − {_signed_text(other)} = {result}"
    return Sum(text, value, "pp" if rates else one.unit)


def _factor(found: Observation, numeral: str) -> Decimal:
    """What one of the printed numeral is worth in the base unit."""
    plain = Decimal(numeral.replace(",", ""))
    return abs(found.value) / plain if plain and found.value else Decimal(1)


def _is_exact(found: Observation) -> bool:
    return found.bound is Bound.EXACT


def _points(query: Query) -> str:
    return " points" if query.english else "个百分点"


def _signed(value: Decimal) -> str:
    return f"−{plain_digits(-value)}" if value < 0 else plain_digits(value)


def _signed_text(found: Observation) -> str:
    return f"(−{found.text})" if found.value < 0 else found.text


def _in_order(first: Source, second: Source, query: Query) -> tuple[Source, Source]:
    """What is subtracted from what: as the question says it, else the earlier from the later."""
    if len(query.places) > 1 or len(query.ids) > 1:
        if _THAN.search(query.content) or first.observation.value >= second.observation.value:
            return first, second
        return second, first
    one, other = days(first.observation.period or "")[1], days(second.observation.period or "")[1]
    return (first, second) if one >= other else (second, first)
