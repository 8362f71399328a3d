"""What one cell before the figures of a row says, by what its column holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jiedu.readers.tables.columns import Role
from jiedu.readers.tables.facets import NOTHING, Facets, HeaderError, Span
from jiedu.readers.tables.headers import clean, read_header
from jiedu.readers.tables.indices import split_index
from jiedu.readers.tables.naming import is_head, is_name, is_whole
from jiedu.readers.tables.times import read_month, read_time
from jiedu.readers.tables.units import any_unit
from jiedu.readers.tables.words import words

if TYPE_CHECKING:
    from jiedu.readers.tables.times import Time


def read_beside(text: str, role: Role, before: Time | None) -> Facets:
    """What a cell before figures says.

    Args:
        text: the cell as written.
        role: what its column holds.
        before: the time of the row above, whose year a month without one is in.

    Raises:
        TimeError: where it holds a time that is none.
        HeaderError: where it is not what its column holds.
    """
    match role:
        case Role.INDICATOR:
            return _indicator(text)
        case Role.REGION:
            return _region(clean(text))
        case Role.UNIT:
            return _unit(clean(text))
        case Role.KIND:
            return _kind(text)
        case _:
            return _time(text, role, before)


def _indicator(text: str) -> Facets:
    said = read_header(text)
    if not all(map(is_name, said.names)):
        raise HeaderError(f"{_shown(text)} is no indicator")
    return said


def _unit(text: str) -> Facets:
    rest, bases = split_index(text)
    if bases and not rest:
        return read_header(text)
    if any(character.isdigit() for character in text):
        raise HeaderError(f"{_shown(text)} is no unit")
    return Facets(units=(any_unit(text),))


def _kind(text: str) -> Facets:
    said = read_header(text)
    if said.names or said.region:
        raise HeaderError(f"{_shown(text)} is no kind of figure, such as 累计值")
    return replace(said, span=Span.LEVEL) if said == NOTHING else said


def _region(text: str) -> Facets:
    """A region; as it is written where the catalogue does not know it."""
    said = read_header(text)
    if said.national or text in words()["names"]["nation"]:
        return Facets(national=True)
    if is_whole(text):
        return NOTHING
    if said.region is not None:
        return Facets(region=said.region)
    if said != Facets(names=said.names) or not said.names or is_head(text) or not is_name(text):
        raise HeaderError(f"{_shown(text)} is no region")
    return Facets(region=text)


def _time(text: str, role: Role, before: Time | None) -> Facets:
    bare = clean(text)
    time = read_month(bare) if role is Role.MONTH else read_time(bare)
    said = Facets(time=time) if time is not None else read_header(text)
    if said.time is None or said.names or said.region:
        raise HeaderError(f"{_shown(text)} is no time, such as 2023年6月")
    time = said.time
    if role is Role.TIME and time.year is None and before is not None and before.year is not None:
        if before.last and time.last and time.last < before.last:
            raise HeaderError(f"{_shown(text)} comes after a later month: write its year")
        time = replace(time, year=before.year)
    return replace(said, time=time)


def _shown(text: str) -> str:
    return repr(text.strip()[:60])
