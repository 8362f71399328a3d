"""The gate that every answer goes through: no digit passes that nothing supports.

A numeral of an answer is supported where it

* stands in a quotation (「…」) that is a part of a cited sentence, character for character;
* stands in a field, which must be there whole: the name of an indicator or a place, a time or a
  release in its brackets;
* stands in a cited sentence in the same digits, with the same magnitude and unit behind it;
* is worth what a cited figure is worth: 293.7万 may be said as 2.937 million, and as nothing else;
* is the result of a sum that is shown, whose other numerals are supported and which comes out when
  it is done again (`jiedu.questions.sums`).

What stands right before a quotation must besides stand in that one, in whatever magnitude.

Numerals are those of any script: full-width digits, Chinese numerals, ½, ③, English number words.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from jiedu.lexicon import normalise, plain_digits
from jiedu.model import Answer, Source
from jiedu.questions.numerals import Numeral, numerals_of
from jiedu.questions.sums import results_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_QUOTED = re.compile("「([^「」]*)」")
_ENDS = re.compile("[；;，。>=\x1f]")  # before them other things are said than what is quoted
_APART = "\x1f"  # stands where something was taken out, so that digits on its sides stay two
_BEFORE = r"(?<![0-9０-９.,])"
_AFTER = r"(?![0-9０-９]|[.,][0-9０-９])"


class Grounds(NamedTuple):
    """What an answer may rest on.

    Attributes:
        sentences: the cited sentences and clauses, as published.
        fields: what may stand as it is: names, times and releases in their brackets.
        values: the values of the cited figures, in base units.
        figures: the cited figures as they were printed, each with its sentence.
    """

    sentences: tuple[str, ...]
    fields: tuple[str, ...] = ()
    values: tuple[Decimal, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()


def loose(text: str, grounds: Grounds) -> tuple[str, ...]:
    """The numerals of a text that nothing supports, as they are written.

    Args:
        text: what would be shown.
        grounds: what it cites.

    Returns:
        The numerals in the order of the text; none where it may be shown.
    """
    rest = _without_quotes(text, grounds.sentences)
    misquoted = [part for match in _QUOTED.finditer(rest) for part in numerals_of(match[1])]
    rest = _QUOTED.sub(_APART, rest)
    rest = _without_fields(rest, grounds.fields)
    told = [numeral for sentence in grounds.sentences for numeral in numerals_of(sentence)]
    written = {(numeral.written, numeral.tail) for numeral in told}
    values = {abs(value) for value in grounds.values}
    found = list(numerals_of(rest))
    sure = {
        numeral.start
        for numeral in found
        if (numeral.written, numeral.tail) in written or numeral.value in values
    }
    sure |= results_of(normalise(rest), found, frozenset(sure))
    missing = (numeral for numeral in found if numeral.start not in sure)
    return tuple(numeral.written for numeral in (*misquoted, *missing, *_beside(text, grounds)))


def _beside(text: str, grounds: Grounds) -> Iterator[Numeral]:
    """The numerals right before a quotation that are none of that quotation's own."""
    begin = 0
    for match in _QUOTED.finditer(text):
        lead = _without_fields(text[begin : match.start()], grounds.fields)
        begin = match.end()
        own = _own(match[1], grounds)
        for numeral in numerals_of(_ENDS.split(lead)[-1]):
            if _digits(numeral) not in own:
                yield numeral


def _own(quote: str, grounds: Grounds) -> set[str]:
    """The digits that may stand before a quotation: of what is cited from it, else of all of it."""
    figures = [printed for printed, sentence in grounds.figures if quote in sentence]
    return {_digits(numeral) for text in figures or [quote] for numeral in numerals_of(text)}


def _digits(numeral: Numeral) -> str:
    """The digits of a numeral that count, whatever its magnitude: 2937 of 2.937 million."""
    if numeral.value is None:
        return numeral.written
    return plain_digits(numeral.value).replace(".", "").strip("0")


def _without_quotes(text: str, sentences: Iterable[str]) -> str:
    """A text without what it quotes rightly; what is quoted wrongly stays."""
    known = tuple(sentences)
    for sentence in sorted(known, key=len, reverse=True):
        if sentence.strip():
            text = text.replace(f"「{sentence.strip()}」", _APART)
    return _QUOTED.sub(
        lambda match: _APART if any(match[1] in sentence for sentence in known) else match[0], text
    )


def _without_fields(text: str, fields: Iterable[str]) -> str:
    """A text without the fields that stand in it whole, and not as a part of a number."""
    for field in sorted({field for field in fields if field}, key=len, reverse=True):
        before = _BEFORE if field[0].isdigit() else ""
        after = _AFTER if field[-1].isdigit() else ""
        text = re.sub(f"{before}{re.escape(field)}{after}", _APART, text)
    return text


def grounds_of(answer: Answer, fields: Iterable[str] = ()) -> Grounds:
    """What an answer cites: its figures, its measures and what became of them.

    Args:
        answer: the answer.
        fields: further names that may stand in it.
    """
    sentences: list[str] = []
    known: list[str] = [*fields]
    shown = _shown(answer)
    for fact in answer.observations:
        known += (fact.observation.indicator, fact.observation.region or "")
    for fact in shown:
        sentences.append(fact.sentence)
        known += (*_source(fact.release, fact.published), *_brackets(fact.observation.period))
        if fact.observation.text in fact.sentence:
            sentences.append(fact.observation.text)
    for made in answer.commitments:
        sentences += (made.text, made.sentence)
        known += _source(made.release, made.published)
    for entry in answer.entries:
        sentences += (place.sentence for out in entry.outcomes for place in out.evidence)
    values = tuple(fact.observation.value for fact in shown)
    figures = tuple((fact.observation.text, fact.sentence) for fact in shown)
    return Grounds(tuple(sentences), tuple(known), values, figures)


def _shown(answer: Answer) -> list[Source]:
    """The cited figures whose sentences are quoted; all of them where none is.

    The others were only counted or compared, and support no numeral.
    """
    quotes = _QUOTED.findall(answer.answer or "")
    told = [fact for fact in answer.observations if any(quote in fact.sentence for quote in quotes)]
    return told or list(answer.observations)


def _brackets(words: object) -> tuple[str, str]:
    return f"（{words}）", f"({words})"


def _source(release: str, published: object) -> tuple[str, str]:
    return f"（{release}，{published}）", f"({release}, {published})"


def _is_told(value: Decimal | None, answer: Answer) -> bool:
    """Whether the value of an answer is that of a cited figure, or of a numeral of its text."""
    if value is None or any(fact.observation.value == value for fact in answer.observations):
        return True
    return any(numeral.value == abs(value) for numeral in numerals_of(answer.answer or ""))


def gated(
    answer: Answer, fields: Iterable[str] = (), saying: str = "nothing cited supports {0}"
) -> Answer:
    """An answer as it is where every digit of it is supported, else a refusal that says why.

    Args:
        answer: what would be shown.
        fields: further names that may stand in it, of the catalogue.
        saying: how the refusal is worded; ``{0}`` is what is not supported.
    """
    if answer.answer is None:
        return answer
    missing = loose(answer.answer, grounds_of(answer, fields))
    if not missing and not _is_told(answer.value, answer):
        missing = (plain_digits(answer.value or Decimal(0)),)
    if not missing:
        return answer
    reason = f"{answer.reason}; {saying.format(', '.join(missing))}"
    return Answer(
        answer.question,
        None,
        None,
        None,
        (),
        (),
        reason,
        understood=answer.understood,
        query=answer.query,
    )
