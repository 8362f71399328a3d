"""A release's sentences → the measures it announces, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from jiedu.extraction.commitments import wording
from jiedu.extraction.commitments.clauses import clauses
from jiedu.extraction.commitments.deadlines import deadline_of_targets, is_past
from jiedu.extraction.commitments.fronts import Front, Kind, read_front
from jiedu.extraction.commitments.instruments import instrument_of
from jiedu.extraction.commitments.moments import Moments
from jiedu.extraction.commitments.plans import Mood, Plans, is_actor
from jiedu.extraction.commitments.told import is_empty, is_measure, is_rest
from jiedu.extraction.lexemes import pattern
from jiedu.model import Commitment, Role, Span, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from jiedu.model import Observation, Release, Structure, Turn
    from jiedu.model.token import TimeWord

_HINT = pattern("commitments.hint")
_MARKER = pattern("commitments.marker")
_THING = pattern("commitments.thing")
_LEAST = 3  # characters of the name of a thing
_NAME = 24  # characters of the name of somebody


def commit(
    release: Release,
    structure: Structure,
    normal: str,
    times: Sequence[TimeWord],
    planned: Collection[int],
    observations: Sequence[Observation],
) -> tuple[Commitment, ...]:
    """Read the measures of a release.

    Args:
        release: the document; its published date fixes relative deadlines.
        structure: its turns, points and sentences.
        normal: its text in normal form.
        times: its words of time, in order.
        planned: the starts of the sentences that stand in a section of plans.
        observations: its figures, in order.

    Returns:
        The measures in the order of the text; spans count code points of its text.
    """
    if wording.abroad().search(release.title):
        return ()
    return tuple(_Reader(release, structure, normal, times, observations).run(planned))


class _Reader:
    """One release's measures; holds what its sentence has said so far."""

    def __init__(
        self,
        release: Release,
        structure: Structure,
        normal: str,
        times: Sequence[TimeWord],
        observations: Sequence[Observation],
    ) -> None:
        self.release = release
        self.structure = structure
        self.normal = normal
        self.moments = Moments(normal, times, release.published)
        self.turn_starts = [turn.span.start for turn in structure.turns]
        self.goals = [found for found in observations if found.status is not Status.ACTUAL]
        self.goal_starts = [found.span.start for found in self.goals]
        self.plans = Plans(normal)
        self.turn: Turn | None = None
        self.lead: Span | None = None
        self.due: str | None = None
        self.owner: str | None = None

    def run(self, planned: Collection[int]) -> Iterator[Commitment]:
        """The measures, from top to bottom."""
        plans = self.plans
        for sentence in self.structure.sentences:
            at = bisect_right(self.turn_starts, sentence.end - 1) - 1
            self.turn = self.structure.turns[at] if at >= 0 else None
            plans.enter(sentence, self.turn)
            if self.turn is not None and self.turn.role in {Role.QUESTION, Role.HEADING}:
                continue
            section = sentence.start in planned
            told = section or plans.opened or plans.line or bool(self._goals(sentence))
            if told or _HINT.search(self.normal, sentence.start, sentence.end):
                yield from self._sentence(sentence, planned=section)

    def _goals(self, span: Span) -> list[Observation]:
        low = bisect_left(self.goal_starts, span.start)
        return self.goals[low : bisect_left(self.goal_starts, span.end, low)]

    def _sentence(self, sentence: Span, *, planned: bool) -> Iterator[Commitment]:
        marker = _MARKER.match(self.normal, sentence.start, sentence.end)
        body = Span(marker.end(), sentence.end) if marker else sentence
        ends = self.moments.ends
        parts = [(part, read_front(self.normal, part, ends)) for part in clauses(self.normal, body)]
        parts = [(_unmarked(self.normal, part), front) for part, front in parts]
        moods = self.plans.moods(body, parts, planned=planned)
        if not self.plans.all_plans and Mood.PLAN not in moods and not self._goals(sentence):
            return
        timed = self.moments.any_in(sentence.start, sentence.end)
        self.lead = None
        joined = self.normal[sentence.start - 1 : sentence.start] in {"；", ";"} and not marker
        if not joined:
            self.due = self.owner = None  # what a semicolon joins has one time and one actor
        for (part, front), mood in zip(parts, moods, strict=True):
            if is_rest(part.of(self.normal)):
                continue
            due = self._due(part, front) if timed else self.due
            made = self._part(sentence, part, front, mood, due)
            if made is not None:
                yield made

    def _due(self, part: Span, front: Front) -> str | None:
        """By when a clause is due; a time in front of the verbs holds for the next ones too."""
        self.due = self.moments.due(part.start, front.action.start) or self.due
        return self.moments.due(part.start, part.end) or self.due

    def _part(
        self, sentence: Span, part: Span, front: Front, mood: Mood, due: str | None
    ) -> Commitment | None:
        """The measure of one clause, with the clause it leans on in front of it."""
        goals = self._goals(part)
        whole = Span(self.lead.start, part.end) if self.lead else part
        self.lead = None
        if front.subject:
            self.owner = self._somebody(front.subject)
        if front.kind is Kind.LEAD and not goals:
            self.lead = part if front.leaning else None
            return None
        if front.kind is Kind.READY:
            return self._ready(sentence, part, front, due)
        goals = [goal for goal in goals if not is_past(goal.period, self.release.published)]
        due = due or deadline_of_targets(goals, self.release.published)
        aimed = [goal for goal in goals if goal.status is Status.TARGET]
        if mood is Mood.FACT and not (aimed and due):
            return None
        action = self._action(part, front, goals, aimed)
        if action is None:
            return None
        return Commitment(
            whole,
            action.of(self.release.text),
            self._object(action, part),
            front.owner or self.owner,
            due,
            tuple(goal.span.start for goal in aimed),
            instrument_of(self.normal, action, part.end),
            self.turn.speaker if self.turn else None,
        )

    def _action(
        self,
        part: Span,
        front: Front,
        goals: Sequence[Observation],
        aimed: Sequence[Observation],
    ) -> Span | None:
        """The verbs of a clause that tells a measure, or the one before its first goal."""
        if front.kind is Kind.ACT:
            planned = self.plans.all_plans
            if is_empty(self.normal, part, front):
                return None
            if aimed or is_measure(self.normal, part, front, planned=planned):
                return front.action
        if not goals:
            return None
        at = Span(part.start, part.start)
        for match in wording.reaching().finditer(self.normal, part.start, goals[0].span.start):
            at = Span(match.start(), match.end())
        return at

    def _ready(
        self, sentence: Span, part: Span, front: Front, due: str | None
    ) -> Commitment | None:
        """A clause that says by when something that was named before will be ready."""
        if due is None or wording.is_done(self.normal, part.start, part.end):
            return None
        thing = _THING.match(self.normal, sentence.start, sentence.end)
        name = front.subject or (thing["name"] if thing else "")
        if len(name) < _LEAST:
            return None
        action = front.action.of(self.release.text)
        speaker = self.turn.speaker if self.turn else None
        return Commitment(part, action, name, None, due, (), None, speaker)

    def _somebody(self, subject: str) -> str | None:
        """Who does it, where that is not the ministry that speaks."""
        if self.turn is not None and self.turn.role is Role.ANSWER:
            return None
        name = subject.strip()
        match = wording.times().match(name)
        if match is not None:
            name = name[match.end() :]
        everybody = name in wording.tables()["turns"]["everybody"]
        return name if not everybody and is_actor(name) and len(name) <= _NAME else None

    def _object(self, action: Span, part: Span) -> str:
        """What it is done to; what stands before a verb where nothing stands behind it."""
        text = self.release.text
        after = text[action.end : part.end].strip("，, 了")
        before = text[part.start : action.start].strip("，, ")
        return after if len(after) > 1 or not before else before + after


def _unmarked(normal: str, part: Span) -> Span:
    """A clause without the marker of a point in front of it."""
    marker = _MARKER.match(normal, part.start, part.end)
    return Span(marker.end(), part.end) if marker and marker.end() < part.end else part
