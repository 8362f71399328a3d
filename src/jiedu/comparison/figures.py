"""Two releases' figures: which are of the same thing, and how far they moved."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue.wording import wordings
from jiedu.comparison import words
from jiedu.comparison.moves import moved
from jiedu.comparison.pairing import best_pairs
from jiedu.comparison.periods import Form, Shape, basis_of, lag, shape_of
from jiedu.model import Bound, FigureChange, Measure, Observation, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from jiedu.model import Release

_NEAR = 6  # months that two periods may lie apart, each seen from its release
_FAR = 1_000
_ALIKE = {Form.DAY, Form.CUMULATED}  # a stock at the year's end, told as the day or as the year
_HELD = {Measure.LEVEL, Measure.SHARE, Measure.RANK}


class Figure(NamedTuple):
    """One thing that a release tells, once for each period.

    Attributes:
        key: what tells the thing, in words that hold for any release and year.
        told: the figure as it is told first.
        shape: its period's shape.
        lag: the months from its release to the end of its period.
        vague: whether the release tells several values under this name, which so is none.
        place: how far down the release it stands, from 0 to 1.
    """

    key: tuple[str, ...]
    told: Observation
    shape: Shape
    lag: int
    vague: bool
    place: float


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
    lefts, rights = _told(old, old_figures), _told(new, new_figures)
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
        if (amounts or one.measure is two.measure) and _unit(one) == _unit(two):
            return (moved(one, two, 0.0),)
    return compare_figures(old, old_goals, new, new_goals)


def _order(change: FigureChange) -> tuple[float, int]:
    return -change.weight, change.told.span.start


def name_of(found: Observation) -> str:
    """What tells an indicator: the catalogue's id, else its name without what narrows nothing."""
    if found.indicator_id is not None:
        return found.indicator_id
    name = words.fillers().sub("", words.figure_leads().sub("", found.indicator))
    return list(wordings(name or found.indicator))[-1]


def _unit(found: Observation) -> str:
    if found.unit == "倍":
        return "%"
    return "个" if found.unit in words.counters() else found.unit


def _key(found: Observation, home: str | None) -> tuple[str, ...]:
    region = "" if found.region in {None, home} else str(found.region)
    basis = basis_of(found.basis, found.period)
    status = "actual" if found.status is Status.ACTUAL else "goal"
    return (name_of(found), found.measure.value, _unit(found), region, basis, status)


def _told(release: Release, figures: Sequence[Observation]) -> list[Figure]:
    """Each thing once a period, as it is told first; 突破25万亿元 only where nothing is exact."""
    first: dict[tuple[str, ...], Observation] = {}
    values: dict[tuple[str, ...], set[Decimal]] = defaultdict(set)
    for found in figures:
        key = (*_key(found, release.region), found.period or "")
        known = first.setdefault(key, found)
        if found.bound is Bound.EXACT and known.bound is not Bound.EXACT:
            first[key] = found
        values[key].add(found.value)
    length = max(len(release.text), 1)
    return [
        Figure(
            key[:-1],
            found,
            shape := shape_of(found.period),
            lag(shape, release.published),
            found.indicator_id is None and len(values[key]) > 1,
            found.span.start / length,
        )
        for key, found in first.items()
    ]


def _paired(
    lefts: Sequence[Figure],
    rights: Sequence[Figure],
    far: Callable[[Figure, Figure], int],
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


def _near(left: Figure, right: Figure) -> int:
    """How far apart two periods of one kind lie, in months; `_FAR` where they do not fit."""
    if left.vague or right.vague or left.shape.form is not right.shape.form:
        return _FAR
    if left.told.period == right.told.period:
        return 1
    apart = abs(left.lag - right.lag)
    longer = abs(left.shape.length - right.shape.length)
    if left.shape.form in {Form.SPAN, Form.DAYS} and longer:
        return _FAR
    goal = left.told.status is not Status.ACTUAL
    return 2 * longer + 2 * apart if apart <= _NEAR or goal else _FAR


def _other_form(left: Figure, right: Figure) -> int:
    """The same for periods of other kinds that may still be of one thing."""
    if left.vague or right.vague or left.told.measure not in _HELD:
        return _FAR
    forms = {left.shape.form, right.shape.form}
    if Form.NONE in forms or forms == _ALIKE:
        return 1
    return _FAR
