"""The indicators that the words of an English question name."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import english_words, named_in_english, names_within, subjects_within
from jiedu.questions.names import identify
from jiedu.questions.words import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.model import Measure


_TRIED = 12  # indicators of which two may be compared


class Named(NamedTuple):
    """An indicator, and the words of the question that name it.

    Attributes:
        id: the indicator.
        used: the words, as `english_words` has them.
    """

    id: str
    used: frozenset[str]


class Said(NamedTuple):
    """What an English question names.

    Attributes:
        ids: the indicators; several where it compares them.
        others: those that its words may mean as well.
        left: the words that none of them explains.
    """

    ids: tuple[str, ...]
    others: tuple[str, ...]
    left: str


def indicators_said(text: str, measure: Measure, *, several: bool) -> Said:
    """The indicators that a question names, and its words that none of them explains.

    Of what may be meant that counts which leaves the fewest words over; whole names of the
    catalogue go before composed ones, those before the terms of the table and parts of names.

    Args:
        text: the question without its times and places.
        measure: what it asks of them.
        several: whether it compares, so that there may be two.
    """
    content = content_words(text)
    known = _together(_candidates(text, content, measure))
    if not known:
        return Said((), (), " ".join(content))
    first = min(known, key=lambda named: len(_left(content, named.used)))
    if several:
        pair = _pair(content, known)
        if pair is not None:
            one, other = pair
            left = _left(content, one.used | other.used)
            if len(left) <= len(_left(content, first.used)):
                return Said((one.id, other.id), (), " ".join(left))
    left = _left(content, first.used)
    # what leaves a word over is not meant, and what leaves another over no more
    others = [named.id for named in known if not left and not _left(content, named.used)]
    return Said((first.id,), tuple(others[1:]), " ".join(left))


def _pair(content: list[str], known: list[Named]) -> tuple[Named, Named] | None:
    """The two of what may be meant that leave the fewest words over, each with words of its own."""
    pairs = [
        (one, other)
        for one, other in combinations(known[:_TRIED], 2)
        if one.used - other.used and other.used - one.used
    ]
    return min(
        pairs, key=lambda pair: len(_left(content, pair[0].used | pair[1].used)), default=None
    )


def _together(named: Iterator[Named]) -> list[Named]:
    """What may be meant, once each, with all the words that name it: CPI, inflation."""
    used: dict[str, frozenset[str]] = {}
    for known, words in named:
        used[known] = used.get(known, frozenset()) | words
    return [Named(known, words) for known, words in used.items()]


def _left(content: list[str], used: frozenset[str]) -> list[str]:
    scales = tables()["gate"]["scales"]
    return [
        word
        for word in content
        if not english_words(word) <= used
        if not re.fullmatch(r"\d+", word) and word.lower() not in scales
    ]


def _candidates(text: str, content: list[str], measure: Measure) -> Iterator[Named]:
    """What a question may name, the surest first."""
    said = english_words(text)
    for words, known in names_within(said):
        yield Named(known, words)
    yield from _composed(said, measure)
    for terms, name in chinese_terms(text):
        found = identify(name, measure)
        if found is not None:
            yield Named(found, _begun_by(terms, said))
    named = _by_part(content)
    if named is not None:
        yield named


def _composed(said: frozenset[str], measure: Measure) -> Iterator[Named]:
    """Subjects with a head: the output of industrial robots."""
    heads = [
        (words, head)
        for name, head in tables()["english"]["heads"].items()
        if (words := english_words(name)) <= said
    ]
    for words, subject in subjects_within(said):
        for more, head in (*heads, (frozenset[str](), "增加值")):
            found = identify(f"{subject}{head}", measure)
            if found is not None:
                yield Named(found, words | more)


def _begun_by(terms: str, said: frozenset[str]) -> frozenset[str]:
    """The words of a question that begin as those of a term do."""
    parts = tuple(part for word in terms.split() for part in english_words(word) or {word})
    return frozenset(word for word in said if word.startswith(parts))


def _by_part(content: list[str]) -> Named | None:
    """An indicator whose English name holds words of the question, and few others."""
    for size in range(len(content), 0, -1):
        for start in range(len(content) - size + 1):
            words = " ".join(content[start : start + size])
            most = size + 3 if size > 1 else 1
            found = [item for item in named_in_english(words) if len(item.english.split()) <= most]
            if found:
                return Named(found[0].id, english_words(words))
    return None


@cache
def _small() -> frozenset[str]:
    return frozenset({*tables()["english"]["small"], *tables()["english"]["stop"]})


def content_words(question: str) -> list[str]:
    """The words of an English question that say what it is about."""
    bare = re.sub(r"['’]s\b", "", question)
    for phrase in tables()["english"]["phrases"]:
        bare = re.sub(rf"\b{phrase}\b", " ", bare, flags=re.I)
    return [word for word in re.findall(r"[A-Za-z0-9&-]+", bare) if word.lower() not in _small()]


def spoken_and_written(question: str) -> tuple[str, str]:
    """A question with its everyday words (electric car) as the catalogue has them, and as it is."""
    spoken = tables()["english"]["spoken"]
    words = "|".join(sorted(map(re.escape, spoken), key=len, reverse=True))
    written = re.sub(
        rf"\b(?P<word>{words})(?P<plural>s?)\b",
        lambda match: spoken[match["word"].lower()] + match["plural"],
        question,
        flags=re.I,
    )
    return written, question


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
