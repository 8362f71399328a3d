"""What every section of a briefing needs: the material, the words, the notes, how much is told."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from jiedu.briefings.composing.citing import Notes
from jiedu.briefings.composing.history import History
from jiedu.briefings.naming import figure_name
from jiedu.model import Language, Material, Words, WordsKind

if TYPE_CHECKING:
    from jiedu.model import Observation, Release


class Limits(NamedTuple):
    """How many of each are told, the most important first.

    Attributes:
        figures: headline figures.
        each: of them, of one indicator.
        pictures: charts.
        explained: answers, points or sentences.
        quotes: of each of these.
        measures: rows of the table of measures.
        answered: earlier measures that the release answers.
        checks: contradictions.
        watched: measures that are to be watched.
        words: code points that a quotation keeps, about.
    """

    figures: int
    each: int
    pictures: int
    explained: int
    quotes: int
    measures: int
    answered: int
    checks: int
    watched: int
    words: int


TWO_PAGES = Limits(8, 2, 2, 8, 3, 9, 3, 3, 4, 30)
"""What two pages hold."""

FULL = Limits(80, 20, 4, 60, 12, 200, 30, 50, 40, 200)
"""What a long briefing holds."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The circumstances of a briefing.

    Attributes:
        material: what it is made from.
        language: of everything but quotations.
        words: the table of words in that language.
        notes: the notes so far, which sections add to.
        history: the figures of earlier releases.
        limits: how much is told.
        tables: the captions so far.
    """

    material: Material
    language: Language
    words: dict[str, Any]
    notes: Notes
    history: History
    limits: Limits
    tables: list[str] = field(default_factory=list)

    @property
    def release(self) -> Release:
        """The release it is of."""
        return self.material.reading.release

    def say(self, key: str, **fields: object) -> str:
        """Words of the table with their blanks filled."""
        return str(self.words[key]).format(**fields)

    def name(self, found: Observation) -> str:
        """The full name of a figure; the region of the release itself goes without saying."""
        home = found.region == self.release.region
        return figure_name(replace(found, region=None) if home else found, self.language)

    def table(self, key: str) -> str:
        """The caption of the next table, with its number."""
        self.tables.append(key)
        return self.say(key, number=len(self.tables))


def text(words: str, *notes: int) -> Words:
    """Words that are names or of the briefing itself."""
    return Words(words, WordsKind.TEXT, notes)


def strong(words: str) -> Words:
    """The same, emphasised."""
    return Words(words, WordsKind.STRONG)


def count(words: str) -> Words:
    """A sentence that tells how many things there are."""
    return Words(words, WordsKind.COUNT)


def period(words: str) -> Words:
    """A time."""
    return Words(words, WordsKind.PERIOD)
