"""Lines → turns: who speaks, and what is a heading."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from jiedu.model import Role, Span, Turn
from jiedu.segments.labels import Voice
from jiedu.segments.lines import labelled_lines
from jiedu.segments.shapes import is_chrome, is_heading, opens_appendix

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from jiedu.segments.labels import Label
    from jiedu.segments.lines import Line


# a member by its name costs ten times what a global name does
_HEADING, _SPOKEN = Role.HEADING, (Role.QUESTION, Role.ANSWER)


def turns_of(text: str, numbered: Container[int]) -> tuple[Turn, ...]:
    """The turns of a text, in order; what none covers is labels and page furniture.

    Args:
        text: the release's text.
        numbered: the offsets at which an enumerated point may begin.
    """
    course = _Course(text)
    for line, following in pairwise([*labelled_lines(text), None]):
        assert line is not None  # only the last one is
        words = text[line.start : line.end]
        if line.label:
            course.begin(line.label, line.spoken, line.end)
        elif is_chrome(words):
            course.pause()
        elif is_heading(words) and not course.keeps(line, following, numbered):
            course.head(line.start, line.end)
        else:
            course.go_on(line.start, line.end)
    course.close()
    return tuple(course.turns)


def scopes_of(text: str, turns: Iterable[Turn]) -> list[tuple[int, int]]:
    """The stretches in which points are counted together.

    They are the turns of a speaker, and the runs of turns of nobody up to an appendix.
    """
    scopes: list[tuple[int, int]] = []
    joined = False
    for turn in turns:
        own = turn.role in _SPOKEN or turn.speaker is not None
        anew = turn.role is _HEADING and opens_appendix(turn.span.of(text))
        if joined and not own and not anew:
            scopes[-1] = (scopes[-1][0], turn.span.end)
        else:
            scopes.append((turn.span.start, turn.span.end))
        joined = not own
    return scopes


class _Course:
    """The course of a release so far: its closed turns, and the open one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.turns: list[Turn] = []
        self.label: Label | None = None
        self.start = self.end = -1
        self.asked = False

    def begin(self, label: Label, start: int, end: int) -> None:
        """A speaker's label opens a turn."""
        self.close()
        self.label = label
        if start < end:
            self.start, self.end = start, end

    def go_on(self, start: int, end: int) -> None:
        """A paragraph belongs to the open turn, or opens one of nobody."""
        self.start = start if self.start < 0 else self.start
        self.end = end

    def head(self, start: int, end: int) -> None:
        """A heading closes the open turn."""
        self.close()
        self.turns.append(Turn(Span(start, end), _HEADING, None))

    def pause(self) -> None:
        """Page furniture interrupts a text without speakers; a speaker talks on."""
        if self.label is None:
            self.close()

    def keeps(self, line: Line, following: Line | None, numbered: Container[int]) -> bool:
        """Whether a line in the shape of a heading is part of a speech.

        It is where the speaker has not said anything yet, and where it is a numbered point
        with more of the speech behind it.
        """
        if self.label is None:
            return False
        if self.start < 0:
            return True
        return line.start in numbered and following is not None and following.label is None

    def close(self) -> None:
        """End the open turn, if anything was said in it."""
        if self.start >= 0:
            role = self._role()
            self.asked = self.asked or role is Role.QUESTION
            speaker = self.label.speaker if self.label else None
            self.turns.append(Turn(Span(self.start, self.end), role, speaker))
        self.label = None
        self.start = self.end = -1

    def _role(self) -> Role:
        """The open turn's role: hosts ask where they end with a question mark."""
        if self.label is None:
            return Role.STATEMENT
        if self.label.voice is Voice.ASKS:
            return Role.QUESTION
        if self.label.voice is Voice.HOSTS:
            return Role.QUESTION if self.text[self.end - 1] in "？?" else Role.STATEMENT
        answers = self.asked or self.label.voice is Voice.ANSWERS
        return Role.ANSWER if answers else Role.STATEMENT
