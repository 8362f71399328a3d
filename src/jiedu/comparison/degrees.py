"""Whether a measure is worded more or less strongly than before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.comparison import words
from jiedu.lexicon import normalise
from jiedu.model import Shift

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Commitment

_PLAIN = 2.5  # a verb without a word of degree, on the scale of 1 to 5
_STEP = 1.0


def degrees_of(found: Commitment) -> tuple[str, ...]:
    """The words in a measure's verbs that say how hard it is worked on."""
    return tuple(match[0] for match in words.degree().finditer(normalise(found.action)))


def shift_of(old: Sequence[str], new: Sequence[str]) -> Shift:
    """Which way the wording went: by a whole step of the scale in ``words.toml`` at least.

    Args:
        old: the older wording's words of degree; the strongest counts.
        new: the newer one's.
    """
    step = _strength(new) - _strength(old)
    if abs(step) < _STEP:
        return Shift.NONE
    return Shift.STRONGER if step > 0 else Shift.WEAKER


def _strength(found: Sequence[str]) -> float:
    return max((words.degrees()[word] for word in found), default=_PLAIN)
