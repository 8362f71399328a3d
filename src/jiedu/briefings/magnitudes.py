"""Values as people write them: 万亿元 and 亿元, billion and million, with thousands grouped."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from jiedu.briefings.data_files import read_words
from jiedu.model import Language

if TYPE_CHECKING:
    from collections.abc import Iterable

_ONE = Decimal(1)
_DIGITS = 4  # that a picture tells of a value
_RELATIVE = frozenset({"%", "pp", "倍"})


class Scale(NamedTuple):
    """What values are divided by, and what is then written behind them.

    Attributes:
        size: the divisor.
        unit: the unit with its magnitude, in the language of the document; may be empty.
    """

    size: Decimal
    unit: str

    def of(self, value: Decimal) -> Decimal:
        """A value in this unit."""
        return value / self.size


def unit_name(unit: str, language: Language) -> str:
    """A unit as a document of a language writes it."""
    names: dict[str, str] = read_words("units", language).get("names", {})
    return names.get(unit, unit)


def scale_of(values: Iterable[Decimal], unit: str, language: Language) -> Scale:
    """The unit in which the largest of some values takes few digits.

    Args:
        values: in base units.
        unit: the base unit.
        language: of the document.
    """
    name = unit_name(unit, language)
    largest = max((abs(value) for value in values), default=Decimal(0))
    if unit not in _RELATIVE:
        for size, word in read_words("units", language)["magnitudes"]:
            if largest >= Decimal(size):
                between = " " if language is Language.EN and name else ""
                return Scale(Decimal(size), f"{word}{between}{name}")
    return Scale(_ONE, name)


def grouped(value: Decimal) -> str:
    """A value with its thousands grouped and no needless noughts: 1,234.5."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounded(value: Decimal) -> Decimal:
    """A value with so many digits as a picture has room for; whole numbers stay whole."""
    if value == value.to_integral_value():
        return value
    places = max(0, _DIGITS - 1 - value.adjusted())
    return round(value, places)
