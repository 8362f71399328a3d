"""A question and what the store answers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jiedu.model.finding import Source
from jiedu.model.ledger import Entry, Promise


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it was understood, part by part, in words of its language.

    Attributes:
        kind: what it wants: a figure, the latest, a comparison.
        indicators: what it is of, ``?`` where nothing is named.
        measure: level, growth, share.
        places: of which place or places.
        times: of which times, ``—`` where it names none.
        unit: the unit it asks for, empty where it asks for none.
        known: by which day it must have been published, empty where it does not say.
    """

    kind: str
    indicators: str
    measure: str
    places: str
    times: str
    unit: str = ""
    known: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gets.

    Attributes:
        question: as it was asked.
        answer: a sentence, or ``None`` where the store does not know.
        value: the figure that answers, in base units, or ``None``.
        unit: its unit.
        observations: the figures it rests on.
        commitments: the measures it rests on.
        reason: how the question was understood, and why there is no answer where there is none.
        understood: how it was understood, alone; ``reason`` begins with it.
        nearest: the figure that comes nearest where there is no answer, alone; ``reason`` ends so.
        entries: those of the measures of which it says what became of them, with their outcomes.
        assisted: which words of the question a model took for what, empty where none helped.
        query: ``understood`` part by part.
        near: the figure that ``nearest`` tells.
    """

    question: str
    answer: str | None
    value: Decimal | None
    unit: str | None
    observations: tuple[Source, ...]
    commitments: tuple[Promise, ...]
    reason: str
    entries: tuple[Entry, ...] = ()
    understood: str = ""
    nearest: str = ""
    assisted: str = ""
    query: Understood | None = None
    near: Source | None = None
