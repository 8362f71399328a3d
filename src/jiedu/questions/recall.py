"""How much of a question the measures of a release recall."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue.rarity import bits, pairs_of
from jiedu.questions.words import tables
from jiedu.tracking import promises_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from jiedu.model import Commitment, Promise, Reading

_LOOKED_AT = 60  # releases whose measures are looked at
_BONUS = 12  # bits that the publisher asked about is worth
_LEAST = 7  # bits of a word that says anything; 建设 alone does not
_ENOUGH = 14  # bits that a measure must share with the question


class Recalled(NamedTuple):
    """What is looked for in measures.

    Attributes:
        pairs: the pairs of characters of the question, with their bits.
        year: the year it names, of the publication or of the deadline; empty where it names none.
        place: the province or city it names, ``None`` where it names none.
        publishers: the names of the one whose measures are asked for.
    """

    pairs: tuple[tuple[str, int], ...]
    year: str
    place: str | None
    publishers: tuple[str, ...]

    @property
    def enough(self) -> int:
        """The bits that a measure must share: all that a short question has, and some at least."""
        return max(_LEAST, min(_ENOUGH, sum(worth for _, worth in self.pairs)))


def recalled(words: str, year: str, place: str | None, question: str) -> Recalled:
    """What to look for.

    Args:
        words: the words of the question that speak of the measures.
        year: the year it names, or nothing.
        place: the place it names.
        question: all of it, for the publisher.
    """
    pairs = tuple((pair, bits(pair)) for pair in sorted(set(pairs_of(words))))
    return Recalled(pairs, year, place, publishers_in(question))


def publishers_in(question: str) -> tuple[str, ...]:
    """The names of the publisher that a question speaks of."""
    for names in tables()["said"]["publishers"]:
        if any(name in question for name in names):
            return tuple(names)
    return ()


def likeliest(
    texts: Iterable[tuple[str, date, str, str]], wanted: Recalled
) -> list[tuple[int, str]]:
    """The releases one of whose paragraphs shares most with a question, with how much that is.

    Args:
        texts: the id, the day, the title and the text of each release.
        wanted: what is looked for.
    """
    scores = []
    for name, day, title, text in texts:
        known = [(pair, worth) for pair, worth in wanted.pairs if pair in text]
        if sum(worth for _, worth in known) < wanted.enough:
            continue
        best = max(sum(worth for pair, worth in known if pair in line) for line in text.split("\n"))
        bonus = _BONUS if any(name in title for name in wanted.publishers) else 0
        of_year = _BONUS if str(day.year) == wanted.year else 0
        scores.append((best + bonus + of_year, name))
    return sorted(scores, key=lambda score: -score[0])[:_LOOKED_AT]


def ranked(found: list[tuple[int, Promise]], wanted: Recalled) -> list[tuple[int, Promise]]:
    """Measures with what they share with a question, the best first, those of the one asked of."""
    found = _of_publisher(found, wanted)
    return sorted(found, key=lambda item: (-item[0], item[1].region is not None))


def scored(readings: Iterable[Reading], wanted: Recalled) -> list[tuple[int, Promise]]:
    """The measures of some releases that share enough with a question, with how much they share."""
    found: list[tuple[int, Promise]] = []
    for reading in readings:
        release = reading.release
        text = release.text.upper()
        if len(text) != len(release.text):  # ß and its like grow
            text = release.text
        known = [(pair, worth) for pair, worth in wanted.pairs if pair in text]
        if sum(worth for _, worth in known) < wanted.enough:
            continue
        scores = _scores(reading, text, known, wanted)
        kept = tuple(made for made in reading.commitments if made.span.start in scores)
        for promise in promises_of(replace(reading, commitments=kept)):
            if wanted.place is None or promise.region == wanted.place:
                found.append((scores[promise.commitment.span.start], promise))
    return found


def _of_publisher(found: list[tuple[int, Promise]], wanted: Recalled) -> list[tuple[int, Promise]]:
    """Only the measures of the one who is asked about, where there are any; no province's else."""
    if not wanted.publishers:
        return found
    own = [
        (score, made)
        for score, made in found
        if any(name in f"{made.title}{made.publisher or ''}" for name in wanted.publishers)
    ]
    return own or [(score, made) for score, made in found if made.region is None]


def _scores(
    reading: Reading, text: str, known: list[tuple[str, int]], wanted: Recalled
) -> dict[int, int]:
    """What each measure shares with the question, by its start; half for its paragraph."""
    release = reading.release
    of_year = not wanted.year or str(release.published.year) == wanted.year
    about = f"{release.title}{release.publisher or ''}"
    bonus = _BONUS if any(name in about for name in wanted.publishers) else 0
    begin, end, around = 0, 0, 0
    scores: dict[int, int] = {}
    for made in reading.commitments:
        if not of_year and not _is_due(made, wanted.year):
            continue
        if not begin <= made.span.start < end:
            begin, end = _line(text, made.span.start)
            line = text[begin:end]
            around = sum(worth for pair, worth in known if pair in line)
        if not around or around + bonus < wanted.enough:
            continue
        clause = text[made.span.start : made.span.end]
        shared = sum(worth for pair, worth in known if pair in clause)
        score = shared + (around - shared) // 2 + bonus
        if score >= wanted.enough:
            scores[made.span.start] = score
    return scores


def _is_due(made: Commitment, year: str) -> bool:
    return made.deadline is not None and made.deadline.startswith(year)


def _line(text: str, at: int) -> tuple[int, int]:
    """Where the paragraph around a place starts and ends."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)
