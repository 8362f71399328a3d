"""Sentences that were reworded, added or left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.comparison import words
from jiedu.comparison.bare import bare
from jiedu.comparison.likeness import Bag, bag_of, candidates, overlap, shared_of
from jiedu.comparison.pairing import best_pairs
from jiedu.model import SentenceChange, Span
from jiedu.segments import segment

if TYPE_CHECKING:
    from jiedu.model import Release

_LEAST = 0.5
_SHORT = 8  # characters of a sentence that is no heading or formula of politeness
_CEREMONY = 0.1
_MUCH = 60.0  # bits that changed; more of them matter no more
_LONG = 300.0  # bits of a sentence that says a great deal


class _Told(NamedTuple):
    span: Span
    body: str
    bag: Bag


def compare_sentences(old: Release, new: Release) -> tuple[SentenceChange, ...]:
    """The sentences that changed, the heaviest first.

    Two that differ in their numbers alone are the same: what moved is told by the figures. A
    sentence that is near to one of the other release is that sentence reworded.

    Args:
        old: the older release.
        new: the newer one.
    """
    lefts, rights = _told(old), _told(new)
    same = {item.body for item in lefts} & {item.body for item in rights}
    lefts = [item for item in lefts if item.body not in same]
    rights = [item for item in rights if item.body not in same]
    scores: dict[tuple[int, int], float] = {}
    for left, right in candidates([item.bag for item in lefts], [item.bag for item in rights]):
        score, _ = overlap(lefts[left].bag, rights[right].bag)
        if score >= _LEAST:
            scores[left, right] = score
    pairs = best_pairs(scores)
    changes = [_reworded(lefts[one], rights[two], scores[one, two]) for one, two in pairs]
    kept_left, kept_right = {left for left, _ in pairs}, {right for _, right in pairs}
    changes += [
        SentenceChange(item.span, None, weight=_standing(item))
        for at, item in enumerate(lefts)
        if at not in kept_left
    ]
    changes += [
        SentenceChange(None, item.span, weight=_standing(item))
        for at, item in enumerate(rights)
        if at not in kept_right
    ]
    return tuple(sorted(changes, key=_order))


def _order(change: SentenceChange) -> tuple[float, int]:
    told = change.new or change.old
    assert told is not None
    return -change.weight, told.start


def _told(release: Release) -> list[_Told]:
    spans = (span for span in segment(release.text).sentences if len(span) >= _SHORT)
    bodies = ((span, bare(span.of(release.text))) for span in spans)
    return [_Told(span, body, bag_of(body)) for span, body in bodies if body.strip()]


def _reworded(left: _Told, right: _Told, score: float) -> SentenceChange:
    """The nearer the sentences, the more deliberate is what was changed between them."""
    shared = shared_of(left.bag, right.bag)
    changed = sum(left.bag.values()) + sum(right.bag.values()) - 2 * shared
    weight = score * score * min(shared / _LONG, 1.0) * min(changed / _MUCH, 1.0)
    return SentenceChange(left.span, right.span, score, weight * min(map(_plain, (left, right))))


def _plain(told: _Told) -> float:
    return _CEREMONY if words.rituals().search(told.body) else 1.0


def _standing(told: _Told) -> float:
    return min(sum(told.bag.values()) / _LONG, 1.0) * _plain(told)
