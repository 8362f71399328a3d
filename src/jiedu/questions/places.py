"""The places that a Chinese question names, and indicators that are named for one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jiedu.catalogue import indicator, region_of, regions
from jiedu.questions.names import Found, indicators_in
from jiedu.questions.words import tables

if TYPE_CHECKING:
    from jiedu.model import Measure


@lru_cache(maxsize=1)
def _place_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {
        word: region.name
        for region in regions()
        for word in (region.name, *region.aliases)
        if len(word) > 1
    }
    words = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    others = "|".join(tables()["said"]["not_places"])
    partners = "|".join(tables()["said"]["partners"])
    apart = f"(?<=[与对同和])(?:{partners})|(?:{words})(?:{others})"
    return re.compile(f"{apart}|({words})"), names


def places_in(text: str) -> tuple[tuple[str, ...], str]:
    """The regions that a question names, in full, and the question with a comma for each."""
    pattern, names = _place_pattern()
    said = [match[1] for match in pattern.finditer(text) if match[1]]
    rest = pattern.sub(lambda match: "，" if match[1] else match[0], text)
    return tuple(dict.fromkeys(names[word] for word in said)), rest


def named_for(text: str, places: tuple[str, ...], measure: Measure) -> Found | None:
    """The indicator whose own name holds the place that a question says: 中西部算力设施占比.

    Args:
        text: the question with its places.
        places: those.
        measure: what it is looked up as.
    """
    if not places:
        return None
    found = indicators_in(text, measure, several=False)
    known = indicator(found.ids[0]) if found.ids else None
    place = region_of(places[0])
    names = (place.name, *place.aliases) if place is not None else ()
    return found if known is not None and any(name in known.name for name in names) else None
