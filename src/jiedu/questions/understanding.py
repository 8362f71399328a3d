"""A question → what is asked, in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.questions.chinese import understand_chinese
from jiedu.questions.english import understand_english
from jiedu.questions.query import Kind
from jiedu.questions.words import is_english

if TYPE_CHECKING:
    from datetime import date

    from jiedu.questions.query import Query


_OF_NO_FIGURE = frozenset({Kind.COMMITMENT, Kind.OUTCOME, Kind.WHO, Kind.WHY})


def understand(question: str, today: date) -> Query:
    """Read a question.

    Args:
        question: in Chinese or English.
        today: the day that relative times are held against.
    """
    if is_english(question):
        return understand_english(question, today)
    return understand_chinese(question, today)


def names_nothing(question: str, today: date) -> bool:
    """Whether a question asks for a figure and names no indicator that is known.

    Args:
        question: in Chinese or English.
        today: the day that relative times are held against.
    """
    query = understand(question, today)
    return not query.ids and query.kind not in _OF_NO_FIGURE
