"""Which region an item is about where its publisher does not say: by its title."""

from __future__ import annotations

import re
from functools import cache

from jiedu.catalogue import RegionLevel, customs_region, regions
from jiedu.extraction.lexemes import pattern

_ELSEWHERE = pattern("home.elsewhere")
_CUSTOMS = pattern("home.customs")
_WIDER = pattern("home.wider")
_FAR = 120  # how far back a word still says that a figure is the whole country's


@cache
def _provinces() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {
        word: region.name
        for region in regions()
        if region.level is RegionLevel.PROVINCE
        for word in (region.name, *region.aliases)
        if len(word) > 1
    }
    words = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    # what happens in a place is not about it
    return re.compile(rf"(?<![在赴与对至到自])(?:{words})"), names


def home_of(title: str) -> str | None:
    """The province that a title is about, where it names just one.

    Args:
        title: the release's title.
    """
    pattern_of_names, names = _provinces()
    found = {names[match.group()] for match in pattern_of_names.finditer(title)}
    return found.pop() if len(found) == 1 else None


def reported_on(normal: str, start: int, end: int) -> str | None:
    """The province whose customs a line says it reports (据昆明海关统计), or ``None``.

    Args:
        normal: the release's text in normal form.
        start: where the line starts.
        end: where it ends.
    """
    if normal.find("海关", start, end) < 0:
        return None
    found = _CUSTOMS.search(normal, start, end)
    region = customs_region(found["district"]) if found else None
    return None if region is None else region.name


def is_elsewhere(normal: str, start: int, end: int) -> bool:
    """Whether the words before a figure say that it is of the country or of the world.

    Args:
        normal: the release's text in normal form.
        start: where the sentence starts.
        end: where the figure starts.
    """
    return _ELSEWHERE.search(normal, max(start, end - _FAR), end) is not None


def is_wider(normal: str, start: int, end: int) -> bool:
    """Whether the words before a figure say that it is of more or less than one province.

    Args:
        normal: the release's text in normal form.
        start: where the sentence starts.
        end: where the figure starts.
    """
    return _WIDER.search(normal, start, end) is not None
