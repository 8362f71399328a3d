"""The indicators that a store has figures of, in the order in which a page lists them."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import indicator
from jiedu.model import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jiedu.model import Indicator, Told

UNLISTED = "unlisted"
"""The field of names that the catalogue does not know."""

_MANY = 10**12  # more figures than any store has: the most come first in an order of words
_SMALLEST = "\x00"  # between the parts of a path: a parent stands before its parts


class Place(NamedTuple):
    """Where an indicator stands in the list.

    Attributes:
        field: the number of its field.
        path: its totals in the same field, the largest first, then itself; each behind how many
            figures it has, so that what is told most often comes first.
    """

    field: int
    path: str


class Listed(NamedTuple):
    """An indicator of the list.

    Attributes:
        place: where it stands.
        field: the key of its field.
        told: what the store has of it.
        known: its entry of the catalogue, where it has one.
        above: the ids of its totals that stand above it, the largest first.
        words: all it can be found by, without case.
    """

    place: Place
    field: str
    told: Told
    known: Indicator | None
    above: tuple[str, ...]
    words: str

    @property
    def parent(self) -> str:
        """The id of the total that it stands right under, empty where it stands under none."""
        return self.above[-1] if self.above else ""

    @property
    def key(self) -> str:
        """The id, or the name."""
        return self.told.indicator_id or self.told.name

    def named(self, language: Language) -> str:
        """Its name in a language; as texts write it where the catalogue does not know it."""
        if self.known is None:
            return self.told.name
        return self.known.name if language is Language.ZH else self.known.english


@cache
def fields() -> dict[str, tuple[str, str]]:
    """The fields in their order, with their Chinese and English names."""
    rows = tomllib.loads((files(__package__) / "data" / "fields.toml").read_text("utf-8"))
    return {key: (zh, en) for key, (zh, en) in rows.items()}


def field_of(indicator_id: str | None) -> str:
    """The field of an id: its first part; the last one of the list for what has none."""
    if indicator_id is None:
        return UNLISTED
    field = indicator_id.partition("/")[0].partition(".")[0]
    return field if field in fields() else UNLISTED


def listed(told: Iterable[Told]) -> list[Listed]:
    """Indicators in the order of the list: by field, a total before its parts."""
    every = list(told)
    held = {each.indicator_id: each.figures for each in every if each.indicator_id}
    return sorted(_listed(each, held) for each in every)


def narrowed(rows: Sequence[Listed], words: str, field: str) -> Sequence[Listed]:
    """The rows of a field that hold all of some words in their ids, names or aliases.

    Args:
        rows: of the list.
        words: told apart by spaces.
        field: its key, empty for all.
    """
    wanted = words.casefold().split()
    if not wanted and not field:
        return rows
    return [
        row
        for row in rows
        if (not field or row.field == field) and all(word in row.words for word in wanted)
    ]


def following(rows: Sequence[Listed], place: Place | None) -> Sequence[Listed]:
    """The rows behind a place; all where there is none."""
    if place is None:
        return rows
    return rows[bisect_right(rows, place, key=lambda row: row.place) :]


def _listed(told: Told, held: Mapping[str, int]) -> Listed:
    known = indicator(told.indicator_id) if told.indicator_id else None
    field = field_of(told.indicator_id)
    number = list(fields()).index(field) if field != UNLISTED else len(fields())
    above = _above(told.indicator_id, field, held) if told.indicator_id else []
    ranks = [f"{_MANY - held[each]:013d}{each}" for each in above]
    own = f"{_MANY - told.figures:013d}{told.indicator_id or told.name}"
    path = _SMALLEST.join([*ranks, own])
    called = [*told.names, told.indicator_id or ""]
    if known is not None:
        called += [known.name, known.english, *known.aliases]
    return Listed(
        Place(number, path), field, told, known, tuple(above), "\n".join(called).casefold()
    )


def _above(indicator_id: str, field: str, held: Mapping[str, int]) -> list[str]:
    """The totals of an indicator that stand in the list under the same field, the largest first."""
    found: list[str] = []
    at = indicator_id
    while (known := indicator(at)) is not None and known.parents:
        at = known.parents[0]
        if at in found or field_of(at) != field:
            break
        if at in held:
            found.insert(0, at)
    return found
