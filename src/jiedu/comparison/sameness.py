"""Whether two measures are one, in other words perhaps."""

from __future__ import annotations

import re
from typing import NamedTuple

from jiedu.catalogue.wording import plain
from jiedu.comparison import words
from jiedu.comparison.bare import bare
from jiedu.comparison.likeness import Bag, bag_of, overlap
from jiedu.comparison.names import known_as
from jiedu.model import Commitment

_BITS = 18  # what two objects must share, where they are not the same to the letter
_SAME = 0.9
_RUN = 0.9  # of two that run one programme; which of several it is, the rest of it tells
_OTHER_DOING = 0.85
_OTHER_HEAD = 0.8
_OTHER_THING = 0.8
_OTHER_FRONT = 0.75
_JOINS = re.compile("[、和与及，；,;]")
_HEAD = 2  # characters of a head noun


class Told(NamedTuple):
    """A measure in the form in which it is compared.

    Attributes:
        found: the measure.
        wording: its clause without numbers.
        body: its object without numbers and boilerplate, and what is done where that is a part
            of the thing: who 改造老旧小区 also 开展老旧小区改造.
        bag: the pairs of characters of that.
        heads: the ends of the nouns it lists.
        kinds: the kinds of what its verbs do.
        instrument: the programme's key, or its name in plain form.
    """

    found: Commitment
    wording: str
    body: str
    bag: Bag
    heads: frozenset[str]
    kinds: frozenset[str]
    instrument: str | None


def told_of(found: Commitment, text: str) -> Told:
    """A measure of a release's text in the form in which it is compared."""
    body = words.boilerplate().sub(" ", bare(found.object + words.doing_of(found.action)))
    parts = (
        words.tails().sub("", part.replace(" ", "").strip("”’")) for part in _JOINS.split(body)
    )
    heads = frozenset(part[-_HEAD:] for part in parts if len(part) >= _HEAD)
    return Told(
        found,
        bare(found.span.of(text)),
        body.strip(),
        bag_of(body),
        heads,
        words.kinds_of(found.action),
        _instrument(found.instrument),
    )


def _instrument(name: str | None) -> str | None:
    if name is None:
        return None
    known = known_as(name)
    return known.key if known else plain(name)


def likeness(left: Told, right: Told) -> float:
    """How surely two measures are one, from 0 to 1."""
    if left.wording == right.wording:
        return 1.0
    alike_done = left.found.action == right.found.action or left.kinds & right.kinds
    if alike_done and left.instrument is not None and left.instrument == right.instrument:
        return _RUN + (1 - _RUN) * overlap(left.bag, right.bag)[0]
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
