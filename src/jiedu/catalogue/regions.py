"""The regions of the country: provinces, prefecture-level divisions and groups of provinces."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from jiedu.catalogue.data_files import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDING = re.compile(r"(?:市|地区|盟)$")
_FILLING = re.compile(r"(?:全[省市区州]|累计|的|实现|完成)+")


class RegionLevel(StrEnum):
    """How large a region is."""

    PROVINCE = "province"
    CITY = "city"
    GROUP = "group"


class Region(NamedTuple):
    """A region.

    Attributes:
        code: the six digits of GB/T 2260; an English key for a group.
        name: its full name.
        aliases: the short forms, the most usual one first.
        level: province, city (any prefecture-level division) or group.
        province: the full name of the province of a city, else ``None``.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    level: RegionLevel
    province: str | None = None


def _cities(raw: dict[str, Any]) -> Iterator[Region]:
    for province, divisions in raw["cities"].items():
        for division in divisions.split():
            code, name = f"{province}{division[:2]}00", division[2:]
            shorts = raw["shorts"].get(name)
            if shorts is None:
                shorts = [_ENDING.sub("", name)]
            yield Region(code, name, tuple(shorts), RegionLevel.CITY, raw["provinces"][province][0])


@cache
def regions() -> tuple[Region, ...]:
    """Every region: provinces, then cities, then groups."""
    raw = read_toml("regions")
    provinces = [
        Region(f"{code}0000", name, tuple(aliases), RegionLevel.PROVINCE)
        for code, (name, *aliases) in raw["provinces"].items()
    ]
    groups = [
        Region(code, name, tuple(aliases), RegionLevel.GROUP)
        for code, (name, _, *aliases) in raw["groups"].items()
    ]
    return (*provinces, *_cities(raw), *groups)


@cache
def _by_name() -> dict[str, Region]:
    table: dict[str, Region] = {}
    for region in regions():
        for word in (region.name, *region.aliases):
            table.setdefault(word, region)
    return table


@cache
def _longest() -> int:
    return max(map(len, _by_name()))


def region_of(text: str) -> Region | None:
    """The region that is called so, by full name or short form, else ``None``."""
    return _by_name().get(text)


def customs_region(district: str) -> Region | None:
    """The province that a customs district (昆明) reports on, ``None`` where it is of a part."""
    name = read_toml("regions")["customs"].get(district)
    return None if name is None else region_of(name)


def split_region(name: str) -> tuple[Region | None, str]:
    """The region that a name starts with, and the rest of the name.

    The longest region wins; a word for its whole (全省, 全市) goes with it. A name that is nothing
    but a region is left whole, with ``None``, as is one that starts with no region.
    """
    table = _by_name()
    for end in range(min(_longest(), len(name) - 1), 1, -1):
        if (region := table.get(name[:end])) is not None:
            rest = name[end:]
            filling = _FILLING.match(rest)
            kept = rest[filling.end() :] if filling else rest
            return (region, kept) if kept else (None, name)
    return None, name
