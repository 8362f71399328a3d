"""Which indicator of the catalogue a figure is of, and which region it speaks of."""

from __future__ import annotations

from typing import NamedTuple

from jiedu.catalogue import identify_after, identify_at, is_of_a_part, leads_on, match
from jiedu.model import Measure

_NEAR = 110  # from the start of one sentence to that of the next; a longer one changes the subject

_PLACED = frozenset({"trade.via", "trade.trains_of"})  # their subject is a place of its own


class Known(NamedTuple):
    """A figure's indicator by the catalogue.

    Attributes:
        id: the indicator's id, or ``None`` where it is not sure.
        region: the region that the name says, or the release's.
        group: the sentence it stands in, by the offset of its start.
        topic: the last id that bare names may follow, as long as nothing else was spoken of.
        place: the region that a name said, as long as nothing else was spoken of.
    """

    id: str | None
    region: str | None
    group: int = -1
    topic: str | None = None
    place: str | None = None


NOTHING = Known(None, None)


def _near(group: int, before: Known) -> bool:
    return group - before.group <= _NEAR


def _family(indicator_id: str) -> str:
    return indicator_id.partition(".")[0]


def _topic(found: str, group: int, before: Known) -> str | None:
    """What bare names may lean on after a figure: parts of a whole leave the whole in place."""
    if leads_on(found):
        return found
    topic = before.topic
    if topic is None or not _near(group, before) or _family(topic) != _family(found):
        return None
    return topic


def _goes_on(found: str, group: int, before: Known) -> bool:
    """Whether a figure without a region speaks of the one that was named before it."""
    if before.id is None or _family(before.id) != _family(found):
        return False
    pattern, _, subject = found.partition("/")
    if pattern in _PLACED:
        return False
    return before.group == group or (bool(subject) and before.id != found and _near(group, before))


def known(
    name: str,
    unit: str,
    measure: Measure,
    region: str | None,
    group: int,
    before: Known,
) -> Known:
    """Look a figure's indicator up.

    A bare name (出口, 利润) leans on the figure before it within one sentence; in the sentence
    after it only on the whole that was spoken of (进出口总值…。其中，出口…). Elsewhere the subject
    may have changed, and a wrong id is worse than none.

    Args:
        name: the indicator in words of the text.
        unit: the figure's unit.
        measure: its measure.
        region: the release's region.
        group: the sentence it stands in, by the offset of its start.
        before: the figure before it.
    """
    same = before.group == group
    found = match(name, unit, measure)
    if measure is Measure.CONTRIBUTION and is_of_a_part(name):
        if not same or before.id is None or (found and found.indicator_id == before.id):
            return Known(None, region, group)
        return Known(before.id, before.region, group, before.topic, before.place)
    if found is not None:
        found_id, topic = found.indicator_id, _topic(found.indicator_id, group, before)
        if found.region is not None:
            named = found.region.name
            return Known(found_id, named, group, topic, named)
        place = before.place if _goes_on(found_id, group, before) else None
        return Known(found_id, region or place, group, topic, place)
    leaning = before.id if same else before.topic if _near(group, before) else None
    if leaning is not None:
        after = identify_after(name, unit, measure, leaning, same=same)
        if after is not None:
            topic = _topic(after, group, before)
            return Known(after, before.region, group, topic, before.place)
    at_home = None if region is None else identify_at(name, unit, measure)
    topic = None if at_home is None else _topic(at_home, group, before)
    return Known(at_home, region, group, topic)
