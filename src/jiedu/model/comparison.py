"""Two releases side by side: what moved, what is new, what is gone."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from jiedu.model.commitment import Commitment
from jiedu.model.observation import Observation
from jiedu.model.release import Release
from jiedu.model.span import Span


class Change(StrEnum):
    """What became of a thing between the older release and the newer one."""

    CHANGED = "changed"
    SAME = "same"
    NEW = "new"
    GONE = "gone"


class Shift(StrEnum):
    """Whether a measure is worded more or less strongly than before."""

    STRONGER = "stronger"
    WEAKER = "weaker"
    NONE = ""


def _change(old: object, new: object, *, same: bool) -> Change:
    if old is None:
        return Change.NEW
    if new is None:
        return Change.GONE
    return Change.SAME if same else Change.CHANGED


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One indicator in both releases, or in one of them.

    Attributes:
        old: the older release's figure, or ``None``.
        new: the newer release's figure, or ``None``.
        difference: new minus old, in ``unit``; ``None`` where it says nothing: one figure
            only, or amounts accumulated over spans of different length.
        unit: the difference's unit: ``pp`` between percentages, else the figures' own.
        relative: the difference in per cent of the old value, for amounts.
        weight: how much it matters; the heaviest comes first.
    """

    old: Observation | None
    new: Observation | None
    difference: Decimal | None = None
    unit: str = ""
    relative: Decimal | None = None
    weight: float = 0.0

    @property
    def told(self) -> Observation:
        """The newer one, or the older one where there is no newer."""
        told = self.new or self.old
        assert told is not None
        return told

    @property
    def change(self) -> Change:
        """What became of it."""
        if self.old is None or self.new is None:
            return _change(self.old, self.new, same=False)
        same = self.difference == 0 and self.old.bound is self.new.bound
        return _change(self.old, self.new, same=same)


@dataclass(frozen=True, slots=True)
class MeasureChange:
    """One measure in both releases, in other words perhaps, or in one of them.

    Attributes:
        old: the older release's measure, or ``None``.
        new: the newer release's measure, or ``None``.
        likeness: how alike the two are, from 0 to 1.
        shift: whether the newer wording is stronger or weaker.
        old_degrees: the older one's words that say how hard it is worked on.
        new_degrees: the newer one's.
        targets: its goals, old against new.
        weight: how much it matters; the heaviest comes first.
    """

    old: Commitment | None
    new: Commitment | None
    likeness: float = 0.0
    shift: Shift = Shift.NONE
    old_degrees: tuple[str, ...] = ()
    new_degrees: tuple[str, ...] = ()
    targets: tuple[FigureChange, ...] = ()
    weight: float = 0.0

    @property
    def told(self) -> Commitment:
        """The newer one, or the older one where there is no newer."""
        told = self.new or self.old
        assert told is not None
        return told

    @property
    def change(self) -> Change:
        """What became of it; a measure that goes on is never the same to the letter."""
        return _change(self.old, self.new, same=False)


@dataclass(frozen=True, slots=True)
class NameChange:
    """The name of a programme that only one of the releases says.

    Attributes:
        name: as that release writes it.
        key: the catalogue's key, where it knows the programme.
        old: where the older release says it first, or ``None``.
        new: where the newer release says it first, or ``None``.
        count: how often.
        weight: how much it matters; the heaviest comes first.
    """

    name: str
    key: str | None
    old: Span | None
    new: Span | None
    count: int
    weight: float = 0.0

    @property
    def change(self) -> Change:
        """What became of it."""
        return _change(self.old, self.new, same=True)


@dataclass(frozen=True, slots=True)
class PhraseChange:
    """A phrase that only one of the releases says, or one says far more often.

    Attributes:
        phrase: the words.
        old: where the older release says it first, or ``None``.
        new: where the newer release says it first, or ``None``.
        old_count: how often the older release says it.
        new_count: how often the newer release says it.
        weight: how much it matters; the heaviest comes first.
    """

    phrase: str
    old: Span | None
    new: Span | None
    old_count: int
    new_count: int
    weight: float = 0.0

    @property
    def change(self) -> Change:
        """What became of it."""
        return _change(self.old, self.new, same=False)


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """A sentence that was reworded, added or left out.

    Attributes:
        old: the older release's sentence, or ``None``.
        new: the newer release's sentence, or ``None``.
        likeness: how alike the two are, from 0 to 1.
        weight: how much it matters; the heaviest comes first.
    """

    old: Span | None
    new: Span | None
    likeness: float = 0.0
    weight: float = 0.0

    @property
    def change(self) -> Change:
        """What became of it."""
        return _change(self.old, self.new, same=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two releases of one kind, each list with the heaviest first.

    Attributes:
        old: the release that was published first.
        new: the later one.
        figures: what moved, what stayed, what only one of them tells.
        measures: what goes on, what is new, what is dropped.
        programmes: the names that appear or vanish.
        phrases: wording that was added or is gone.
        sentences: sentences that were reworded, added or left out; those that say the same
            with other figures are not listed.
    """

    old: Release
    new: Release
    figures: tuple[FigureChange, ...]
    measures: tuple[MeasureChange, ...]
    programmes: tuple[NameChange, ...]
    phrases: tuple[PhraseChange, ...]
    sentences: tuple[SentenceChange, ...]
