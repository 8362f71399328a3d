"""Values as a briefing writes them: as the text does in Chinese, with English magnitudes else."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.briefings.data_files import read_words
from jiedu.briefings.magnitudes import grouped, scale_of
from jiedu.model import Bound, Language, Measure

if TYPE_CHECKING:
    from jiedu.model import Observation

_RELATIVE = frozenset({"%", "pp", "倍"})
_DIGITS = 8  # a value with more is the text's 三分之二
_MINUS = "−"
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?=[%％个倍百])")


def value_words(found: Observation, language: Language) -> str:
    """A figure's value with its sign, bound and unit.

    Args:
        found: the figure.
        language: of the document.
    """
    words = read_words("brief", language)
    bound = words["bounds"].get(found.bound.value, "")
    return f"{bound}{_plain(found, language)}"


def _plain(found: Observation, language: Language) -> str:
    sign = _MINUS if found.value < 0 else ""
    if found.measure is Measure.RANK:
        form = read_words("brief", language)["rank"]
        return str(form.format(value=grouped(found.value)))
    number = written_number(found)
    digits = any(one.isdigit() for one in found.text)
    if language is Language.ZH and (digits or found.unit not in _RELATIVE or _is_odd(found)):
        return sign + _written(found)
    if number and found.unit == "%":
        return f"{sign}{number}%"
    return amount_words(found.value, found.unit, language)


def amount_words(value: Decimal, unit: str, language: Language) -> str:
    """A number in a unit, with a magnitude of the language: 3.8%, 293.7万个, 2.937 million."""
    sign = _MINUS if value < 0 else ""
    if unit == "%":
        return f"{sign}{grouped(abs(value))}%"
    scale = scale_of([value], unit, language)
    between = " " if language is Language.EN and scale.unit else ""
    number = scale.of(abs(value))
    if language is Language.EN and abs(number) == 1 and unit == "pp":
        return f"{sign}{grouped(number)}{between}{read_words('brief', language)['point']}"
    return f"{sign}{grouped(number)}{between}{scale.unit}"


def _written(found: Observation) -> str:
    """The numeral with its magnitude and unit as the text has it, its bounds left out."""
    return "".join(found.text.split()).rstrip("多余左右上下以内")


def written_number(found: Observation) -> str:
    """The digits of a figure that is no amount as the text has them: 6.0 stays 6.0."""
    match = _NUMBER.match("".join(found.text.split()))
    if match is None or found.unit not in _RELATIVE:
        return ""
    return match[0] if Decimal(match[0]) == abs(found.value) else ""  # 2.8倍 is 280%


def _is_odd(found: Observation) -> bool:
    return len(found.value.as_tuple().digits) > _DIGITS


def is_exact(found: Observation) -> bool:
    """Whether a value may be computed with."""
    return found.bound is Bound.EXACT and not _is_odd(found)
