"""A comparison sorted into what a reader looks at one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.errors import InputError
from jiedu.model import (
    Change,
    FigureChange,
    MeasureChange,
    NameChange,
    PhraseChange,
    SentenceChange,
    Status,
)

if TYPE_CHECKING:
    from jiedu.model import (
        Comparison,
        Release,
    )


class Moves(NamedTuple):
    """Figures by what became of them, each list with the heaviest first.

    Attributes:
        changed: told in both, not the same.
        gone: told before only.
        new: told now only.
        same: told in both, and the same.
    """

    changed: tuple[FigureChange, ...]
    gone: tuple[FigureChange, ...]
    new: tuple[FigureChange, ...]
    same: tuple[FigureChange, ...]


class Parts(NamedTuple):
    """The lists of a comparison, each with the heaviest first.

    Attributes:
        goals: figures that are to be reached or expected.
        facts: figures that were.
        continued: measures that go on.
        new_measures: measures that only the newer release has.
        dropped: measures that only the older one has.
        named: programmes that appear.
        unnamed: programmes that vanish.
        grown: phrases that the newer release says oftener.
        faded: phrases that it says less.
        reworded: sentences in other words.
        added: sentences that only the newer release has.
        left_out: sentences that only the older one has.
    """

    goals: Moves
    facts: Moves
    continued: tuple[MeasureChange, ...]
    new_measures: tuple[MeasureChange, ...]
    dropped: tuple[MeasureChange, ...]
    named: tuple[NameChange, ...]
    unnamed: tuple[NameChange, ...]
    grown: tuple[PhraseChange, ...]
    faded: tuple[PhraseChange, ...]
    reworded: tuple[SentenceChange, ...]
    added: tuple[SentenceChange, ...]
    left_out: tuple[SentenceChange, ...]

    @property
    def any(self) -> bool:
        """Whether anything differs between the two."""
        same = sum(len(moves.same) for moves in (self.goals, self.facts))
        told = sum(len(some) for moves in (self.goals, self.facts) for some in moves)
        return told > same or any(self[2:])


def parts_of(found: Comparison) -> Parts:
    """The lists of a comparison."""
    goals = tuple(item for item in found.figures if item.told.status is not Status.ACTUAL)
    facts = tuple(item for item in found.figures if item.told.status is Status.ACTUAL)
    grown = tuple(item for item in found.phrases if item.new_count > item.old_count)
    faded = tuple(item for item in found.phrases if item.new_count <= item.old_count)
    measures, names, sentences = found.measures, found.programmes, found.sentences
    return Parts(
        _moves(goals),
        _moves(facts),
        tuple(item for item in measures if item.change is Change.CHANGED),
        tuple(item for item in measures if item.change is Change.NEW),
        tuple(item for item in measures if item.change is Change.GONE),
        tuple(item for item in names if item.change is Change.NEW),
        tuple(item for item in names if item.change is Change.GONE),
        grown,
        faded,
        tuple(item for item in sentences if item.change is Change.CHANGED),
        tuple(item for item in sentences if item.change is Change.NEW),
        tuple(item for item in sentences if item.change is Change.GONE),
    )


def is_swapped(one: Release, two: Release) -> bool:
    """Whether the second of two releases is the older one.

    Raises:
        InputError: where both have the same text.
    """
    if one.sha256 == two.sha256:
        raise InputError(
            f"{one.id} and {two.id} have the same text",
            hint="name two different releases",
        )
    return two.published < one.published


def _moves(items: tuple[FigureChange, ...]) -> Moves:
    def became(change: Change) -> tuple[FigureChange, ...]:
        return tuple(item for item in items if item.change is change)

    return Moves(
        became(Change.CHANGED), became(Change.GONE), became(Change.NEW), became(Change.SAME)
    )
