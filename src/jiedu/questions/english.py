"""An English question → what is asked."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jiedu.catalogue import indicator, named_in_english
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
    if kind is Kind.DIFFERENCE and not _says(question, "rate"):
        measure = Measure.LEVEL
    if kind in {Kind.FIGURE, Kind.LATEST} and measure is Measure.SHARE:
        kind = Kind.SHARE
    over = _over(question)
    whole, rest = part_and_whole(rest) if measure is Measure.SHARE else ((), rest)
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
        whole=whole,
        aims=_says(question, "target"),
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
    """The indicator that leaves fewest words over, by its English name or a term of the table."""
    named = _by_name(content, alone=not terms)
    known = ((identify(term, measure), beside(content, words)) for words, term in terms)
    by_term = next(((found, rest) for found, rest in known if found is not None), None)
    if named is None or by_term is None:
        return named or by_term
    return named if len(named[1]) <= len(by_term[1]) else by_term


def _by_name(content: list[str], *, alone: bool) -> tuple[str, list[str]] | None:
    for size in range(len(content), 0 if alone else 1, -1):
        for start in range(len(content) - size + 1):
            found = named_in_english(" ".join(content[start : start + size]))
            most = size + 2 if size > 1 else 1
            exact = [known for known in found if len(known.english.split()) <= most]
            if exact:
                return exact[0].id, content[:start] + content[start + size :]
    return None


@cache
def _small() -> frozenset[str]:
    return frozenset(tables()["english"]["small"])


def part_and_whole(text: str) -> tuple[tuple[str, ...], str]:
    """The names of the whole that an English question asks a share of, and what it says of the part.

    Args:
        text: the question without its times and places.
    """
    for pattern in tables()["english"]["shares"]:
        match = re.search(pattern, text, re.I)
        if match is None:
            continue
        found = _one(content_words(match["whole"]), chinese_terms(match["whole"]), Measure.LEVEL)
        known = indicator(found[0]) if found else None
        if known is None:
            continue
        last = content_words(match["whole"])[1:]
        return (known.name, *known.aliases), f"{match['part']} {' '.join(last)}"
    return (), text


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
    """English words of a question and the Chinese name of what they mean, the longest first.

    The words may stand apart, and be beginnings of the question's.
    """
    said = re.findall(r"[a-z0-9&-]+", question.lower())
    found = [
        (words, term)
        for words, term in tables()["english"]["terms"]
        if all(any(known.startswith(part) for known in said) for part in words.split())
    ]
    return sorted(found, key=lambda known: -len(known[0]))


def beside(content: list[str], words: str) -> list[str]:
    """The content words of a question that are none of those a term was known by."""
    parts = tuple(words.split())
    return [word for word in content if not word.lower().startswith(parts)]
