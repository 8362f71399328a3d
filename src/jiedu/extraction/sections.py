"""Where a release turns: questions, answers, headings, reviews and plans set time and mood."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from jiedu.extraction.lexemes import alternatives, pattern, words
from jiedu.lexicon import When
from jiedu.model import Role

if TYPE_CHECKING:
    from jiedu.extraction.context import Context
    from jiedu.model import Turn

_STATUS = words()["status"]
_AGENDA = re.compile(alternatives(_STATUS["agenda"]))
_REVIEW = re.compile(alternatives(_STATUS["review"]))
_SECTION_TIME = pattern("sections.section_time")
_OPENER = pattern("sections.opener")
_FIVE_YEARS = pattern("sections.five_years")
_NUMBERED = pattern("sections.numbered")
_BYLINE = pattern("sections.byline")
_TOP = 400  # characters of a release in which it stands
_SIGNED = 31  # days between the signature and the publication
_AHEAD = pattern("sections.ahead")
_KEPT = pattern("sections.kept")
_GOALS = pattern("sections.goals")
_REACHED = ("完成", "实现", "超过", "高于", "好于")
_REPORT = pattern("sections.report")
_REPORT_OF = pattern("sections.report_of")
_SECTION_AHEAD = pattern("sections.section_ahead")


def open_report(context: Context, title: str, normal: str) -> None:
    """What the first lines of a part of a government's report speak of.

    The report of a year reviews the year before it, and where it goes on to that year, five
    years before that. A part that turns to plans under a heading says so itself.

    Args:
        context: the running state, of the whole release.
        title: its title.
        normal: its text in normal form.
    """
    found = _REPORT_OF.search(title)
    if found is None:
        return
    year = int(found["year"] or context.published.year) - 1
    first = _SECTION_AHEAD.search(normal)
    if first is None:
        when = When(str(year), explicit=True)
    elif first.lastgroup == "past":
        when = context.resolve("五年来")
        context.plan_on(when)
    else:
        return
    context.section = True
    context.default = context.period = when


def is_byline(text: str, start: int, published: date) -> bool:
    """Whether a line says who publishes, or on what day: no topic, and no year of the text.

    Args:
        text: the line in normal form.
        start: where it stands in the release.
        published: the release's date; a day far from it is one the text speaks of.
    """
    found = _BYLINE.fullmatch(text) if start < _TOP else None
    if found is None or found["year"] is None:
        return found is not None
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return False
    return abs((published - day).days) <= _SIGNED


def enter_turn(context: Context, turn: Turn | None) -> None:
    """A question forgets the last answer's time; an answer begins with facts."""
    if turn is None:
        return
    if turn.role is Role.QUESTION:
        context.agenda = False
        context.default = context.period = None
    elif turn.role is Role.ANSWER:
        context.agenda = False


def enter_sentence(
    context: Context, turn: Turn | None, text: str, *, point: bool, line: bool
) -> None:
    """Set time and mood by what a sentence opens with.

    Args:
        context: the running state.
        turn: the turn it stands in.
        text: the sentence in normal form.
        point: whether it opens an enumerated point.
        line: whether it opens a line.
    """
    if turn is not None and turn.role is Role.HEADING:
        _enter_heading(context, text)
    elif _AHEAD.match(text):
        _plan_ahead(context, turn)
    elif _names_goals(text):
        context.line_agenda = True
    if line and not context.section and _REPORT.match(text):
        context.section = True  # a part of a report, without the heading above it
    if context.section:
        _open_section(context, text)
    if context.default is not None and (context.section or context.agenda or point):
        context.period = context.default


def _names_goals(text: str) -> bool:
    """Whether a sentence turns to goals; that one was reached is a fact."""
    found = _GOALS.search(text)
    return found is not None and not text.endswith(_REACHED, 0, found.start())


def _enter_heading(context: Context, text: str) -> None:
    if not _NUMBERED.match(text):
        context.new_topic()
    review = bool(_REVIEW.search(text)) or _KEPT.search(text) is not None
    if review or _AGENDA.search(text):
        _begin_section(context, text, review=review)


def _begin_section(context: Context, text: str, *, review: bool) -> None:
    """A heading that opens a report's review or its plans sets the time of all below."""
    found = _SECTION_TIME.search(text)
    when = context.resolve(found.group()) if found else None
    if when is None and not review:
        when = When(str(context.published.year))
    if when is not None:
        context.plan_on(when)
    context.agenda = not review
    context.section = when is not None
    context.default = context.period = when


def _open_section(context: Context, text: str) -> None:
    """五年来, 过去一年 at the head of a sentence: the review turns to another span."""
    if found := _OPENER.match(text):
        when = context.resolve(found["time"])
    elif _FIVE_YEARS.match(text):
        when = context.resolve("五年来")
    else:
        return
    if when.period is None:
        return
    context.plan_on(when)
    context.default = context.period = when
    if int(when.period[:4]) >= context.published.year:
        context.agenda = True


def _plan_ahead(context: Context, turn: Turn | None) -> None:
    """下一步: plans to the end of the answer, or of the line where nobody is named."""
    if turn is not None and turn.role is Role.ANSWER:
        context.agenda = True
        context.period = context.default = None
    else:
        context.line_agenda = True
