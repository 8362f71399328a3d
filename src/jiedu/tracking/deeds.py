"""Measures without a figure: what later clauses about the same name say was done."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from jiedu.catalogue import place_of, plain
from jiedu.model import Evidence, Outcome, Span, State
from jiedu.tracking.echoes import Echoes
from jiedu.tracking.names import ends_in_a_thing
from jiedu.tracking.rulings import is_one_of
from jiedu.tracking.said import Deed, Kind, kind_of, leaves_something, read_deed
from jiedu.tracking.unsigned import Unsigned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiedu.model import Promise, Reading

_AMONG = re.compile("^[^“《]*、.*等")  # things listed, and no name
_LEAST = 5  # characters of a name without quotation marks
_LEAST_QUOTED = 4
_LONGEST = 40
_SHOWN = 2
_ECHOED = ("said in the same words", "后来用同样的话说到")


class _Known(NamedTuple):
    """A later clause about a promise."""

    published: date
    deed: Deed
    evidence: Evidence


class Deeds:
    """Looks for the names of measures in later releases.

    Args:
        promises: the measures; they are known by their places in this list.
    """

    def __init__(self, promises: Sequence[Promise]) -> None:
        self.promises = promises
        self.kinds: dict[int, Kind] = {}
        waiting: dict[str, list[int]] = defaultdict(list)
        for number, promise in enumerate(promises):
            for name in names_of(promise):
                waiting[name].append(number)
                self.kinds[number] = kind_of(promise.commitment)
        self._names = sorted(waiting)
        self._waiting = [waiting[name] for name in self._names]
        self._automaton = AhoCorasick(
            self._names,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )
        self._known: dict[int, list[_Known]] = defaultdict(list)
        self._echoes = Echoes(
            {
                number: promise.commitment.object
                for number, promise in enumerate(promises)
                if not promise.goals and promise.commitment.instrument is None
                if leaves_something(promise.commitment) or promise.commitment.deadline
            }
        )

    def see(self, reading: Reading) -> None:
        """Take a release as evidence for the promises before it."""
        release = reading.release
        text = Unsigned(release.text)
        plans = [found.span for found in reading.commitments]
        self._hear(reading, plans)
        starts = [span.start for span in plans]
        for index, start, end in self._automaton.find_matches_as_indexes(text.plain):
            numbers = [
                number
                for number in self._waiting[index]
                if self.promises[number].published < release.published
            ]
            if not numbers:
                continue
            name = text.span(start, end)
            at = bisect_right(starts, name.start) - 1
            if at >= 0 and name.start < plans[at].end:
                continue
            clause, sentence = _clause(release.text, name)
            place = place_of(release.text[sentence.start : name.start], release.region)
            for number in numbers:
                if place != self.promises[number].region:
                    continue
                since = self.promises[number].published
                deed = read_deed(self.kinds[number], since, release.text, clause, sentence, name)
                if deed is not None:
                    evidence = Evidence(release.id, clause, sentence.of(release.text).strip())
                    self._known[number].append(_Known(release.published, deed, evidence))

    def _hear(self, reading: Reading, plans: Sequence[Span]) -> None:
        """Take clauses that say done in the words of a measure without a name."""
        release = reading.release
        for number, clause in self._echoes.find(release.text, plans):
            promise = self.promises[number]
            sentence = _around(release.text, clause, _STOPS)
            place = place_of(release.text[sentence.start : clause.end], release.region)
            if promise.published < release.published and place == promise.region:
                deed = Deed(State.PROGRESS, *_ECHOED)
                evidence = Evidence(release.id, clause, sentence.of(release.text).strip())
                self._known[number].append(_Known(release.published, deed, evidence))

    def outcome(
        self, number: int, as_of: date, rejected: Sequence[Evidence] = ()
    ) -> Outcome | None:
        """What became of a measure by a day, or ``None`` where nothing was told.

        Args:
            number: the measure.
            as_of: the day.
            rejected: what a person said is no evidence.
        """
        known = [
            item
            for item in self._known.get(number, ())
            if item.published <= as_of
            if not is_one_of(item.evidence.release, item.evidence.span, rejected)
        ]
        if not known:
            return None
        done = [item for item in known if item.deed.state is State.ACHIEVED]
        shown = done[:_SHOWN] or known[-_SHOWN:]
        first = shown[0]
        reason = f"{first.deed.word}, published {first.published}"
        chinese = f"{first.deed.word_zh or first.deed.word}，{first.published} 公布"
        evidence = tuple(item.evidence for item in shown)
        return Outcome(None, first.deed.state, None, evidence, reason, chinese)


def names_of(promise: Promise) -> Iterator[str]:
    """The names under which later releases may speak of a measure."""
    commitment = promise.commitment
    if commitment.instrument and not _AMONG.search(commitment.instrument):
        for part in commitment.instrument.split("、"):
            name = plain(part).strip()
            least = _LEAST_QUOTED if "“" in part or "《" in part else _LEAST
            if least <= len(name) <= _LONGEST:
                yield name
    elif (
        commitment.instrument is None
        and kind_of(commitment) is Kind.BUILD
        and not commitment.targets
    ):
        name = plain(commitment.object).strip()
        if _LEAST_QUOTED <= len(name) <= _LEAST * 4 and ends_in_a_thing(name):
            yield name


_CUTS = "，,。；;！？!?\n：:"
_STOPS = "。！？!?\n"


def _clause(text: str, name: Span) -> tuple[Span, Span]:
    """The clause and the sentence around a name."""
    return _around(text, name, _CUTS), _around(text, name, _STOPS)


def _around(text: str, name: Span, signs: str) -> Span:
    start = name.start
    while start > 0 and text[start - 1] not in signs:
        start -= 1
    end = name.end
    while end < len(text) and text[end] not in signs:
        end += 1
    return Span(start, end)
