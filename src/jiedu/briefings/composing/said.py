"""Whether a figure's value is what its numeral says, and not what follows from it."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from jiedu.briefings.composing.values import value_words
from jiedu.lexicon import normalise, scan
from jiedu.model import Words, WordsKind

if TYPE_CHECKING:
    from jiedu.model import Language, Observation

_HUNDRED = Decimal(100)


def is_said(found: Observation) -> bool:
    """Whether the numeral says the value: 2.8倍 says 280%, but 是…的1.8倍 does not say 80%."""
    value = abs(found.value)
    return any(value in (said, said * _HUNDRED) for said in _values(found.text))


@cache
def _values(text: str) -> tuple[Decimal, ...]:
    return tuple(abs(item.value) for item in scan(normalise(text)).quantities)


def figure(found: Observation, language: Language, note: int) -> Words:
    """A figure with its note; in the words of the text where its value is not said."""
    if is_said(found):
        return Words(value_words(found, language), WordsKind.FIGURE, (note,))
    return Words(found.text, WordsKind.QUOTE, (note,))
