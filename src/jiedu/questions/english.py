"""An English question → what is asked."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jiedu.catalogue import indicator
from jiedu.model import Measure
from jiedu.questions.asked import asked_in_english
from jiedu.questions.english_names import content_words, indicators_said, spoken_and_written
from jiedu.questions.english_times import english_times
from jiedu.questions.kinds import SEVERAL, settled, single
from jiedu.questions.query import OF_A_PLACE, Kind, Over, Query
from jiedu.questions.words import tables

if TYPE_CHECKING:
    from datetime import date

_AMONG = frozenset({Kind.MOST, Kind.LEAST, Kind.WHERE})
_KINDS = ("why", "changed", "outcome", "who", "commitment", "difference", "most", "least", "where")
_AFTER = ("compare", "target", "latest")


def understand_english(question: str, today: date) -> Query:
    """Read an English question.

    Args:
        question: as it was asked.
        today: the day that relative times are held against.
    """
    question = _with_bases(question)
    named = english_times(question, today)
    asked, rest = asked_in_english(named.rest)
    places, rest = _places(rest)
    measure = _measure(rest)
    kind = settled(_kind(question), len(named.times), len(places), measure, asked)
    if kind in {Kind.DIFFERENCE, Kind.CHANGED} and not _says(question, "rate"):
        measure = Measure.LEVEL
    if kind in {Kind.FIGURE, Kind.LATEST} and measure is Measure.SHARE:
        kind = Kind.SHARE
    over = _over(question)
    count = _count(question)
    whole, rest = part_and_whole(rest) if measure is Measure.SHARE else ((), rest)
    content = content_words(rest)
    several = kind in SEVERAL and len(places) < 2
    said = min(
        (indicators_said(text, measure, several=several) for text in spoken_and_written(rest)),
        key=lambda said: (not said.ids, len(said.left.split())),
    )
    ids = tuple(_counted(known, question) for known in said.ids)
    grown = _says(question, "growth")
    if single(kind, len(named.times), len(places), len(ids), grown=grown) is not kind:
        kind, measure = Kind.FIGURE, _measure(rest)
    if not ids and kind in _AMONG and grown:
        ids = ("accounts.gdp",)  # which provinces grew is asked of their economies
    if places or (kind in {Kind.MOST, Kind.LEAST, Kind.WHERE} and over is Over.PROVINCES):
        ids = tuple(OF_A_PLACE.get(known, known) for known in ids)
    return Query(
        kind,
        ids,
        " ".join(content),
        measure,
        named.times,
        places,
        question,
        rest,
        f"{_ahead(question)} {said.left}".strip(),
        english=True,
        basis=_basis(question),
        asked=asked,
        over=over,
        falling=_says(question, "falling"),
        top=count,
        others=said.others,
        whole=whole,
        aims=_says(question, "target"),
        as_of=named.as_of,
    )


def _basis(question: str) -> str | None:
    """What a change is against, where a question says it."""
    if _says(question, "monthly"):
        return "mom"
    return "cagr" if _says(question, "yearly") else None


def _counted(known: str, question: str) -> str:
    """An indicator, the number of things where a question asks how many and names their value."""
    family, slash, subject = known.partition("/")
    other = tables()["english"]["counted"].get(family)
    if other is None or not re.search(r"\bhow many\b", question, re.I):
        return known
    return f"{other}{slash}{subject}"


def _ahead(question: str) -> str:
    """Words for a time that has not come and that no word of time names, where there are any."""
    match = re.search(rf"\b(?:{tables()['open_en']['ahead']})\b", question, re.I)
    return match.group() if match else ""


def _with_bases(question: str) -> str:
    """A question that says in one way what a change is held against: than a year earlier.

    Whether something rose or fell is asked as how much it grew.
    """
    question = re.sub(rf"\b{tables()['open_en']['phrases']}\b", "grow", question, flags=re.I)
    for basis, pattern in tables()["bases_en"].items():
        question = re.sub(rf"\b{pattern}\b", basis, question, flags=re.I)
    return question


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(tables()['kinds_en'][kind])})", re.I)


def _says(text: str, kind: str) -> bool:
    return _pattern(kind).search(text) is not None


def _kind(text: str) -> Kind:
    for name in (*_KINDS, *_AFTER):
        if _says(text, name):
            return Kind(name)
    return Kind.FIGURE


def _measure(text: str) -> Measure:
    if _says(text, "share"):
        return Measure.SHARE
    return Measure.GROWTH if _says(text, "growth") else Measure.LEVEL


def _count(text: str) -> int:
    """How many of the highest a question asks for: the top three."""
    match = re.search(r"\b(?:top|first|the) (two|three|four|five|ten|\d{1,2})\b", text, re.I)
    if match is None or not _says(text, "most"):
        return 1
    words = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
    return words.get(match[1].lower()) or int(match[1])


def _over(text: str) -> Over:
    for over in (Over.MONTHS, Over.QUARTERS, Over.INDUSTRIES, Over.YEARS):
        if _says(text, over.value):
            return over
    return Over.PROVINCES


def _places(text: str) -> tuple[tuple[str, ...], str]:
    """The provinces an English question names, and the question without them."""
    known: dict[str, str] = tables()["english"]["places"]
    names = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    pattern = re.compile(rf"\b(?:{names})\b(?:'s| province)?", re.I)
    lower = {name.lower(): region for name, region in known.items()}
    found = [
        lower[re.sub(r"(?:'s| province)$", "", match.group().lower())]
        for match in pattern.finditer(text)
    ]
    return tuple(dict.fromkeys(found)), pattern.sub(" ", text)


def part_and_whole(text: str) -> tuple[tuple[str, ...], str]:
    """The names of the whole that a question asks a share of, and what it says of the part.

    Args:
        text: the question without its times and places.
    """
    for pattern in tables()["english"]["shares"]:
        match = re.search(pattern, text, re.I)
        if match is None:
            continue
        ids = indicators_said(match["whole"], Measure.LEVEL, several=False).ids
        known = indicator(ids[0]) if ids else None
        if known is None:
            continue
        words = content_words(match["whole"])
        heads = tables()["english"]["heads"]
        last = words[1:] or [word for word in words if word.lower() in heads]
        return (known.name, *known.aliases), f"{match['part']} {' '.join(last)}"
    return (), text
