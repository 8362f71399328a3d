"""How a release is built: who speaks, and which points are enumerated."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jiedu.model.span import Span


class Role(StrEnum):
    """What a turn is in the course of a release."""

    QUESTION = "question"
    ANSWER = "answer"
    STATEMENT = "statement"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Turn:
    """One stretch of speech, without the speaker's label.

    Attributes:
        span: the spoken text.
        role: question, answer, statement or heading.
        speaker: the name on the label, the function where it gives no name (记者), or ``None``
            where it gives neither (问) and where there is none.
    """

    span: Span
    role: Role
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Point:
    """An enumerated item (一是, 第二, （三）, 1.).

    Attributes:
        span: the marker's place.
        marker: the marker as written.
        level: 1 for the outermost enumeration of its speech: of a speaker's turn, or of a text
            of nobody across its headings.
    """

    span: Span
    marker: str
    level: int


@dataclass(frozen=True, slots=True)
class Structure:
    """The turns, points and sentences of one release, each in the order of the text.

    A sentence ends at 。！？；, at the end of its line, or behind a speaker's label; its span
    leaves out the white space around it. Brackets and quotation marks are kept whole. Sentences
    cover everything but white space; turns leave out labels and page furniture.
    """

    turns: tuple[Turn, ...]
    points: tuple[Point, ...]
    sentences: tuple[Span, ...]
