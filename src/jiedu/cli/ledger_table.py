"""The ledger for people: by release, speaker and point, each measure above what became of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from jiedu.cli.output import console, counted, say
from jiedu.lexicon import closing_day
from jiedu.model import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from jiedu.model import Entry, Outcome, Point, Promise, Turn
    from jiedu.store import View

_STYLES = {
    State.ACHIEVED: "green",
    State.PROGRESS: "cyan",
    State.MISSED: "red",
    State.OVERDUE: "yellow",
    State.ANNOUNCED: "dim",
}
_MARKS = {
    State.ACHIEVED: "✓",
    State.PROGRESS: "…",
    State.MISSED: "✗",
    State.OVERDUE: "!",
    State.ANNOUNCED: "·",
}
_HEADING = 40  # characters of a line that is a heading of what is below it
_SHOWN = 2  # sentences of evidence that a person is shown


def print_ledger(entries: Sequence[Entry], view: View, as_of: date, limit: int) -> None:
    """Print measures, those of one point together, and a count of what became of them.

    Args:
        entries: the measures, in the order of the releases.
        view: the store, for the points of the releases.
        as_of: the day asked about.
        limit: how many are shown; 0 for all.
    """
    shown = entries[:limit] if limit else entries
    release = ""
    course = Course("", (), ())
    for entry in shown:
        promise = entry.promise
        if promise.release != release:
            release = promise.release
            text = view.release(release).text
            course = Course(text, view.turns(release), view.points(release))
            say(f"{promise.published}  {release}  {promise.title}", "bold")
        _print_promise(promise, course)
        for outcome in entry.outcomes:
            _print_outcome(outcome, promise)
    states = Counter(outcome.state for entry in entries for outcome in entry.outcomes)
    told = ", ".join(f"{states[state]:,} {state.value}" for state in State if states[state])
    more = f"; {counted(len(entries) - len(shown), 'more measure')}: see --limit" if limit else ""
    hidden = more if len(entries) > len(shown) else ""
    say(f"{counted(len(entries), 'measure')} as of {as_of}: {told}{hidden}")


def print_promises(promises: Iterable[Promise], course: Course) -> None:
    """Print the measures of one release, those of one point together."""
    for promise in promises:
        _print_promise(promise, course)


class Course:
    """Who speaks, and at which points, over one release, and what was said of that last."""

    def __init__(self, text: str, turns: Sequence[Turn], points: Sequence[Point]) -> None:
        self.text = text
        self.turns = [turn.span.start for turn in turns]
        self.points = points
        self.starts = [point.span.start for point in points]
        self.said = ""

    def heading(self, promise: Promise) -> str:
        """The speaker of a measure, and the markers of the points that it belongs to."""
        at = promise.commitment.span.start
        turn = bisect_right(self.turns, at)
        begin = self.turns[turn - 1] if turn else 0
        path: list[Point] = []
        for point in self.points[bisect_left(self.starts, begin) : bisect_right(self.starts, at)]:
            path = [*(outer for outer in path if outer.level < point.level), point]
        marks = " ".join(point.marker for point in path if self._reaches(point, at))
        return " · ".join(part for part in (promise.commitment.speaker, marks) if part)

    def _reaches(self, point: Point, at: int) -> bool:
        """Whether a point goes on to a place: to the end of its line, or below a heading's."""
        end = self.text.find("\n", point.span.start)
        return end < 0 or at < end or end - point.span.start <= _HEADING


def _print_promise(promise: Promise, course: Course) -> None:
    """A measure, below a heading where it is not of the point before."""
    heading = course.heading(promise)
    if heading and heading != course.said:
        say(f"  {heading}", "bold")
    course.said = heading
    commitment = promise.commitment
    line = Text("    ")
    line.append(promise.text.replace("\n", " "))
    about = [
        f"@{commitment.span.start}",
        commitment.owner,
        promise.region,
        f"due {closing_day(commitment.deadline)}" if commitment.deadline else None,
        f"under {commitment.instrument}" if commitment.instrument else None,
    ]
    line.append(f"  [{', '.join(part for part in about if part)}]", "dim")
    console.print(line)


def _print_outcome(outcome: Outcome, promise: Promise) -> None:
    style = _STYLES[outcome.state]
    line = Text(f"      {_MARKS[outcome.state]} {outcome.state.value}", style)
    goal = next((goal for goal in promise.goals if goal.span.start == outcome.target), None)
    if goal is not None:
        line.append(f"  {goal.indicator} {goal.text}")
    if outcome.percent is not None:
        line.append(f"  {outcome.percent:f} %", style)
    if outcome.evidence:
        line.append(f"  {outcome.reason}", "dim")
    elif goal is None and outcome.state is State.ANNOUNCED:
        return  # a measure that nobody has spoken of since says so by having nothing below it
    console.print(line)
    for place in outcome.evidence[:_SHOWN]:
        words = Text("        ")
        words.append(place.sentence.replace("\n", " "))
        words.append(f"  {place.release}@{place.span.start}-{place.span.end}", "dim")
        console.print(words)
