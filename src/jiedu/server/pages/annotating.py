"""A release's text in runs of characters, each with the figure and the measure it belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from jiedu.model import Span, Turn, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jiedu.model import Commitment, Finding, Observation, Reading

_LONGEST = 40_000  # code points that a browser scrolls through without a stutter

GRAVEST = (
    Verdict.OFF,
    Verdict.REVISED,
    Verdict.COMPARABLE_BASIS,
    Verdict.HOLDS,
    Verdict.UNVERIFIABLE,
)
"""Verdicts, the one first that a reader must see first."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that belong to the same things.

    Attributes:
        text: the characters.
        start: the first one's offset in code points.
        figures: the figures of the numeral they are of, by number; several share one numeral.
        measure: the measure they are of, by number, the innermost one.
        first: whether the numeral begins here.
        last: whether the measure ends here.
        marked: whether an address pointed at them.
        begins: whether the characters pointed at begin here.
    """

    text: str
    start: int
    figures: tuple[int, ...] = ()
    measure: int | None = None
    first: bool = False
    last: bool = False
    marked: bool = False
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text.

    Attributes:
        start: its first character's offset.
        runs: its characters.
        turn: the speech it is of, where it begins one.
        role: the part it plays in the course of the release, empty where it is of none.
        level: how deep the point is that it begins with, 0 for none.
    """

    start: int
    runs: tuple[Run, ...]
    turn: Turn | None
    role: str
    level: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the outline.

    Attributes:
        start: the offset it leads to.
        text: what it says.
        level: 0 for a speech, 1 and more for points.
        speaker: who speaks, for a speech.
        role: of the speech, empty for a point.
    """

    start: int
    text: str
    level: int
    speaker: str | None = None
    role: str = ""


def windows(text: str, longest: int = _LONGEST) -> list[Span]:
    """The parts in which a text is shown: whole lines, where they are not too long themselves.

    Args:
        text: the text.
        longest: how many code points a part may have.
    """
    found: list[Span] = []
    start = 0
    while len(text) - start > longest:
        end = text.rfind("\n", start, start + longest) + 1
        end = end if end > start else start + longest
        found.append(Span(start, end))
        start = end
    return [*found, Span(start, len(text))]


def paragraphs(
    reading: Reading, at: Span | None = None, window: Span | None = None
) -> list[Paragraph]:
    """The lines of a text with what was read from each.

    Args:
        reading: the release with its figures and measures.
        at: the characters that an address points at.
        window: the part of the text that is shown; all of it where it is not given.
    """
    text = reading.release.text
    shown = window or Span(0, len(text))
    cuts = _Cuts(reading.observations, reading.commitments, at)
    turns = sorted(reading.turns, key=lambda turn: turn.span.start)
    starts = [turn.span.start for turn in turns]
    levels = {point.span.start: point.level for point in reading.points}
    found = []
    offset = shown.start
    for line in shown.of(text).split("\n"):
        end = offset + len(line)
        if line.strip():
            turn = _turn(turns, starts, offset, end)
            begun = turn if turn is not None and offset <= turn.span.start < end else None
            level = levels.get(end - len(line.lstrip()), 0)
            runs = tuple(cuts.runs(text, offset, end))
            found.append(Paragraph(offset, runs, begun, turn.role.value if turn else "", level))
        offset = end + 1
    return found


def outline(reading: Reading, longest: int = 28) -> list[Heading]:
    """Speeches and points in the order of the text.

    Args:
        reading: the release.
        longest: how many characters of each are shown.
    """
    text = reading.release.text
    speeches = [
        Heading(turn.span.start, _begun(text, turn.span.start, longest), 0, turn.speaker,
                turn.role.value)
        for turn in reading.turns
    ]  # fmt: skip
    points = [
        Heading(point.span.start, _begun(text, point.span.start, longest), point.level)
        for point in reading.points
    ]
    return sorted([*speeches, *points], key=lambda each: (each.start, each.level))


def verdicts(findings: Iterable[Finding]) -> dict[int, list[Finding]]:
    """Findings by the start of the numeral they are about, the gravest first."""
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.claim.observation.span.start].append(finding)
    for told in found.values():
        told.sort(key=lambda each: GRAVEST.index(each.verdict))
    return dict(found)


def _begun(text: str, start: int, longest: int) -> str:
    line = text[start : start + longest * 2].partition("\n")[0].strip()
    return line if len(line) <= longest else f"{line[:longest]}…"


def _turn(turns: Sequence[Turn], starts: Sequence[int], offset: int, end: int) -> Turn | None:
    """The speech that a line begins, or is of."""
    at = bisect_right(starts, end - 1) - 1
    if at < 0:
        return None
    return turns[at] if turns[at].span.end > offset else None


class _Cuts:
    """Where one thing ends and another begins.

    Args:
        figures: of the text.
        measures: of the text.
        at: the characters that an address points at.
    """

    def __init__(
        self, figures: Sequence[Observation], measures: Sequence[Commitment], at: Span | None
    ) -> None:
        self._numerals: dict[Span, list[int]] = defaultdict(list)
        for number, figure in enumerate(figures):
            self._numerals[figure.span].append(number)
        self._measures = [measure.span for measure in measures]
        self._at = at
        self._edges = sorted({edge for span in self._spans() for edge in (span.start, span.end)})
        self._of_numeral = _cover(self._edges, sorted(self._numerals))
        self._of_measure = _cover(self._edges, sorted(self._measures))
        self._number = {span: number for number, span in enumerate(self._measures)}

    def _spans(self) -> Iterator[Span]:
        yield from self._numerals
        yield from self._measures
        if self._at is not None:
            yield self._at

    def runs(self, text: str, start: int, end: int) -> Iterator[Run]:
        """The runs of a line, in the order of the text."""
        first = bisect_right(self._edges, start)
        last = bisect_right(self._edges, end - 1)
        places = [start, *self._edges[first:last], end]
        for begin, stop in pairwise(places):
            yield self._run(text, begin, stop, end)

    def _run(self, text: str, start: int, stop: int, end: int) -> Run:
        slot = bisect_right(self._edges, start) - 1
        numeral = self._of_numeral[slot] if slot >= 0 else None
        measure = self._of_measure[slot] if slot >= 0 else None
        at = self._at
        marked = at is not None and at.start <= start < at.end
        return Run(
            text[start:stop],
            start,
            tuple(self._numerals[numeral]) if numeral is not None else (),
            self._number[measure] if measure is not None else None,
            numeral is not None and numeral.start == start,
            measure is not None and (measure.end == stop or stop == end < measure.end),
            marked,
            marked and at is not None and at.start == start,
        )


def _cover(edges: Sequence[int], spans: Sequence[Span]) -> list[Span | None]:
    """For each stretch between two edges the latest span that holds it."""
    found: list[Span | None] = [None] * len(edges)
    number = {edge: at for at, edge in enumerate(edges)}
    for span in spans:
        for slot in range(number[span.start], number[span.end]):
            found[slot] = span
    return found
