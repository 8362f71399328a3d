"""Two releases' figures: which are of the same thing, and how far they moved."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from jiedu.comparison.moves import moved
from jiedu.comparison.pairing import best_pairs
from jiedu.comparison.periods import Form
from jiedu.comparison.telling import told_of, unit_of
from jiedu.model import FigureChange, Measure, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jiedu.comparison.telling import Figure
    from jiedu.model import Observation, Release

_NEAR = 6  # months that two periods may lie apart, each seen from its release
_FAR = 1_000.0
_RESTATED = 4.0  # the same period a second time: what the newer release is about comes first
_ALIKE = {Form.DAY, Form.CUMULATED}  # a stock at the year's end, told as the day or as the year
_HELD = {Measure.LEVEL, Measure.SHARE, Measure.RANK}


def compare_figures(
    old: Release,
    old_figures: Sequence[Observation],
    new: Release,
    new_figures: Sequence[Observation],
) -> tuple[FigureChange, ...]:
    """The figures of two releases side by side, the heaviest first.

    A figure's fellow has the same indicator (the catalogue's id, else the name in plain form),
    measure, unit, region, kind of basis and status, and a period of the same kind that lies as
    far from the day of its release (2022-01/2022-06 and 2023-01/2023-06), or the same period.

    Args:
        old: the older release.
        old_figures: its figures.
        new: the newer release.
        new_figures: its figures.
    """
    lefts, rights = told_of(old, old_figures), told_of(new, new_figures)
    changes: list[FigureChange] = []
    for far in (_near, _other_form):
        for left, right in _paired(lefts, rights, far):
            lefts.remove(left)
            rights.remove(right)
            changes.append(moved(left.told, right.told, min(left.place, right.place)))
    changes += [moved(left.told, None, left.place) for left in lefts]
    changes += [moved(None, right.told, right.place) for right in rights]
    return tuple(sorted(changes, key=_order))


def compare_targets(
    old: Release,
    old_goals: Sequence[Observation],
    new: Release,
    new_goals: Sequence[Observation],
) -> tuple[FigureChange, ...]:
    """The goals of one measure in two releases; a single one in each needs no common name."""
    if len(old_goals) == len(new_goals) == 1:
        one, two = old_goals[0], new_goals[0]
        amounts = {one.measure, two.measure} <= {Measure.LEVEL, Measure.LEVEL_CHANGE}
        if (amounts or one.measure is two.measure) and unit_of(one) == unit_of(two):
            return (moved(one, two, 0.0),)
    return compare_figures(old, old_goals, new, new_goals)


def _order(change: FigureChange) -> tuple[float, int]:
    return -change.weight, change.told.span.start


def _paired(
    lefts: Sequence[Figure],
    rights: Sequence[Figure],
    far: Callable[[Figure, Figure], float],
) -> list[tuple[Figure, Figure]]:
    """The pairs whose periods lie nearest to each other."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, right in enumerate(rights):
        places[right.key].append(at)
    scores = {
        (left, right): 1 / (1 + cost)
        for left, item in enumerate(lefts)
        for right in places.get(item.key, ())
        if (cost := far(item, rights[right])) < _FAR
    }
    return [(lefts[left], rights[right]) for left, right in best_pairs(scores)]


def _near(left: Figure, right: Figure) -> float:
    """How far two periods of one kind are from being each other's, `_FAR` where they do not fit.

    0 for the same one seen from the same distance, 1 for one shifted as the releases are.
    """
    if left.vague or right.vague or left.shape.form is not right.shape.form:
        return _FAR
    if left.told.period == right.told.period:
        return _RESTATED if left.lag != right.lag else 0
    apart = abs(left.lag - right.lag)
    longer = abs(left.shape.length - right.shape.length)
    if left.shape.form in {Form.SPAN, Form.DAYS} and longer:
        return _FAR
    goal = left.told.status is not Status.ACTUAL
    return 1 + longer / 4 + 2 * apart if apart <= _NEAR or goal else _FAR


def _other_form(left: Figure, right: Figure) -> float:
    """The same for periods of other kinds that may still be of one thing."""
    if left.vague or right.vague or left.told.measure not in _HELD:
        return _FAR
    forms = {left.shape.form, right.shape.form}
    if Form.NONE in forms or forms == _ALIKE:
        return 1
    return _FAR
