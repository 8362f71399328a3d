"""A question that was not understood → the same in words of the catalogue, as a model points.

The model chooses among what is offered and says which words of the question mean it. Nothing
of it reaches an answer but the question that comes out, which our own code then answers.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from jiedu.assist.offers import offers_for
from jiedu.assist.strict import Place, place_of, row_of, words_of
from jiedu.catalogue import regions
from jiedu.lexicon import normalise, scan

if TYPE_CHECKING:
    from datetime import date

    from jiedu.assist.asking import Assistant
    from jiedu.assist.offers import Offers

_LONGEST_QUESTION = 500
_LONGEST = 30
_SLOTS = ("indicator", "period", "region")
_DIGITS = re.compile(r"\d+")
_PAUSES = re.compile(r"[\n\r。！？；;!?<>{}\x00-\x1f\x7f-\x9f]")


class Choice(NamedTuple):
    """Words of the question, and the entry of a list that they are said to mean; unchecked."""

    words: Place
    choice: str


class Suggestion(NamedTuple):
    """A question put in words of the catalogue.

    Attributes:
        question: it, with the words replaced.
        told: which words were taken for what, for the user to see.
    """

    question: str
    told: str


def suggest(question: str, assistant: Assistant, today: date) -> Suggestion | None:
    """Ask a model which entries of the catalogue some words of a question mean.

    Args:
        question: in Chinese or English.
        assistant: the model.
        today: the day that relative times are held against.

    Returns:
        The question in words of the catalogue; ``None`` where the model points at nothing, or
        at what the question does not bear out.
    """
    if len(question) > _LONGEST_QUESTION:
        return None
    offers = offers_for(question, today, english=_is_english(question))
    chosen = assistant.ask("question", _payload(question, offers), _choices, ("the question", None))
    if chosen is None or "indicator" not in chosen:
        return None
    if not all(_is_sound(question, offers, slot, choice) for slot, choice in chosen.items()):
        return None
    return _put(question, offers, chosen)


def _payload(question: str, offers: Offers) -> dict[str, Any]:
    return {
        "question": question,
        "indicators": offers.indicators,
        "periods": list(offers.periods),
        "regions": list(offers.regions),
    }


def _choices(reply: object) -> dict[str, Choice]:
    row = row_of(reply, _SLOTS)
    return {slot: _choice(row[slot]) for slot in _SLOTS if row[slot] is not None}


def _choice(value: object) -> Choice:
    row = row_of(value, ("words", "choice"))
    return Choice(place_of(row["words"]), words_of(row["choice"]))


def _is_sound(question: str, offers: Offers, slot: str, choice: Choice) -> bool:
    """Whether a choice is one of the list, for words that stand there and say nothing else."""
    start, end, words = choice.words
    offered = _offered(offers, slot)
    if choice.choice not in offered or not start < end <= len(question):
        return False
    if question[start:end] != words or len(words) > _LONGEST or _PAUSES.search(words):
        return False
    if offers.english and _cuts_a_word(question, start, end):
        return False
    digits = set(_DIGITS.findall(offered[choice.choice]))
    if any(not any(found in known for known in digits) for found in _DIGITS.findall(words)):
        return False
    return not (_asks(words) or _is_understood(words))


def _is_english(question: str) -> bool:
    """Whether a question has words in Latin letters and no Chinese character."""
    return bool(re.search("[A-Za-z]{3}", question)) and not re.search("[㐀-鿿]", question)


def _cuts_a_word(question: str, start: int, end: int) -> bool:
    before, after = question[start - 1 : start + 1], question[end - 1 : end + 1]
    return (start > 0 and before.isalnum()) or (end < len(question) and after.isalnum())


def _offered(offers: Offers, slot: str) -> dict[str, str]:
    found: dict[str, str] = getattr(offers, f"{slot}s")
    return found


def _asks(words: str) -> bool:
    """Whether words hold what makes the sentence a question: that must be left in it."""
    lower = words.lower()
    marks = _marks()
    return any(mark in lower for mark in marks["chinese"]) or not marks["english"].isdisjoint(
        re.findall("[a-z]+", lower)
    )


def _is_understood(words: str) -> bool:
    """Whether words say a time, an amount or a place that the question must keep."""
    tokens = scan(normalise(words))
    return bool(tokens.times or tokens.quantities) or any(
        name in words for place in regions() for name in (place.name, *place.aliases)
    )


@cache
def _marks() -> dict[str, frozenset[str]]:
    table = tomllib.loads((files(__package__) / "data" / "asking.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


def _put(question: str, offers: Offers, chosen: dict[str, Choice]) -> Suggestion | None:
    """The question with the words replaced, where no two overlap."""
    places = sorted((choice.words, slot) for slot, choice in chosen.items())
    parts, told, at = [], [], 0
    for place, slot in places:
        if place.start < at:
            return None
        name = _offered(offers, slot)[chosen[slot].choice]
        parts += [question[at : place.start], name]
        told.append(f"“{place.text}” → {name}")
        at = place.end
    return Suggestion("".join((*parts, question[at:])), ", ".join(told))
