"""An answer as a page shows it: its value large, and each figure and measure with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jiedu.briefings import value_words
from jiedu.briefings.composing.values import amount_words
from jiedu.model import Bound, Entry, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jiedu.model import Answer, Language, Promise
    from jiedu.store import View

_QUOTED = re.compile("(「[^「」]*」)")


class Words(NamedTuple):
    """Some words of an answer.

    Attributes:
        text: the words.
        quoted: whether they are a release's.
    """

    text: str
    quoted: bool


class Cited(NamedTuple):
    """A figure that an answer rests on.

    Attributes:
        fact: the figure.
        title: of its release, empty for a table.
        before: its sentence up to the figure.
        figure: the figure as it is written.
        after: the rest of the sentence.
    """

    fact: Source
    title: str
    before: str
    figure: str
    after: str


class Shown(NamedTuple):
    """All that a page says of an answer.

    Attributes:
        answer: it.
        words: of the sentence, those of releases apart.
        value: the figure that answers, in the page's language; empty where none does.
        rough: whether it was computed from figures that are not exact.
        figures: what it rests on.
        measures: the measures it rests on, with outcomes where it says what became of them.
        near: the nearest figure where there is no answer.
        why: why there is none.
    """

    answer: Answer
    words: tuple[Words, ...]
    value: str
    rough: bool
    figures: tuple[Cited, ...]
    measures: tuple[Entry, ...]
    near: Cited | None
    why: str


def shown_of(answer: Answer, view: View, language: Language) -> Shown:
    """An answer ready to be shown.

    Args:
        answer: what the store answers.
        view: the store, for the titles of releases.
        language: of the page.
    """
    titles = _titles(view)
    value, rough = _value(answer, language)
    return Shown(
        answer,
        tuple(_words(answer.answer or "")),
        value,
        rough,
        tuple(_cited(fact, titles) for fact in answer.observations),
        tuple(_entry(made, answer) for made in answer.commitments),
        _cited(answer.near, titles) if answer.near is not None else None,
        _why(answer),
    )


def _why(answer: Answer) -> str:
    why = answer.reason.removeprefix(answer.understood).removesuffix(answer.nearest)
    return why.strip("；; ")


def _words(text: str) -> Iterator[Words]:
    for at, part in enumerate(_QUOTED.split(text)):
        if part:
            yield Words(part, quoted=at % 2 == 1)


def _value(answer: Answer, language: Language) -> tuple[str, bool]:
    """The figure that answers, as it was published where it was; else as it was computed."""
    if answer.value is None:
        return "", False
    for fact in answer.observations:
        found = fact.observation
        if (found.value, found.unit) == (answer.value, answer.unit):
            return value_words(found, language), False
    rough = any(fact.observation.bound is not Bound.EXACT for fact in answer.observations)
    return amount_words(answer.value, answer.unit or "", language), rough


def _titles(view: View) -> Callable[[str], str]:
    """What tells the title of a release, each looked up once."""
    known: dict[str, str] = {}

    def title(release: str) -> str:
        if release not in known:
            known[release] = view.release(release).title or release
        return known[release]

    return title


def _cited(fact: Source, title: Callable[[str], str]) -> Cited:
    if fact.cell:
        return Cited(fact, "", fact.sentence, "", "")
    found = fact.observation
    start = found.span.start - found.sentence.start
    end = found.span.end - found.sentence.start
    if not 0 <= start < end <= len(fact.sentence):
        return Cited(fact, title(fact.release), fact.sentence, "", "")
    told = fact.sentence
    return Cited(fact, title(fact.release), told[:start], told[start:end], told[end:])


def _entry(made: Promise, answer: Answer) -> Entry:
    """A measure with what became of it, where the answer says so."""
    return next((entry for entry in answer.entries if entry.promise == made), Entry(made, ()))
