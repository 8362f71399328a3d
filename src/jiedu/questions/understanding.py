"""A question → what is asked: the kind, the indicator, the place, the time, and what is left."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import RegionLevel, indicator_of, match, named_in_english, regions
from jiedu.lexicon import normalise, resolve, scan
from jiedu.model import Measure
from jiedu.questions.english import (
    beside,
    chinese_terms,
    content_words,
    in_catalogue_words,
    is_english,
    time_in,
)
from jiedu.questions.words import says, tables

if TYPE_CHECKING:
    from datetime import date

_UNITS = ("个", "元", "%", "户", "台", "千瓦", "辆", "吨", "斤", "亩", "家", "人", "千瓦时", "项")
_LONGEST = 22
_OF_A_PLACE = {"accounts.gdp": "accounts.grp"}
_EMPTY = re.compile(r"[\s，。？?、！!：:；;“”\"'《》（）()的]+")


class Kind(StrEnum):
    """What a question wants."""

    FIGURE = "figure"
    LATEST = "latest"
    COMPARE = "compare"
    MOST = "most"
    LEAST = "least"
    TARGET = "target"
    WHERE = "where"
    COMMITMENT = "commitment"
    WHO = "who"
    WHY = "why"


class Query(NamedTuple):
    """A question as it was understood.

    Attributes:
        kind: what it wants.
        ids: the indicators it names; several only where it compares them.
        name: the words that name them.
        measure: the kind of statement it asks for.
        period: the time it names, ``None`` where it names none.
        instant: whether that is a moment.
        places: the provinces and cities it names.
        content: the question in normal form.
        rest: it without its time and places.
        left: what of it nothing explains.
        english: whether it was asked in English.
    """

    kind: Kind
    ids: tuple[str, ...]
    name: str
    measure: Measure
    period: str | None
    instant: bool
    places: tuple[str, ...]
    content: str
    rest: str
    left: str
    english: bool

    @property
    def words(self) -> str:
        """The query as it is shown."""
        about = "、".join(self.ids) or self.name or "?"
        where = "、".join(self.places) or "全国"
        return f"{self.kind.value}: {about} / {self.measure.value} / {where} / {self.period or '—'}"


def understand(question: str, today: date) -> Query:
    """Read a question.

    Args:
        question: in Chinese or English.
        today: the day that relative times are held against.
    """
    if is_english(question):
        return _english(question, today)
    text = normalise(question).strip()
    tokens = scan(text)
    period, instant = None, False
    rest = text
    for word in reversed(tokens.times):
        when = resolve(word.words, today)
        if when.period is not None and not when.now:
            period, instant = when.period, when.instant
            rest = rest[: word.start] + "，" + rest[word.end :]
    measure = _measure(rest)
    kind = _kind(rest)
    places, rest = _places(rest)
    bare = rest
    ids, name, rest = _indicators(rest, measure, kind)
    if places or kind in {Kind.MOST, Kind.LEAST, Kind.WHERE}:
        ids = tuple(_OF_A_PLACE.get(found, found) for found in ids)
    return Query(kind, ids, name, measure, period, instant, places, text, bare, _left(rest), False)


def _english(question: str, today: date) -> Query:
    words, rest = time_in(question)
    rest = in_catalogue_words(rest)
    when = resolve(words, today) if words else None
    lower = rest.lower()
    grown = re.search(r"\bgrow|\bgrew|\bincrease|\brise|\brose", lower) is not None
    measure = Measure.GROWTH if grown else Measure.LEVEL
    kind = Kind.FIGURE
    if re.search(r"\blatest|\bnewest|most recent", lower):
        kind = Kind.LATEST
    elif re.search(r"\bpromise|\bcommit|plan to do|\bmeasures\b", lower):
        kind = Kind.COMMITMENT
    elif re.search(r"\btarget|\bplan|\bgoal", lower):
        kind = Kind.TARGET
    content = content_words(rest)
    ids, left = _english_ids(content, chinese_terms(rest), measure)
    period = when.period if when else None
    instant = when.instant if when else False
    return Query(
        kind, ids, " ".join(content), measure, period, instant, (), question, rest, left, True
    )


def _english_ids(
    content: list[str], terms: list[tuple[str, str]], measure: Measure
) -> tuple[tuple[str, ...], str]:
    """The indicator that the most words name, and the words that none names."""
    for size in range(len(content), 0, -1):
        for start in range(len(content) - size + 1):
            some = content[start : start + size]
            found = named_in_english(" ".join(some))
            exact = [known for known in found if len(known.english.split()) <= size + 2]
            if exact and (size > 1 or not terms):
                left = content[:start] + content[start + size :]
                return (exact[0].id,), " ".join(left)
    for words, term in terms:
        known = identify(term, measure)
        if known is not None:
            return (known,), " ".join(beside(content, words))
    return (), " ".join(content)


def _kind(text: str) -> Kind:
    for name, kind in (
        ("why", Kind.WHY),
        ("who", Kind.WHO),
        ("where", Kind.WHERE),
        ("commitment", Kind.COMMITMENT),
    ):
        if says(text, name):
            if kind is Kind.WHERE and says(text, "most"):
                return Kind.MOST
            if kind is Kind.WHERE and says(text, "least"):
                return Kind.LEAST
            return kind
    if says(text, "compare"):
        return Kind.COMPARE
    if says(text, "target"):
        return Kind.TARGET
    return Kind.LATEST if says(text, "latest") else Kind.FIGURE


def _measure(text: str) -> Measure:
    if says(text, "growth") or (re.search("率|增速", text) is None and "快" in text):
        return Measure.GROWTH
    if says(text, "share"):
        return Measure.SHARE
    return Measure.LEVEL


@lru_cache(maxsize=1)
def _place_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {
        word: region.name
        for region in regions()
        if region.level is not RegionLevel.GROUP
        for word in (region.name, *region.aliases)
        if len(word) > 1
    }
    return re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True))), names


def _places(text: str) -> tuple[tuple[str, ...], str]:
    pattern, names = _place_pattern()
    found = tuple(dict.fromkeys(names[match_] for match_ in pattern.findall(text)))
    return found, pattern.sub("，", text)


def _indicators(text: str, measure: Measure, kind: Kind) -> tuple[tuple[str, ...], str, str]:
    """The indicators a question names, the words that name them, and the rest."""
    if kind is Kind.COMPARE and (pair := _pair(text, measure)):
        return pair
    for size in range(min(_LONGEST, len(text)), 1, -1):
        for start in range(len(text) - size + 1):
            words = text[start : start + size]
            if _EMPTY.search(words[:1]) or _EMPTY.search(words[-1:]):
                continue
            found = identify(words, measure)
            if found is not None:
                return (found,), words, text[:start] + "，" + text[start + size :]
    return (), "", text


def _pair(text: str, measure: Measure) -> tuple[tuple[str, ...], str, str] | None:
    """Two industries with one head: 汽车和电子行业增加值."""
    match_ = re.search(r"(?P<one>[^，和与、]{2,8})[和与、](?P<two>[^，。？?谁哪]{2,20})", text)
    if match_ is None:
        return None
    one, two = match_["one"], match_["two"]
    for end in range(len(two), 1, -1):
        second = identify(two[:end], measure)
        if second is None:
            continue
        for at in range(1, end):
            first = identify(one + two[at:end], measure)
            if first is not None and first != second:
                rest = text[: match_.start()] + "，" + text[match_.start("two") + end :]
                return (first, second), f"{one}、{two[:end]}", rest
    return None


@lru_cache(maxsize=1 << 14)
def identify(words: str, measure: Measure) -> str | None:
    """The id of the indicator that words name for a kind of statement, or ``None``."""
    short: dict[str, str] = tables()["short"]
    if words in short:
        return short[words]
    if measure is Measure.LEVEL:
        known = indicator_of(words)
        if known is not None:
            return known.id
    units = _UNITS if measure is Measure.LEVEL else ("%",)
    for unit in units:
        found = match(words, unit, measure)
        if found is not None:
            return found.indicator_id
    if measure is not Measure.LEVEL:
        known = indicator_of(words)
        return known.id if known is not None else None
    return None


def left_of(text: str, name: str) -> str:
    """What remains of a question behind a name whose characters may stand apart in it."""
    for size in range(len(name), 1, -1):
        for start in range(len(name) - size + 1):
            text = text.replace(name[start : start + size], "，")
    return _left(text)


def _left(text: str) -> str:
    """What remains of a question when all that narrows nothing is taken away."""
    words = sorted(tables()["said"]["empty"], key=len, reverse=True)
    for kind in tables()["kinds"].values():
        words += kind
    for word in sorted(set(words), key=len, reverse=True):
        text = text.replace(word, " ")
    return re.sub(r"[\d.%]+", " ", _EMPTY.sub(" ", text)).strip()
