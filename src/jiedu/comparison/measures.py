"""Two releases' measures: which go on, perhaps in other words, which are new, which are gone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from jiedu.comparison.bare import bare
from jiedu.comparison.degrees import degrees_of, shift_of
from jiedu.comparison.figures import compare_targets
from jiedu.comparison.likeness import bag_of, candidates
from jiedu.comparison.pairing import best_pairs
from jiedu.comparison.rarity import weight_of
from jiedu.comparison.sameness import likeness, told_of
from jiedu.model import Change, Commitment, MeasureChange, Shift

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiedu.comparison.sameness import Told
    from jiedu.model import Observation, Reading

_LEAST = 0.61  # chosen on the measures of provincial work reports, see docs/diff.md
_LIST = 60.0  # bits of an object that says a great deal


def compare_measures(old: Reading, new: Reading) -> tuple[MeasureChange, ...]:
    """The measures of two releases side by side, the heaviest first.

    Each goes on in at most one of the other release; the pairs are the best as a whole. Two are
    one where they run the same programme, or where nearly the same is done to nearly the same
    thing; what is merely near stands as new and as gone.

    Args:
        old: the older release.
        new: the newer one.
    """
    lefts = [told_of(found, old.release.text) for found in old.commitments]
    rights = [told_of(found, new.release.text) for found in new.commitments]
    near = set(candidates([item.bag for item in lefts], [item.bag for item in rights]))
    near.update(_named_alike(lefts, rights))
    scores = {
        (left, right): score
        for left, right in near
        if (score := likeness(lefts[left], rights[right])) >= _LEAST
    }
    pairs = best_pairs(scores)
    changes = [
        _continued(old, new, old.commitments[left], new.commitments[right], scores[left, right])
        for left, right in pairs
    ]
    kept_left, kept_right = {left for left, _ in pairs}, {right for _, right in pairs}
    changes += [
        MeasureChange(found, None, weight=_standing(found))
        for at, found in enumerate(old.commitments)
        if at not in kept_left
    ]
    changes += [
        MeasureChange(None, found, weight=_standing(found))
        for at, found in enumerate(new.commitments)
        if at not in kept_right
    ]
    return tuple(sorted(changes, key=_order))


def _order(change: MeasureChange) -> tuple[float, int]:
    return -change.weight, change.told.span.start


def _named_alike(lefts: Sequence[Told], rights: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """The pairs that run one programme, or are the same to the letter but for numbers."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, item in enumerate(rights):
        for name in _names(item):
            places[name].append(at)
    for left, item in enumerate(lefts):
        for name in _names(item):
            for right in places.get(name, ()):
                yield left, right


def _names(item: Told) -> set[str]:
    return {item.wording} | ({item.instrument} if item.instrument is not None else set())


def _continued(
    old: Reading, new: Reading, left: Commitment, right: Commitment, score: float
) -> MeasureChange:
    olds, news = degrees_of(left), degrees_of(right)
    shift = shift_of(olds, news)
    targets = compare_targets(old.release, _goals(old, left), new.release, _goals(new, right))
    weight = max(_standing(left), _standing(right))
    weight += any(target.change is Change.CHANGED for target in targets)
    weight *= 1.0 if shift is Shift.NONE else 1.5
    return MeasureChange(left, right, score, shift, olds, news, targets, weight)


def _goals(reading: Reading, found: Commitment) -> list[Observation]:
    starts = set(found.targets)
    return [goal for goal in reading.observations if goal.span.start in starts]


def _standing(found: Commitment) -> float:
    """What a measure weighs by itself: goals, programmes and dates first, slogans last."""
    bag = bag_of(bare(found.object))
    weight = weight_of(bare(found.object)) / 10 + min(sum(bag.values()) / _LIST, 1.0)
    weight += 0.8 * bool(found.targets) + 0.8 * bool(found.instrument)
    return weight + 0.3 * bool(found.deadline)
