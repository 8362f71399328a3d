"""The names of programmes that only one of two releases says."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from jiedu.catalogue import programmes
from jiedu.catalogue.rarity import RAREST, weight_of
from jiedu.catalogue.wording import plain
from jiedu.comparison import words
from jiedu.comparison.names import names_of
from jiedu.lexicon import normalise
from jiedu.model import NameChange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.comparison.names import Name
    from jiedu.model import Reading, Release

_KNOWN = 1.5
_RUN = 1.5
_LONG = 6  # characters of a name that is nobody else's without its last word


def compare_programmes(old: Reading, new: Reading) -> tuple[NameChange, ...]:
    """The names that vanish and those that appear, the heaviest first.

    A name that the other release says without being about it, or under an alias that the
    catalogue knows, neither appears nor vanishes.

    Args:
        old: the older release.
        new: the newer one.
    """
    gone = _only(old, new.release)
    came = _only(new, old.release)
    changes = [
        NameChange(name.name, name.key, name.span, None, count, _weight(name, count))
        for name, count in gone
    ]
    changes += [
        NameChange(name.name, name.key, None, name.span, count, _weight(name, count))
        for name, count in came
    ]
    return tuple(sorted(changes, key=lambda change: (-change.weight, change.name)))


def _only(mine: Reading, other: Release) -> Iterator[tuple[Name, int]]:
    here, there = plain(normalise(mine.release.text)), plain(normalise(other.text))
    names = names_of(mine)
    counts = {key: max(here.count(form) for form in _forms(name)) for key, name in names.items()}
    written = {key: plain(name.name) for key, name in names.items()}
    for key, name in names.items():
        if any(form in there for form in (*_forms(name), *_core(name))):
            continue
        longer = (
            other_key
            for other_key, item in written.items()
            if other_key != key and written[key] in item
        )
        if not any(counts[other_key] >= counts[key] for other_key in longer):
            yield name, max(counts[key], 1)


def _forms(name: Name) -> set[str]:
    """The wordings of a name."""
    forms = {plain(name.name)}
    if name.key is not None:
        known = programmes()[name.key]
        forms.update(map(plain, (known.name, *known.aliases)))
    return forms


def _core(name: Name) -> Iterator[str]:
    """A long name without its last words: 城镇老旧小区改造 goes on without its 工程."""
    core = words.tails().sub("", plain(name.name))
    if len(core) >= _LONG:
        yield core


def _weight(name: Name, count: int) -> float:
    weight = (1 + log2(count)) * weight_of(name.name) / RAREST
    weight *= _KNOWN if name.key is not None else 1.0
    return weight * (_RUN if name.run else 1.0)
