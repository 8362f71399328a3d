"""The gate: every digit of a briefing stands in a cited sentence or is computed in sight.

It knows nothing of how a briefing is made: it reads the finished lines and the notes.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from jiedu.briefings.composing.watch import next_period
from jiedu.briefings.naming import publisher_name
from jiedu.briefings.periods import day_words, period_words
from jiedu.lexicon import closing_day, normalise, scan
from jiedu.model import Bullets, Grid, Paragraph, WordsKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiedu.model import Briefing, Language, Line, Note, Words

_NUMBER = re.compile(r"(?<![A-Za-z0-9.])\d+(?:,\d{3})*(?:\.\d+)?(?![A-Za-z0-9])")
_NAME = re.compile(r"[A-Za-z][\w.+-]*|\d+[A-Za-z][\w.+-]*")  # 5G, R18, PM2.5
_SUM = re.compile(r"(.*)[=≈]([^=]*)")
_CONSTANTS = re.compile(r"\^\(1/\d+\)|− ?1\)|× 100")
_SIZES = [Decimal(10) ** power for power in range(13)]
_MARKS = str.maketrans("‘’", "“”")


class _Scope(NamedTuple):
    """What supports a line.

    Attributes:
        words: the cited characters.
        values: the values in them, in base units, without their signs.
        results: what is computed in the line.
        times: the times that may be told, in words, the longest first.
    """

    words: str
    values: frozenset[Decimal]
    results: frozenset[Decimal]
    times: tuple[str, ...]


def unsupported(briefing: Briefing) -> list[str]:
    """The words of a briefing with a digit that nothing supports; none where all is well."""
    times = _times(briefing)
    found = []
    for lines in _together(briefing):
        told = [words for line in lines for words in line]
        cited = [briefing.notes[number - 1] for words in told for number in words.notes]
        scope = _scope(cited, told, times)
        found += [words.text for words in told if not _stands(words, scope)]
    return found


def _together(briefing: Briefing) -> Iterator[Sequence[Line]]:
    """The lines that share their notes: a paragraph, an item, a row."""
    for block in briefing.blocks:
        if isinstance(block, Paragraph):
            yield (block.line,)
        elif isinstance(block, Bullets):
            for item in block.items:
                yield (item,)
        elif isinstance(block, Grid):
            yield from block.rows


def _scope(cited: Sequence[Note], told: Sequence[Words], times: tuple[str, ...]) -> _Scope:
    words = "\n".join(f"{note.title}\n{note.words}" for note in cited)
    results = {
        number
        for item in told
        if item.kind is WordsKind.SUM and (match := _SUM.fullmatch(item.text))
        for number in _numbers(match[2])
    }
    values = frozenset().union(*(_values(note.words) for note in cited))
    return _Scope(words, values, frozenset(results), times)


@cache
def _values(words: str) -> frozenset[Decimal]:
    """Every value in some words: as read with its magnitude, and as its digits stand there."""
    read = {abs(item.value) for item in scan(normalise(words)).quantities}
    return frozenset(read) | frozenset(_numbers(normalise(words)))


def _times(briefing: Briefing) -> tuple[str, ...]:
    language = briefing.language
    found: set[str] = set()
    for note in briefing.notes:
        found |= {day_words(note.published, language), note.title}
        found.add(publisher_name(note.publisher, language))
        for period in note.periods:
            found |= set(_told(period, language))
    return tuple(sorted(filter(None, found), key=len, reverse=True))


def _told(period: str, language: Language) -> Iterator[str]:
    yield period_words(period, language)
    yield period_words(closing_day(period), language)
    yield period_words(next_period(period), language)


def _stands(words: Words, scope: _Scope) -> bool:
    if words.kind is WordsKind.COUNT:
        return True
    if words.kind is WordsKind.QUOTE:
        return words.text.translate(_MARKS) in _joined(scope.words.translate(_MARKS))
    if words.kind is WordsKind.SUM:
        return _adds_up(words.text, scope)
    if words.kind is WordsKind.FIGURE:
        return all(_is_one_of(number, scope.values) for number in _numbers(words.text))
    rest = words.text
    for time in scope.times:
        rest = rest.replace(time, " ")
    return all(number in scope.values for number in _numbers(_NAME.sub(" ", rest)))


def _adds_up(words: str, scope: _Scope) -> bool:
    """Whether a sum is of cited values; a result alone is that of a sum beside it."""
    match = _SUM.fullmatch(words)
    if match is None:
        return all(_is_one_of(number, scope.results) for number in _numbers(words))
    operands = _numbers(_CONSTANTS.sub(" ", match[1]))
    if not all(_is_one_of(number, scope.values) for number in operands):
        return False
    plain = re.fullmatch(r"(−?[\d.,]+)−\(?(−?[\d.,]+)\)?", match[1])
    return plain is None or _signed(plain[1]) - _signed(plain[2]) == _signed(match[2])


def _is_one_of(number: Decimal, values: frozenset[Decimal]) -> bool:
    """Whether a value is there, in one magnitude or another."""
    return number in values or any(
        number * size in values or number / size in values for size in _SIZES
    )


def _signed(words: str) -> Decimal:
    return Decimal(words.replace("−", "-").replace(",", ""))


def _numbers(words: str) -> list[Decimal]:
    return [Decimal(found.replace(",", "")) for found in _NUMBER.findall(words)]


def _joined(words: str) -> str:
    return " ".join(words.split())
