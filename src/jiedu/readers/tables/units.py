"""Units as headers write them, split into magnitude and unit as the lexicon does."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from jiedu.lexicon import MAGNITUDES, normalise, scan
from jiedu.lexicon.units import unit_table
from jiedu.readers.tables.words import alternatives, words

PERCENT = "%"
POINTS = "pp"
_RATES = frozenset({PERCENT, "‰", "倍"})
_SCALE = re.compile(
    rf"(?:{alternatives(scale for scale in MAGNITUDES if scale[-1:] in {*'万亿'})})"
)
_SEVERAL = re.compile(r"[,，、;]|和|或")
_PLAIN = re.compile(r"[\w/()²³]{1,6}")  # what may be a unit behind a magnitude, unknown as it is
_SIGNED = re.compile(r"^±|^\+-")


class Unit(NamedTuple):
    """A unit.

    Attributes:
        name: the base unit, as observations have it: ``元``, ``%``, ``pp``; may be empty.
        scale: what a value is multiplied with.
    """

    name: str
    scale: Decimal

    @property
    def is_rate(self) -> bool:
        """Whether it can be that of a growth: per cent, per mille or times."""
        return self.name in _RATES


@lru_cache(maxsize=1024)
def known_unit(text: str) -> Unit | None:
    """The unit that a text is, where it is surely one.

    Args:
        text: such as 亿元, %, 万重量箱.
    """
    text = _SIGNED.sub("", normalise(text).replace(" ", "")).removeprefix("单位:")
    if text in words()["more_units"]["places"]:
        return None
    aliases = words()["units"]
    if text in aliases:
        return known_unit(aliases[text]) if aliases[text] != text else _scanned(text)
    if text in MAGNITUDES and text:
        return Unit("", MAGNITUDES[text])
    if (found := _scanned(text)) is not None:
        return found
    if (scale := _SCALE.match(text)) and _PLAIN.fullmatch(text, scale.end()):
        inner = any_unit(text[scale.end() :])
        return Unit(inner.name, inner.scale * MAGNITUDES[scale.group()])
    return Unit(text, Decimal(1)) if text in words()["more_units"]["words"] else None


def any_unit(text: str) -> Unit:
    """The unit that a text in a column of units is, as written where nobody knows it."""
    return known_unit(text) or Unit(normalise(text).strip(), Decimal(1))


def known_units(text: str) -> tuple[Unit, ...]:
    """The units of a list such as 亿元、%; none where a part of it is no unit."""
    if (whole := known_unit(text)) is not None:
        return (whole,)
    found = [unit for part in _SEVERAL.split(text) if (unit := known_unit(part))]
    whole_list = len(found) == len(_SEVERAL.split(text)) and any(unit.is_rate for unit in found)
    return tuple(found) if whole_list else ()


def _scanned(text: str) -> Unit | None:
    """What the lexicon makes of one of it (1亿元), where it takes all of it for a unit."""
    found = scan(f"1{text}").quantities if text and not text[0].isdigit() else []
    if len(found) != 1 or found[0].end != 1 or found[0].stop != len(text) + 1:
        return None
    quantity = found[0]
    if not quantity.unit or quantity.bound is not None:
        return None
    unscaled = unit_table().get(text[len(quantity.scale) :], ("", None))[1]
    return Unit(quantity.unit, quantity.value) if unscaled else None
