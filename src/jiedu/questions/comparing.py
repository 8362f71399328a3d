"""Questions that hold figures against each other: of times, of places, of indicators."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import unit_family
from jiedu.model import Source
from jiedu.questions.finding import held
from jiedu.questions.query import Asked
from jiedu.questions.saying import bracket, cited, fields_of, name_of, place_of
from jiedu.questions.told import Told, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.questions.query import Query
    from jiedu.store import View


_OF_THE_COUNTRY = {"accounts.grp": "accounts.gdp"}


class Side(NamedTuple):
    """One of the things that are compared: what it is called, and its figure."""

    name: str
    fact: Source


def asked_of(query: Query) -> Iterator[tuple[str, Query]]:
    """The questions of one figure that a comparison is made of, each with the name of its side.

    Points are what two rates differ by, and the unit of neither.
    """
    if query.asked is not None and query.asked.unit == "pp":
        query = query._replace(asked=None)
    if len(query.places) > 1:
        for place in query.places:
            one = query.at(place=place)
            ids = (
                one.ids if place else tuple(_OF_THE_COUNTRY.get(known, known) for known in one.ids)
            )
            yield place_of(place or None, query), one._replace(ids=ids)
    elif len(query.ids) > 1:
        for known in query.ids:
            yield name_of(known, query), query.at(indicator=known)
    else:
        for time in query.times:
            yield bracket(time.period, query).strip(), query.at(time=time)


def sides_of(view: View, query: Query) -> list[Side] | Unknown:
    """The figures that are to be compared, in the order of the question; all of them or none."""
    sides: list[Side] = []
    near: list[Source] = []
    for name, one in asked_of(query):
        best, found = held(view, one)
        if best is not None:
            sides.append(Side(name, best))
        near += [best] if best is not None else found[:1]
    if len(sides) < 2 or len(sides) < len(list(asked_of(query))):
        if not query.ids:
            return Unknown("no_indicator")
        if query.left and not sides:
            return Unknown("nothing_of", query.left)
        return Unknown("one_side", near=tuple(near))
    if len({unit_family(side.fact.observation.unit) for side in sides}) > 1:
        return _in_one_unit(view, query, sides)
    return sides


def _in_one_unit(view: View, query: Query, sides: list[Side]) -> list[Side] | Unknown:
    """The sides with other figures, so that all are in the unit of one of them."""
    for unit in (side.fact.observation.unit for side in sides):
        wanted = query._replace(asked=Asked("", Decimal(1), unit))
        found = [
            Side(name, best)
            for name, one in asked_of(wanted)
            if (best := held(view, one).best) is not None and best.observation.unit == unit
        ]
        if len(found) == len(sides):
            return found
    return Unknown("mixed", near=tuple(side.fact for side in sides))


def compared(view: View, query: Query) -> Told | Unknown:
    """Figures in the order of their size."""
    sides = sides_of(view, query)
    if isinstance(sides, Unknown):
        return sides
    ordered = sorted(sides, key=lambda side: -side.fact.observation.value)
    parts = [f"{side.name}{_colon(query)}{cited(side.fact, query)}" for side in ordered]
    text = parts[0]
    for before, side, part in zip(ordered, ordered[1:], parts[1:], strict=False):
        same = before.fact.observation.value == side.fact.observation.value
        text += f" {'=' if same else '>'} {part}"
    return Told(
        text,
        observations=tuple(side.fact for side in ordered),
        fields=tuple(
            field for side in ordered for field in (side.name, *fields_of(side.fact, query))
        ),
    )


def _colon(query: Query) -> str:
    return ": " if query.english else "："
