"""What a release tells, in words that hold for any release and year."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue.wording import wordings
from jiedu.comparison import words
from jiedu.comparison.periods import Shape, basis_of, lag, shape_of
from jiedu.model import Bound, Observation, Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from jiedu.model import Release

_SHORTEST = 4  # characters of a name that tells a thing by itself


class Figure(NamedTuple):
    """One thing that a release tells, once for each period.

    Attributes:
        key: what tells the thing, in words that hold for any release and year.
        told: the figure as it is told first.
        shape: its period's shape.
        lag: the months from its release to the end of its period.
        vague: whether its name tells no thing.
        place: how far down the release it stands, from 0 to 1.
    """

    key: tuple[str, ...]
    told: Observation
    shape: Shape
    lag: int
    vague: bool
    place: float


def name_of(found: Observation) -> str:
    """What tells an indicator: the catalogue's id, else its name without what narrows nothing."""
    if found.indicator_id is not None:
        return found.indicator_id
    name = words.fillers().sub("", words.figure_leads().sub("", found.indicator))
    return list(wordings(name or found.indicator))[-1]


def unit_of(found: Observation) -> str:
    """The unit by which figures are told apart: words that only count are one."""
    if found.unit == "倍":
        return "%"
    return "个" if found.unit in words.counters() else found.unit


def _key(found: Observation, home: str | None) -> tuple[str, ...]:
    region = "" if found.region in {None, home} else str(found.region)
    basis = basis_of(found.basis, found.period)
    status = "actual" if found.status is Status.ACTUAL else "goal"
    return (name_of(found), found.measure.value, unit_of(found), region, basis, status)


def told_of(release: Release, figures: Sequence[Observation]) -> list[Figure]:
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
            _is_vague(found, values[key]),
            found.span.start / length,
        )
        for key, found in first.items()
    ]


def _is_vague(found: Observation, values: set[Decimal]) -> bool:
    """Whether a name is nobody's: 满意率, or one under which a release tells several values."""
    if found.indicator_id is not None:
        return False
    return len(values) > 1 or len(found.indicator) < _SHORTEST
