"""An English question → what is asked."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jiedu.catalogue import named_in_english
from jiedu.model import Measure
from jiedu.questions.asked import asked_in_english
from jiedu.questions.chinese import settled
from jiedu.questions.english_times import english_times
from jiedu.questions.names import identify
from jiedu.questions.query import Kind, Over, Query
from jiedu.questions.words import tables

if TYPE_CHECKING:
    from datetime import date

_OF_A_PLACE = {"accounts.gdp": "accounts.grp"}
_KINDS = ("why", "changed", "outcome", "who", "commitment", "difference", "most", "least")
_AFTER = ("compare", "target", "latest")


def is_english(question: str) -> bool:
    """Whether a question is asked in English."""
    return re.search("[㐀-鿿]", question) is None and re.search("[A-Za-z]{3}", question) is not None


def understand_english(question: str, today: date) -> Query:
    """Read an English question.

    Args:
        question: as it was asked.
        today: the day that relative times are held against.
    """
    named = english_times(question, today)
    asked, rest = asked_in_english(named.rest)
    rest = in_catalogue_words(rest)
    places, rest = _places(rest)
    measure = _measure(rest)
    kind = settled(_kind(question), len(named.times), len(places), measure, asked)
    over = _over(question)
    content = content_words(rest)
    several = kind in {Kind.COMPARE, Kind.DIFFERENCE} and len(places) < 2
    ids, left = _ids(content, chinese_terms(rest), measure, several=several)
    if places or (kind in {Kind.MOST, Kind.LEAST, Kind.WHERE} and over is Over.PROVINCES):
        ids = tuple(_OF_A_PLACE.get(known, known) for known in ids)
    return Query(
        kind,
        ids,
        " ".join(content),
        measure,
        named.times,
        places,
        question,
        rest,
        left,
        english=True,
        basis="mom" if _says(question, "monthly") else None,
        asked=asked,
        over=over,
        falling=_says(question, "falling"),
        as_of=named.as_of,
    )


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


def _ids(
    content: list[str], terms: list[tuple[str, str]], measure: Measure, *, several: bool
) -> tuple[tuple[str, ...], str]:
    """The indicators that the most words name, and the words that none names."""
    first = _one(content, terms, measure)
    if first is None:
        return (), " ".join(content)
    found, rest = first
    if not several or not rest:
        return (found,), " ".join(rest)
    left = " ".join(rest)
    second = _one(rest, chinese_terms(left), measure)
    if second is None or second[0] == found:
        return (found,), left
    return (found, second[0]), " ".join(second[1])


def _one(
    content: list[str], terms: list[tuple[str, str]], measure: Measure
) -> tuple[str, list[str]] | None:
    for size in range(len(content), 0, -1):
        for start in range(len(content) - size + 1):
            some = content[start : start + size]
            found = named_in_english(" ".join(some))
            exact = [known for known in found if len(known.english.split()) <= size + 2]
            if exact and (size > 1 or not terms):
                return exact[0].id, content[:start] + content[start + size :]
    for words, term in terms:
        known = identify(term, measure)
        if known is not None:
            return known, beside(content, words)
    return None


@cache
def _small() -> frozenset[str]:
    said = (word for kind in ("growth", "share") for word in tables()["kinds_en"][kind])
    return frozenset({*tables()["english"]["small"], *said})


def content_words(question: str) -> list[str]:
    """The words of an English question that say what it is about."""
    bare = re.sub(r"['’]s\b", "", question)
    for phrase in tables()["english"]["phrases"]:
        bare = re.sub(rf"\b{phrase}\b", " ", bare, flags=re.I)
    return [word for word in re.findall(r"[A-Za-z0-9&-]+", bare) if word.lower() not in _small()]


def in_catalogue_words(question: str) -> str:
    """An English question, its everyday words (electric car) as the catalogue's names have them."""
    spoken = tables()["english"]["spoken"]
    words = "|".join(sorted(map(re.escape, spoken), key=len, reverse=True))
    return re.sub(
        rf"\b(?P<word>{words})(?P<plural>s?)\b",
        lambda match: spoken[match["word"].lower()] + match["plural"],
        question,
        flags=re.I,
    )


def chinese_terms(question: str) -> list[tuple[str, str]]:
    """English words of a question and the Chinese name of what they mean, as the table has them."""
    lower = question.lower()
    return [(words, term) for words, term in tables()["english"]["terms"] if words in lower]


def beside(content: list[str], words: str) -> list[str]:
    """The content words of a question that are none of those a term was known by."""
    parts = tuple(words.split())
    return [word for word in content if not word.lower().startswith(parts)]
