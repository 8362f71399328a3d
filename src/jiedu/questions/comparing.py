"""Questions that hold figures against each other: of times, of places, of indicators."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import unit_family
from jiedu.model import Source
from jiedu.questions.finding import held
from jiedu.questions.query import Asked, Kind
from jiedu.questions.saying import bracket, cited, fields_of, name_of, place_of, wording
from jiedu.questions.told import Told, Unknown
from jiedu.questions.words import says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiedu.questions.query import Query
    from jiedu.store import View


_JOINED = re.compile(
    r"(?P<one>[^，。？?]{2,24}?)(?:和|与|、|还是|同|跟)(?P<two>[^，。？?]{2,24}?)(?=[，。？?]|哪|谁|$)"
)
_OF_THE_COUNTRY = {"accounts.grp": "accounts.gdp"}


_TRIED = 8  # names that a side may have


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
        if len(query.times) == 1 and says(query.content, "latest"):
            yield wording("kind.latest", query), query._replace(times=(), kind=Kind.LATEST)
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
        told = _in_words(view, query)
        if len(told) < 2:
            return sides
        sides = told
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


def _in_words(view: View, query: Query) -> list[Side]:
    """The figures of two things that the catalogue does not know, as the question names them.

    A front that both have may be said once (知识密集型服务出口和进口), and so may a head.
    """
    joined = _JOINED.search(query.rest)
    if joined is None or query.english or len(query.times) > 1 or len(query.places) > 1:
        return []
    one, two = joined["one"], joined["two"]
    first = _named(view, query, joined, [one, *(one + two[at:] for at in range(1, len(two)))])
    fronts = [one[:at] + two for at in (len(one) - len(two), *range(len(one) - 1, 0, -1)) if at > 0]
    second = _named(view, query, joined, [*fronts, two])
    found = [side for side in (first, second) if side is not None]
    alike = {(side.fact.observation.measure, side.fact.observation.span) for side in found}
    units = {unit_family(side.fact.observation.unit) for side in found}
    return found if len(alike) == len(found) and len(units) == 1 else []


def _named(view: View, query: Query, joined: re.Match[str], names: Sequence[str]) -> Side | None:
    """The figure of the first of some names that has one."""
    for name in names[:_TRIED]:
        rest = f"{query.rest[: joined.start()]}，{name}{query.rest[joined.end() :]}"
        one = query.at()._replace(ids=(), name=name, rest=rest, content=rest, left=name)
        best = held(view, one).best
        if best is not None:
            return Side(best.observation.indicator, best)
    return None


def _colon(query: Query) -> str:
    return ": " if query.english else "："
