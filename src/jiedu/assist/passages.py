"""What a model is asked about a release: its sentences with numerals that the grammar left open."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple

from jiedu.extraction import explain
from jiedu.extraction.context import Context
from jiedu.extraction.times import classify
from jiedu.lexicon import normalise, scan
from jiedu.model import CHANGES, Observation, Span
from jiedu.model.token import Quantity, TimeWord, UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jiedu.model import Reading, Structure

NAME, TIME, BASE = "indicator", "period", "basis"
_NEAR = 400  # characters that are sent on each side of a sentence: a headline's time stands below
_MANY = 60  # sentences that are looked at on each side
_LONGEST = 1_000  # a longer sentence is a list, and is not sent
_DECIDED = frozenset({"timeless", "vague", "rate"})  # of these the grammar knows they have no time
_PAUSES = frozenset("，,。；;：:！？!?\n")


class Asked(NamedTuple):
    """One numeral that is asked about.

    Attributes:
        item: the quantity that the lexicon found.
        wants: the slots that are empty.
        found: what the grammar read of it; ``None`` where it read nothing.
    """

    item: Quantity
    wants: tuple[str, ...]
    found: Observation | None


class Passage(NamedTuple):
    """A sentence with what is said around it, and the numerals in it that are asked about.

    Attributes:
        span: all that is sent.
        sentence: the sentence.
        asked: its open numerals.
        times: the words of time that a figure may belong to.
    """

    span: Span
    sentence: Span
    asked: tuple[Asked, ...]
    times: tuple[TimeWord, ...]


def passages(reading: Reading, structure: Structure, sure: float) -> Iterator[Passage]:
    """The sentences of a release that are worth a question, in the order of the text.

    Args:
        reading: what the grammar read.
        structure: the release's turns, points and sentences.
        sure: figures less likely to be right than this are asked about where a slot is empty.
    """
    normal = normalise(reading.release.text)
    tokens = scan(normal)
    asked = open_numerals(reading, structure, tokens.quantities, sure)
    starts = [sentence.start for sentence in structure.sentences]
    by_sentence: dict[int, list[Asked]] = {}
    for one in asked:
        at = bisect_right(starts, one.item.start) - 1
        if at >= 0 and one.item.stop <= structure.sentences[at].end:
            by_sentence.setdefault(at, []).append(one)
    for at, group in by_sentence.items():
        sentence = structure.sentences[at]
        if len(sentence) > _LONGEST:
            continue
        span = _around(structure, at)
        inside = [t for t in tokens.times if span.start <= t.start and t.end <= span.end]
        timed = classify(normal, inside, Context(reading.release.published))
        times = tuple(item.word for item in timed if not (item.against or item.compared))
        yield Passage(span, sentence, tuple(group), times)


def open_numerals(
    reading: Reading, structure: Structure, quantities: list[Quantity], sure: float
) -> list[Asked]:
    """Quantities without a reading that nothing explains, and unsure figures with an empty slot."""
    found = {item.span.start: item for item in reading.observations}
    undecided = {
        item.span.start for item in explain(reading.release, structure) if not item.decision.decided
    }
    return [one for item in quantities if (one := _asked(item, found, undecided, sure))]


def _asked(
    item: Quantity, found: Mapping[int, Observation], undecided: set[int], sure: float
) -> Asked | None:
    read = found.get(item.start)
    if read is None:
        bare = item.kind is UnitKind.NONE and not item.scale  # a number like this is of no thing
        open_ = item.start in undecided and not bare
        # with its time, for a name that is pointed at may stand without one
        return Asked(item, (NAME, TIME, BASE), None) if open_ else None
    timeless = read.rule.rpartition(" / ")[2] in _DECIDED
    wants: tuple[str, ...] = (TIME,) if read.period is None and not timeless else ()
    if read.measure in CHANGES and read.basis is None:
        wants += (BASE,)
    unsure = read.confidence is not None and read.confidence < sure
    return Asked(item, wants, read) if wants and unsure and read.span.end == item.end else None


def _around(structure: Structure, at: int) -> Span:
    """A sentence with the whole sentences around it that are near enough to bear on it."""
    sentence, all_ = structure.sentences[at], structure.sentences
    low, high = sentence.start - _NEAR, sentence.end + _NEAR
    first = next(one for one in all_[max(0, at - _MANY) : at + 1] if one.start >= low)
    last = next(one for one in reversed(all_[at : at + _MANY]) if one.end <= high)
    return Span(first.start, last.end)


def payload(reading: Reading, passage: Passage) -> dict[str, Any]:
    """A passage as the question that is sent.

    Returns:
        An object of JSON; offsets count code points from the start of its ``text``.
    """
    release, begin = reading.release, passage.span.start
    text = passage.span.of(release.text)

    def place(start: int, end: int) -> dict[str, Any]:
        return {"start": start - begin, "end": end - begin, "text": release.text[start:end]}

    return {
        "title": release.title,
        "published": release.published.isoformat(),
        "text": text,
        "clauses": [{"start": start, "text": clause} for start, clause in _clauses(text)],
        "times": [place(word.start, word.end) for word in passage.times],
        "asked": [
            {"numeral": place(one.item.start, one.item.end), "want": list(one.wants)}
            for one in passage.asked
        ],
    }


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for at, char in enumerate(text, 1):
        if char in _PAUSES:
            yield start, text[start:at]
            start = at
    if start < len(text):
        yield start, text[start:]
