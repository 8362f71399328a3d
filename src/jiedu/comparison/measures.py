"""Two releases' measures: which go on, perhaps in other words, which are new, which are gone."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import programme_of
from jiedu.catalogue.wording import plain
from jiedu.comparison import words
from jiedu.comparison.bare import bare
from jiedu.comparison.degrees import degrees_of, shift_of
from jiedu.comparison.figures import compare_targets
from jiedu.comparison.likeness import Bag, bag_of, candidates, overlap
from jiedu.comparison.pairing import best_pairs
from jiedu.comparison.rarity import weight_of
from jiedu.model import Change, Commitment, MeasureChange, Shift

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiedu.model import Observation, Reading

_LEAST = 0.61  # chosen on the measures of provincial work reports, see docs/diff.md
_BITS = 18  # what two objects must share, where they are not the same to the letter
_SAME = 0.9
_OTHER_DOING = 0.85
_OTHER_HEAD = 0.8
_OTHER_THING = 0.8
_OTHER_FRONT = 0.75
_JOINS = re.compile("[、和与及，；,;]")
_HEAD = 2  # characters of a head noun
_LIST = 60.0  # bits of an object that says a great deal


class Told(NamedTuple):
    """A measure in the form in which it is compared.

    Attributes:
        found: the measure.
        body: its object without numbers and boilerplate, and what is done where that is a part
            of the thing: who 改造老旧小区 also 开展老旧小区改造.
        bag: the pairs of characters of that.
        heads: the ends of the nouns it lists.
        kinds: the kinds of what its verbs do.
        instrument: the programme's key, or its name in plain form.
    """

    found: Commitment
    body: str
    bag: Bag
    heads: frozenset[str]
    kinds: frozenset[str]
    instrument: str | None


def compare_measures(old: Reading, new: Reading) -> tuple[MeasureChange, ...]:
    """The measures of two releases side by side, the heaviest first.

    Each goes on in at most one of the other release; the pairs are the best as a whole. Two are
    one where they run the same programme, or where nearly the same is done to nearly the same
    thing; what is merely near stands as new and as gone.

    Args:
        old: the older release.
        new: the newer one.
    """
    lefts = [_told(found) for found in old.commitments]
    rights = [_told(found) for found in new.commitments]
    near = set(candidates([item.bag for item in lefts], [item.bag for item in rights]))
    near.update(_same_instrument(lefts, rights))
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


def _told(found: Commitment) -> Told:
    body = words.boilerplate().sub(" ", bare(found.object + words.doing_of(found.action)))
    parts = (
        words.tails().sub("", part.replace(" ", "").strip("”’")) for part in _JOINS.split(body)
    )
    heads = frozenset(part[-_HEAD:] for part in parts if len(part) >= _HEAD)
    kinds = words.kinds_of(found.action)
    return Told(found, body.strip(), bag_of(body), heads, kinds, _instrument(found.instrument))


def _instrument(name: str | None) -> str | None:
    if name is None:
        return None
    known = programme_of(name)
    return known.key if known else plain(name)


def _same_instrument(lefts: Sequence[Told], rights: Sequence[Told]) -> Iterator[tuple[int, int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, item in enumerate(rights):
        if item.instrument is not None:
            places[item.instrument].append(at)
    for left, item in enumerate(lefts):
        for right in places.get(item.instrument or "", ()):
            yield left, right


def likeness(left: Told, right: Told) -> float:
    """How surely two measures are one, from 0 to 1."""
    if left.instrument is not None and left.instrument == right.instrument:
        return 1.0
    if any((one, two) in words.opposed() for one in left.kinds for two in right.kinds) and not (
        left.kinds & right.kinds
    ):
        return 0.0
    both, shared = overlap(left.bag, right.bag)
    if shared < _BITS and both < _SAME:
        return 0.0
    return both * _doubt(left, right)


def _doubt(left: Told, right: Told) -> float:
    """Below 1 where they do different things, to another head, or to another kind of it."""
    doubt = 1.0
    same_action = left.found.action == right.found.action
    if not same_action and left.kinds and right.kinds and not left.kinds & right.kinds:
        doubt *= _OTHER_DOING
    if not left.heads & right.heads:
        doubt *= _OTHER_HEAD
    if not left.heads & right.heads & words.things() and (
        (left.heads | right.heads) & words.things()
    ):
        doubt *= _OTHER_THING
    if _other_front(left.body, right.body):
        doubt *= _OTHER_FRONT
    return doubt


def _other_front(left: str, right: str) -> bool:
    """Whether two names with the same end begin with nothing in common."""
    end = 0
    while end < min(len(left), len(right)) and left[-1 - end] == right[-1 - end]:
        end += 1
    one, two = left[: len(left) - end], right[: len(right) - end]
    if end < _HEAD or min(len(one), len(two)) < _HEAD:
        return False
    return not bag_of(one).keys() & bag_of(two).keys()


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
