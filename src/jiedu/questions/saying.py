"""How answers are worded: the figure, its name and its source, in the question's language."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.catalogue import indicator
from jiedu.lexicon import plain_digits
from jiedu.model import Measure, Understood
from jiedu.questions.fitting import counts_alike
from jiedu.questions.words import is_english, tables

if TYPE_CHECKING:
    from jiedu.model import Observation, Source
    from jiedu.questions.query import Query

_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")
_FOREIGN = "foreign."  # the ids of what is told of other countries
_POWER = frozenset({"mw", "gw", "gwh", "twh"})
_LONG = 160  # characters of a sentence that is quoted whole
_AROUND = 60  # characters kept on either side of a figure in a longer one
_BOUNDED = re.compile("左右|上下|以上|以下|以内|多|余")
_BREAK = re.compile("[，。；：、,;]")
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))


def wording(key: str, query: Query) -> str:
    """A phrase of the answers' scaffolding in the question's language."""
    language = "en" if query.english else "zh"
    phrase: str = tables()["says"][language][key]
    return phrase


def phrase(key: str, question: str) -> str:
    """A phrase of the scaffolding in the language that a question is asked in."""
    language = "en" if is_english(question) else "zh"
    found: str = tables()["says"][language][key]
    return found


def name_of(indicator_id: str, query: Query) -> str:
    """The name of an indicator in the question's language, the id where it has none."""
    known = indicator(indicator_id) if indicator_id else None
    if known is None:
        return indicator_id
    return known.english if query.english else known.name


def place_of(region: str | None, query: Query) -> str:
    """The name of a place in the question's language, of the country where there is none."""
    if region is None:
        return wording("country", query)
    if not query.english:
        return region
    places: dict[str, str] = tables()["english"]["places"]
    names: dict[str, str] = {chinese: english for english, chinese in places.items()}
    return names.get(region, region)


def figure(fact: Source, query: Query) -> str:
    """A figure as it was printed, and in the unit that is asked for where that is another."""
    found = fact.observation
    sign = "−" if found.value < 0 else ""  # the words of a fall stand in the quote
    told = not query.english and _BOUNDED.search(found.text)  # 约5%左右 says it twice
    bound = "" if told else wording(f"bound{found.bound.value}", query)
    place = "第" if found.measure is Measure.RANK and not found.text.startswith("第") else ""
    printed = f"{bound}{sign}{place}{found.text}"
    other = _in_asked_unit(found, query)
    return f"{printed}{other}"


def _in_asked_unit(found: Observation, query: Query) -> str:
    """A figure in another magnitude: the one asked for, or an English one."""
    value = abs(found.value)
    if query.asked is not None and query.asked.scale > 1 and found.unit not in {"%", "pp"}:
        words, scale = query.asked.words, query.asked.scale
        of_power = words.lower() in _POWER
        if query.asked.unit and not counts_alike(found.unit, query.asked.unit):
            return ""
        if words in found.text or (of_power and found.unit not in {"千瓦", "千瓦时"}):
            return ""
        gap = " " if query.english else ""
        return bracket(f"{plain_digits(value / scale)}{gap}{words}", query)
    if query.english and found.unit not in {"%", "pp"}:
        for power, word in _SCALES:
            if value >= Decimal(10) ** power:
                return bracket(f"{plain_digits(value / Decimal(10) ** power)} {word}", query)
    return ""


def bracket(words: object, query: Query) -> str:
    """Words in the brackets of the question's language."""
    return f" ({words})" if query.english else f"（{words}）"


def source(release: str, published: object, query: Query) -> str:
    """A release with its day, in brackets."""
    return bracket(f"{release}, {published}" if query.english else f"{release}，{published}", query)


def quoted(fact: Source, query: Query) -> str:
    """The sentence of a figure, with its release and day."""
    return f"{_quote(fact)}{source(fact.release, fact.published, query)}"


def _quote(fact: Source) -> str:
    """The sentence of a figure, the part around the figure where it is long."""
    whole = fact.sentence.strip()
    at = fact.observation.span.start - fact.observation.sentence.start
    if len(whole) <= _LONG or not 0 <= at < len(fact.sentence):
        return f"「{whole}」"
    begin = max(
        (m.end() for m in _BREAK.finditer(fact.sentence, 0, max(at - _AROUND, 0))), default=0
    )
    closing = _BREAK.search(fact.sentence, at + _AROUND)
    end = closing.start() if closing else len(fact.sentence)
    lead, tail = "…" if begin else "", "…" if end < len(fact.sentence) else ""
    return f"{lead}「{fact.sentence[begin:end].strip()}」{tail}"


def cited(fact: Source, query: Query) -> str:
    """A figure with its sentence."""
    return f"{figure(fact, query)}{quoted(fact, query)}"


def subject(fact: Source, query: Query) -> str:
    """What a figure is of: the place and the indicator."""
    found = fact.observation
    name = name_of(found.indicator_id or "", query) or found.indicator
    gap = ", " if query.english else " "
    if found.region is None and (found.indicator_id or _FOREIGN).startswith(_FOREIGN):
        return name  # it is another country's, or may be
    return f"{place_of(found.region, query)}{gap}{name}"


def sentence(fact: Source, query: Query) -> str:
    """A figure as a sentence: where, what, when, how much, and who printed it."""
    found = fact.observation
    colon = ": " if query.english else "："
    when = bracket(found.period or fact.published, query)
    return f"{subject(fact, query)}{when}{colon}{cited(fact, query)}"


def shown(query: Query) -> str:
    """A query as it was understood, in the question's language."""
    found = parts_of(query)
    told = [found.kind, found.indicators, found.measure, found.places, found.times]
    if found.unit:
        told.append(found.unit)
    if found.known:
        told.append(f"{wording('known', query)} {found.known}")
    return " / ".join(told)


def parts_of(query: Query) -> Understood:
    """A query as it was understood, part by part."""
    return Understood(
        wording(f"kind.{query.kind.value}", query),
        _indicators(query),
        wording(f"measure.{query.measure.value}", query),
        _places(query),
        "、".join(time.period for time in query.times) or "—",
        query.asked.words if query.asked is not None else "",
        str(query.as_of or ""),
    )


def _indicators(query: Query) -> str:
    comma = ", " if query.english else "、"
    names = comma.join(name_of(known, query) for known in query.ids)
    return names or query.name or "?"


def _places(query: Query) -> str:
    comma = ", " if query.english else "、"
    return comma.join(place_of(place or None, query) for place in query.places) or place_of(
        None, query
    )


def fields_of(fact: Source, query: Query) -> tuple[str, ...]:
    """What may stand in an answer about a figure as it is: names, and times in brackets."""
    found = fact.observation
    return (
        name_of(found.indicator_id or "", query),
        place_of(found.region, query),
        bracket(found.period or fact.published, query),
    )
