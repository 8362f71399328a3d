"""The province or city that a sentence speaks of where it says a figure."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from jiedu.catalogue.data_files import read_toml
from jiedu.catalogue.regions import RegionLevel, regions
from jiedu.lexicon import without_halves


class _Grammar(NamedTuple):
    finder: AhoCorasick
    names: list[str | None]
    whole: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    places = read_toml("places")
    whole = tuple(places["whole"])
    names: dict[str, str | None] = {
        word: region.name
        for region in regions()
        if region.level is not RegionLevel.GROUP
        for word in (region.name, *region.aliases)
        if len(word) > 1 and not word.startswith(whole)
    }
    names |= dict.fromkeys(whole)
    beside, behind = "".join(places["beside"]), "|".join(places["behind"])
    return _Grammar(
        AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest),
        list(names.values()),
        re.compile(rf"(?<![{beside}])(?:{'|'.join(whole)})(?!{behind})"),
    )


def place_of(text: str, home: str | None) -> str | None:
    """The last place named in the words before a figure.

    Args:
        text: the sentence up to the figure.
        home: the region of the release, where it names none; what a province's own release says
            of the country is said of its part in it.

    Returns:
        The full name of a province or city; ``None`` for the country.
    """
    finder, names, whole = _grammar()
    for number, start, _end in reversed(finder.find_matches_as_indexes(without_halves(text))):
        region = names[number]
        if region is not None:
            return region
        if whole.match(text, start):
            return home
    return home
