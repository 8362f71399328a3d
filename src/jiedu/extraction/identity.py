"""Which indicator of the catalogue a figure is of, and which region it speaks of."""

from __future__ import annotations

from typing import NamedTuple

from jiedu.catalogue import identify_after, match
from jiedu.model import Measure  # noqa: TC001 - a field of a named tuple


class Known(NamedTuple):
    """A figure's indicator by the catalogue.

    Attributes:
        id: the indicator's id, or ``None`` where it is not sure.
        region: the region that the name says, or the release's.
        group: the sentence it stands in, counted from one full stop to the next.
    """

    id: str | None
    region: str | None
    group: int = -1


NOTHING = Known(None, None)


def known(
    name: str,
    unit: str,
    measure: Measure,
    region: str | None,
    group: int,
    before: Known,
) -> Known:
    """Look a figure's indicator up.

    A bare name (出口, 利润) leans on the figure before it only within one sentence: elsewhere
    the subject may have changed, and a wrong id is worse than none.

    Args:
        name: the indicator in words of the text.
        unit: the figure's unit.
        measure: its measure.
        region: the release's region.
        group: the sentence it stands in.
        before: the figure before it.
    """
    if (found := match(name, unit, measure)) is not None:
        return Known(found.indicator_id, found.region.name if found.region else region, group)
    if before.id is None or before.group != group:
        return Known(None, region, group)
    leaning = identify_after(name, unit, measure, before.id)
    return Known(leaning, before.region if leaning else region, group)
