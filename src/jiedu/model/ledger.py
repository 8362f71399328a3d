"""The ledger of measures: what was promised, by whom, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jiedu.model.commitment import Commitment
from jiedu.model.observation import Observation
from jiedu.model.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment with its release, as far as what became of it depends on that.

    Attributes:
        release: the id of the release that announces it.
        published: when that was published.
        title: its title.
        publisher: who published it.
        region: the province or city it is of, ``None`` for the country.
        commitment: the measure.
        text: its clause.
        sentence: the sentence it stands in.
        goals: the figures to reach that stand in the clause.
    """

    release: str
    published: date
    title: str
    publisher: str | None
    region: str | None
    commitment: Commitment
    text: str
    sentence: str
    goals: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A promise and its outcomes: one for each of its goals, or one for the whole."""

    promise: Promise
    outcomes: tuple[Outcome, ...]
