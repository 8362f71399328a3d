"""The province or city that a sentence speaks of where it says a figure."""

from __future__ import annotations

import re
from functools import cache

from jiedu.catalogue.data_files import read_toml
from jiedu.catalogue.regions import RegionLevel, regions


@cache
def _grammar() -> tuple[re.Pattern[str], dict[str, str | None]]:
    names: dict[str, str | None] = {
        word: region.name
        for region in regions()
        if region.level is not RegionLevel.GROUP
        for word in (region.name, *region.aliases)
        if len(word) > 1
    }
    names |= dict.fromkeys(read_toml("places")["whole"])
    words = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    places = read_toml("places")
    beside = "".join(places["beside"])
    behind = "|".join(places["behind"])
    whole = "|".join(places["whole"])
    return re.compile(rf"(?<![{beside}])(?:{whole})(?!{behind})|(?!{whole})(?:{words})"), names


def place_of(text: str, home: str | None) -> str | None:
    """The last place named in the words before a figure.

    Args:
        text: the sentence up to the figure.
        home: the region of the release, where it names none; what a province's own release says
            of the country is said of its part in it.

    Returns:
        The full name of a province or city; ``None`` for the country.
    """
    pattern, names = _grammar()
    last = None
    for match in pattern.finditer(text):
        last = match.group()
    return home if last is None else names[last] or home
