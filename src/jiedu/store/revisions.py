"""Which later figures take back what earlier ones said."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.model import Bound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Observation, Vintage

_PLAIN = re.compile(r"\d[\d,]*(?:\.\d+)?")


def marked(vintages: Sequence[Vintage]) -> list[Vintage]:
    """The vintages, each with the value it revises.

    A figure revises the latest one published before it for the same period and region where the
    two cannot be one value rounded differently. Bounds (超, 近) say no value, and revise none.

    Args:
        vintages: of one line.
    """
    last: dict[tuple[str | None, str | None], Vintage] = {}
    revised: dict[int, Decimal] = {}
    for item in sorted(vintages, key=lambda item: (item.published, item.observation.span.start)):
        found = item.observation
        if found.period is None or found.bound is not Bound.EXACT:
            continue
        before = last.get((found.period, found.region))
        if before is not None and before.release != item.release:
            earlier = before.observation
            if abs(found.value - earlier.value) > _rounding(found) + _rounding(earlier):
                revised[id(item)] = earlier.value
        last[found.period, found.region] = item
    return [replace(item, revises=revised.get(id(item))) for item in vintages]


def _rounding(found: Observation) -> Decimal:
    """Half of the last printed place: 293.7万 is 500 either way."""
    printed = _PLAIN.search(found.text)
    if printed is None:
        return Decimal(0)
    numeral = Decimal(printed.group().replace(",", ""))
    exponent = numeral.as_tuple().exponent
    scale = abs(found.value) / numeral if numeral and isinstance(exponent, int) else Decimal(1)
    return scale * Decimal(1).scaleb(int(exponent)) / 2
