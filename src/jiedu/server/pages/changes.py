"""Changes between two releases as rows of a page, each with links to both sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from jiedu.briefings import figure_name, period_words, region_name, value_words
from jiedu.briefings.composing.values import amount_words
from jiedu.briefings.magnitudes import grouped, rounded, scale_of
from jiedu.comparison import Reworded, reworded
from jiedu.model import Bound, Shift, Span

if TYPE_CHECKING:
    from decimal import Decimal

    from jiedu.model import (
        Commitment,
        Comparison,
        FigureChange,
        Language,
        MeasureChange,
        Observation,
        Release,
        SentenceChange,
    )

_DIGITS = 8  # a difference with more is rounded, and says so


class Place(NamedTuple):
    """Some words of a release, with where they stand.

    Attributes:
        release: its id.
        span: the characters.
        words: what is shown of them.
        period: of a figure, in words; with its region where the other one has another.
    """

    release: str
    span: Span
    words: str
    period: str = ""


class FigureRow(NamedTuple):
    """A figure in both releases, or in one.

    Attributes:
        name: in the page's language.
        foreign: whether the name is in the words of the release.
        old: the older figure.
        new: the newer figure.
        difference: in words, empty where there is none.
        relative: in per cent of the old value, in words.
    """

    name: str
    foreign: bool
    old: Place | None
    new: Place | None
    difference: str
    relative: str


class MeasureRow(NamedTuple):
    """A measure in both releases, or in one.

    Attributes:
        old: the older wording.
        new: the newer wording.
        words: both wordings in one, where it goes on.
        shift: whether it is worded more or less strongly.
        old_degrees: the older words that say how hard it is worked on.
        new_degrees: the newer ones.
        goals: its goals, old against new.
        deadline: by when, in words, of the newer one.
    """

    old: Place | None
    new: Place | None
    words: tuple[Reworded, ...]
    shift: Shift
    old_degrees: str
    new_degrees: str
    goals: tuple[FigureRow, ...]
    deadline: str


class WordsRow(NamedTuple):
    """A name, a phrase or a sentence in both releases, or in one.

    Attributes:
        old: where the older one says it first.
        new: where the newer one says it first.
        words: both wordings in one, of a sentence that was reworded.
        old_count: how often the older one says it.
        new_count: how often the newer one does.
    """

    old: Place | None
    new: Place | None
    words: tuple[Reworded, ...] = ()
    old_count: int = 0
    new_count: int = 0


def figure_row(change: FigureChange, found: Comparison, language: Language) -> FigureRow:
    """A figure that moved, stayed, came or went."""
    told, old, new = change.told, change.old, change.new
    apart = old is not None and new is not None and old.region != new.region
    name = figure_name(replace(told, region=None) if apart else told, language)
    return FigureRow(
        name,
        told.indicator_id is None,
        _figure(old, found.old, language, apart=apart),
        _figure(new, found.new, language, apart=apart),
        _difference(change, language),
        _relative(change),
    )


def measure_row(change: MeasureChange, found: Comparison, language: Language) -> MeasureRow:
    """A measure that goes on, came or went."""
    old, new = _measure(change.old, found.old), _measure(change.new, found.new)
    comma = "、"
    return MeasureRow(
        old,
        new,
        tuple(reworded(old.words, new.words)) if old and new else (),
        change.shift,
        comma.join(change.old_degrees),
        comma.join(change.new_degrees),
        tuple(figure_row(goal, found, language) for goal in change.targets),
        period_words(change.told.deadline, language),
    )


def sentence_row(change: SentenceChange, found: Comparison) -> WordsRow:
    """A sentence that was reworded, added or left out."""
    old, new = place(change.old, found.old), place(change.new, found.new)
    return WordsRow(old, new, tuple(reworded(old.words, new.words)) if old and new else ())


def place(span: Span | None, release: Release) -> Place | None:
    """Some characters of a release with their words on one line."""
    if span is None:
        return None
    return Place(release.id, span, span.of(release.text).replace("\n", " "))


def _figure(
    found: Observation | None, release: Release, language: Language, *, apart: bool
) -> Place | None:
    """A figure; two of two provinces each say of which."""
    if found is None:
        return None
    where = region_name(found.region, language) if apart else ""
    when = " ".join(filter(None, (where, period_words(found.period, language))))
    return Place(release.id, found.span, value_words(found, language), when)


def _measure(found: Commitment | None, release: Release) -> Place | None:
    return place(found.span, release) if found is not None else None


def _relative(change: FigureChange) -> str:
    if change.relative is None:
        return ""
    sign = "" if _is_exact(change) else "≈ "
    return f"{sign}{change.relative:+.1f}%".replace("-", "−")


def _is_exact(change: FigureChange) -> bool:
    return all(one is None or one.bound is Bound.EXACT for one in (change.old, change.new))


def _difference(change: FigureChange, language: Language) -> str:
    """What it moved by; a difference of figures that are not exact says so."""
    value = change.difference
    if value is None or change.old is None or change.new is None:
        return ""
    sign = "+" if value > 0 else ""
    exact = _is_exact(change)
    if len(value.normalize().as_tuple().digits) > _DIGITS:
        return f"≈ {sign}{_short(value, change.unit, language)}"
    return f"{'' if exact else '≈ '}{sign}{amount_words(value, change.unit, language)}"


def _short(value: Decimal, unit: str, language: Language) -> str:
    scale = scale_of([value], unit, language)
    number = grouped(rounded(scale.of(value))).replace("-", "−")
    return f"{number}{scale.unit}"
