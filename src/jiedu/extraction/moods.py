"""Fact, goal or expectation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.extraction.lexemes import alternatives, pattern, words
from jiedu.model import Bound, Status

if TYPE_CHECKING:
    from datetime import date

    from jiedu.extraction.context import Context
    from jiedu.extraction.phrases import Phrase
    from jiedu.lexicon import When
    from jiedu.model import Span

_FAR = 240  # how far back a word may still tell the mood, in characters
_FORECAST = re.compile(alternatives(words()["status"]["forecast"]))
_TARGET = pattern("moods.target")
_ANY = re.compile(f"{_FORECAST.pattern}|{pattern('moods.any').pattern}")
_ACHIEVED = pattern("moods.achieved")
_KEPT = pattern("moods.kept")
_EARLY = 6  # until which month 今年…保持在…以上 is a goal
_DONE = pattern("moods.done")
_AFTERWARDS = pattern("moods.afterwards")
_WILL_BE = pattern("moods.will_be")
_WHOLE_YEAR = pattern("moods.whole_year")


def moody(normal: str, sentence: Span) -> bool:
    """Whether a sentence has any word that may tell a goal or an expectation."""
    return _ANY.search(normal, sentence.start, sentence.end) is not None


def status_of(
    normal: str,
    sentence: Span,
    phrase: Phrase,
    when: When | None,
    context: Context,
    *,
    origin: bool,
) -> Status:
    """What a phrase's figures are: the clause's own words, the sentence's, then the section's.

    Args:
        normal: the release's text in normal form.
        sentence: the sentence.
        phrase: the quantities with their text.
        when: the time they belong to.
        context: whether plans are being told; keeps what the sentence has turned to.
        origin: whether the figure is what a rise starts from.
    """
    if origin:
        return Status.ACTUAL
    ahead = _ahead(when, context.published)
    if not context.moody:
        return _unsaid(normal, phrase, context, ahead=ahead)
    if _ACHIEVED.match(phrase.right):
        return Status.ACTUAL
    start = phrase.items[0].start
    clause = normal[max(phrase.clause, start - _FAR) : start]
    before = normal[max(sentence.start, start - _FAR) : start]
    if _FORECAST.search(clause) or _FORECAST.search(normal, sentence.start, sentence.start + 12):
        context.expected = (context.group, Status.FORECAST)
        return Status.FORECAST
    if context.planned or _ends_later(when, context.published):
        return Status.TARGET
    if _AFTERWARDS.search(before) or (_WILL_BE.search(clause) and not ahead):
        return Status.FORECAST
    goal = bool(not context.section and _TARGET.search(before) and not _DONE.search(clause))
    soon = context.published.month <= _EARLY
    goal = goal or (soon and _WHOLE_YEAR.search(before) is not None)
    early = soon and phrase.items[-1].bound is Bound.AT_LEAST
    if goal or (early and _KEPT.search(before) and not _DONE.search(clause)):
        context.expected = (context.group, Status.TARGET)
        return Status.TARGET
    return _unsaid(normal, phrase, context, ahead=ahead)


def _unsaid(normal: str, phrase: Phrase, context: Context, *, ahead: bool) -> Status:
    """The mood of a clause that has no word for it."""
    if context.planned:
        return Status.TARGET
    turned = not context.section and context.expected[0] == context.group
    if not (ahead or turned):  # a review tells what was done, whatever its verbs
        return Status.ACTUAL
    start = phrase.items[0].start
    if turned and normal.startswith("同比", phrase.clause):
        return context.expected[1]  # 计划完成8600亿元，同比增长6%
    if _DONE.search(normal, max(phrase.clause, start - _FAR), start):
        return Status.ACTUAL
    return context.expected[1] if turned else Status.TARGET


def _ends_later(when: When | None, published: date) -> bool:
    """Whether a stock is said for the end of a year (到2026年底) that has hardly begun."""
    if when is None or when.period is None or not (when.instant and when.explicit):
        return False
    year = len(when.period) == len("2026")
    return year and published.month <= _EARLY and int(when.period) >= published.year


def _ahead(when: When | None, published: date) -> bool:
    """Whether a time reaches beyond the year of publication, or is a day behind it."""
    if when is None or when.period is None:
        return False
    last = when.period.rpartition("/")[2]
    if len(when.period) == len("2026-08-01"):
        return when.period > published.isoformat()
    return int(last[:4]) > published.year
