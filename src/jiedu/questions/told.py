"""What a kind of question gives back: an answer, before the gate, or why there is none."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from jiedu.model import Entry, Promise, Source


class Told(NamedTuple):
    """An answer before the gate.

    Attributes:
        text: the sentence.
        value: the figure that answers, in base units, or ``None``.
        unit: its unit.
        observations: the figures it rests on.
        commitments: the measures it rests on.
        entries: measures with what became of them.
        fields: what may stand in the text as it is, beside what is cited.
    """

    text: str
    value: Decimal | None = None
    unit: str | None = None
    observations: tuple[Source, ...] = ()
    commitments: tuple[Promise, ...] = ()
    entries: tuple[Entry, ...] = ()
    fields: tuple[str, ...] = ()


class Unknown(NamedTuple):
    """Why there is no answer.

    Attributes:
        key: the phrase that says it (`words.toml`).
        what: the word that the phrase speaks of.
        near: figures that come near, the nearest first; others are looked for where there is none.
    """

    key: str
    what: str = ""
    near: tuple[Source, ...] = ()
