"""What is reported of a source that is watched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jiedu.model.finding import Finding
from jiedu.model.ledger import Promise
from jiedu.model.outcome import Outcome
from jiedu.model.record import Record


class NoticeKind(StrEnum):
    """What is reported."""

    FIGURE = "figure"
    """A figure of a period that nobody told before."""
    REVISION = "revision"
    """A figure restated with another value."""
    CONTRADICTION = "contradiction"
    """A claim that cannot be, by what the text or earlier ones say."""
    MEASURE = "measure"
    """A measure that is announced."""
    OUTCOME = "outcome"
    """A measure of which it is known now what became."""
    DUE = "due"
    """A measure that is due soon."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to report; the fields that are not of its kind are ``None``.

    Attributes:
        kind: what it is.
        release: the id of the release that says it, or that announced the measure.
        published: when that was published.
        title: its title.
        url: where it stands, where known.
        figure: the figure of a ``figure``.
        before: what was known last of the same thing, where it was told before.
        finding: of a ``revision`` or a ``contradiction``.
        promise: the measure of a ``measure``, an ``outcome`` or one that is ``due``.
        outcome: what became of it.
        due: the day that a ``due`` measure is due by.
    """

    kind: NoticeKind
    release: str
    published: date
    title: str
    url: str | None = None
    figure: Record | None = None
    before: Record | None = None
    finding: Finding | None = None
    promise: Promise | None = None
    outcome: Outcome | None = None
    due: date | None = None
