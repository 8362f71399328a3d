"""Fact, goal or expectation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.extraction.lexemes import alternatives, pattern, words
from jiedu.model import Status

if TYPE_CHECKING:
    from jiedu.extraction.context import Context
    from jiedu.extraction.phrases import Phrase
    from jiedu.lexicon import When
    from jiedu.model import Span

_FAR = 240  # how far back a word may still tell the mood, in characters
_FORECAST = re.compile(alternatives(words()["status"]["forecast"]))
_TARGET = pattern("moods.target")
_DONE = pattern("moods.done")
_AFTERWARDS = pattern("moods.afterwards")
_WILL_BE = pattern("moods.will_be")


def status_of(
    normal: str, sentence: Span, phrase: Phrase, when: When | None, context: Context
) -> Status:
    """What a phrase's figures are: the clause's own words, the sentence's, then the section's.

    Args:
        normal: the release's text in normal form.
        sentence: the sentence.
        phrase: the quantities with their text.
        when: the time they belong to.
        context: whether plans are being told; keeps what the sentence has turned to.
    """
    start = phrase.items[0].start
    clause = normal[max(phrase.clause, start - _FAR) : start]
    before = normal[max(sentence.start, start - _FAR) : start]
    if _FORECAST.search(clause) or _FORECAST.search(normal, sentence.start, sentence.start + 12):
        context.expected = (context.group, Status.FORECAST)
        return Status.FORECAST
    if context.planned:
        return Status.TARGET
    ahead = _ahead(when, context.published.year)
    if _AFTERWARDS.search(before) or (_WILL_BE.search(clause) and not ahead):
        return Status.FORECAST
    if _DONE.search(clause):
        return Status.ACTUAL
    if context.section:  # a review tells what was done, whatever its verbs
        return Status.TARGET if ahead else Status.ACTUAL
    if _TARGET.search(before):
        context.expected = (context.group, Status.TARGET)
        return Status.TARGET
    if context.expected[0] == context.group:
        return context.expected[1]
    return Status.TARGET if ahead else Status.ACTUAL


def _ahead(when: When | None, year: int) -> bool:
    """Whether a time reaches beyond the year of publication."""
    if when is None or when.period is None:
        return False
    return int(when.period.rpartition("/")[2][:4]) > year
