"""Which clauses of a sentence tell plans: by its section, its words, and the sentence before."""

from __future__ import annotations

from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING

from jiedu.extraction.commitments import wording
from jiedu.extraction.commitments.fronts import Front, Kind
from jiedu.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Span, Turn


class Mood(Enum):
    """How a clause is told."""

    FACT = auto()
    PLAN = auto()


_EXPECTED = "预计"
_HEAD = 12  # characters in which a time still opens a sentence


@cache
def _turning() -> frozenset[str]:
    return frozenset(wording.tables()["turns"]["words"])


class Plans:
    """Where a release tells plans; walks its sentences from top to bottom."""

    def __init__(self, normal: str) -> None:
        self.normal = normal
        self.turn: Turn | None = None
        self.line_end = -1
        self.line = False
        self.opened = False
        self.all_plans = False
        document = wording.document().search(normal)
        self.document = document.start() if document else len(normal)

    def enter(self, sentence: Span, turn: Turn | None) -> None:
        """Come to a sentence: a new turn and a new line forget what the last one planned."""
        if turn is not self.turn:
            self.turn = turn
            self.opened = False
            self.line = False
        if sentence.start > self.line_end:
            self.line = False
            end = self.normal.find("\n", sentence.start)
            self.line_end = end if end >= 0 else len(self.normal)

    def moods(
        self, sentence: Span, parts: Sequence[tuple[Span, Front]], *, planned: bool
    ) -> list[Mood]:
        """How each clause of a sentence is told.

        Args:
            sentence: the sentence.
            parts: its clauses with their fronts.
            planned: whether its section is one of plans.
        """
        normal = self.normal
        opens = (
            None
            if self._is_past(sentence)
            else wording.opens().search(normal, sentence.start, sentence.end)
        )
        spoken = self.turn is not None and self.turn.role is Role.ANSWER
        if opens is not None and (spoken or opens.start() - sentence.start <= 12):
            self.opened = self.opened or spoken
            self.line = True
        self.all_plans = planned or self.opened
        if self.all_plans:
            return [Mood.FACT if self._is_past(sentence) else Mood.PLAN for _ in parts]
        past = self._is_past(sentence)
        running = self.line and not past and bool(parts) and self._goes_on(parts[0][1])
        moods = []
        for clause, front in parts:
            running = running or self._turns(parts[0][0], clause, front)
            if running and wording.is_done(self.normal, clause.start, clause.end):
                running = False
            moods.append(Mood.PLAN if running else Mood.FACT)
            if not running and not past and self._asks(clause):
                running = True
        self.line = running
        return moods

    def _is_past(self, sentence: Span) -> bool:
        """Whether a sentence opens with a time that is over or is now."""
        head = min(sentence.start + _HEAD, sentence.end)
        return wording.past().search(self.normal, sentence.start, head) is not None

    def _goes_on(self, front: Front) -> bool:
        """Whether a sentence goes on with the plans of the one before."""
        return front.kind is not Kind.OTHER and front.bare

    def _turns(self, first: Span, clause: Span, front: Front) -> bool:
        """Whether a clause says itself that it is to come; what an event will do is no plan."""
        if front.kind is Kind.OTHER:
            return False
        if front.asked:
            return True
        if front.modal not in _turning():
            return False
        if front.modal == _EXPECTED and clause.start < self.document:
            return False  # what is expected is a goal only where a plan stands behind it
        if front.subject:
            return is_actor(front.subject)
        return wording.event().search(self.normal, first.start, first.end) is None

    def _asks(self, clause: Span) -> bool:
        """Whether the clause ends with a word that what follows is asked for."""
        return wording.asks().search(self.normal, clause.start, clause.end) is not None


def is_actor(subject: str) -> bool:
    """Whether a subject is somebody who may announce a measure, and no event or thing."""
    if wording.event().search(subject) or wording.no_actor().search(subject):
        return False
    return wording.actor().search(subject) is not None
