"""Notes: each place that is cited once, numbered in the order in which it is spoken of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from jiedu.briefings.words import one_line
from jiedu.model import Note, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.model import Evidence, Observation, Release, Source

_LONGEST = 100  # code points of a quotation, unless the briefing is a full one
_BEFORE = 48  # code points that are kept before what is cited
_CUT = "……"
_STOPS = "，,、；;。："


@dataclass(slots=True)
class _Place:
    release: str
    title: str
    publisher: str | None
    published: date
    span: Span
    words: str
    shown: bool
    marks: list[Span] = field(default_factory=list)
    periods: list[str] = field(default_factory=list)


class Notes:
    """The notes of a briefing, growing as it is written.

    Args:
        releases: every release that may be cited.
        full: whether long sentences are quoted whole.
    """

    def __init__(self, releases: Iterable[Release], *, full: bool = False) -> None:
        self._releases = {release.id: release for release in releases}
        self._full = full
        self._places: dict[tuple[str, Span], _Place] = {}
        self._numbers: dict[tuple[str, Span], int] = {}

    def figure(self, source: Source) -> int:
        """The number of the note of a figure's sentence, or of its place in a table."""
        if source.cell:
            return self._cell(source)
        return self.observation(source.release, source.observation, source.sentence)

    def _cell(self, source: Source) -> int:
        """A cell has no characters: the note says the place in the table and the value."""
        found = source.observation
        words = f"{source.sentence} {found.value:f}{found.unit}"
        key = (f"{source.release} {source.sentence}", found.sentence)
        if key not in self._places:
            told = (source.release, source.release, None, source.published)
            self._places[key] = _Place(*told, Span(0, 0), words, True, [Span(0, 0)])
            self._numbers[key] = len(self._places)
        if found.period:
            self._places[key].periods.append(found.period)
        return self._numbers[key]

    def observation(self, release: str, found: Observation, sentence: str) -> int:
        """The number of the note of a figure's sentence.

        Args:
            release: the id of its release.
            found: the figure.
            sentence: the characters of its sentence.
        """
        end = found.span.start + max(len(found.text), len(found.span))
        mark = Span(found.span.start, min(end, found.sentence.end))
        number = self._cite(release, found.sentence, sentence, mark, shown=True)
        self._add_period(release, found.sentence, found.period)
        basis = found.basis or ""
        self._add_period(release, found.sentence, basis if basis[:1].isdigit() else None)
        return number

    def place(
        self,
        release: str,
        span: Span,
        words: str,
        *,
        shown: bool = False,
        period: str | None = None,
    ) -> int:
        """The number of the note of a place, quoted where the briefing does not do so itself."""
        number = self._cite(release, span, words, span, shown=shown)
        self._add_period(release, span, period)
        return number

    def evidence(self, found: Evidence) -> int:
        """The number of the note of a later sentence about a measure."""
        return self.place(found.release, found.span, found.sentence, shown=True)

    def spans_of(self, release: str) -> list[Span]:
        """The places of a release that are cited so far."""
        return [place.span for place in self._places.values() if place.release == release]

    def made(self) -> tuple[Note, ...]:
        """The notes, in order."""
        return tuple(map(self._note, self._places.values()))

    def _cite(self, release: str, span: Span, words: str, mark: Span, *, shown: bool) -> int:
        key = (release, span)
        if key not in self._places:
            told = self._releases[release]
            self._places[key] = _Place(
                release, told.title, told.publisher, told.published, span, words, shown
            )
            self._numbers[key] = len(self._places)
        place = self._places[key]
        place.shown = place.shown or shown
        place.marks.append(mark)
        return self._numbers[key]

    def _add_period(self, release: str, span: Span, period: str | None) -> None:
        if period:
            self._places[release, span].periods.append(period)

    def _note(self, place: _Place) -> Note:
        words = place.words
        if place.shown and not self._full:
            words = _shortened(words, place.span.start, place.marks)
        return Note(
            place.release,
            place.title,
            place.publisher,
            place.published,
            place.span,
            one_line(words),
            place.shown,
            tuple(dict.fromkeys(place.periods)),
        )


def _shortened(words: str, start: int, marks: list[Span]) -> str:
    """A long quotation cut to what is around the marks, at commas where there are some."""
    if len(words) <= _LONGEST:
        return words
    first = min(mark.start for mark in marks) - start
    last = max(mark.end for mark in marks) - start
    begin = max(0, min(first - _BEFORE, len(words) - _LONGEST))
    end = min(len(words), max(last + 2, begin + _LONGEST))
    if begin:
        stops = [at + 1 for at in range(begin, first) if words[at] in _STOPS]
        begin = stops[0] if stops else begin
    if end < len(words):
        stops = [at for at in range(end, last - 1, -1) if words[at] in _STOPS]
        end = max(stops[0] if stops else end, last)
    return f"{_CUT if begin else ''}{words[begin:end]}{_CUT if end < len(words) else ''}"
