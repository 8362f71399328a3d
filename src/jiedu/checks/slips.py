"""Digits in another order: the slip of the hand that most often makes a printed number wrong.

A figure that does not agree may have been revised, or stand on a basis that is not comparable.
Where its own digits in another order would agree to the last one, a slip explains it better:
5.2 for 2.5, 1194237 for 1149237. Transposed digits are the commonest slip in copied numbers after
single wrong ones (J. Verhoeff, Error Detecting Decimal Codes, 1969).
Limits: a wrong digit is no other order, and intervals that hold many numbers say nothing.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from jiedu.checks.intervals import NUMERAL

if TYPE_CHECKING:
    from jiedu.checks.intervals import Interval
    from jiedu.model import Observation

_MOST = 8  # numbers that may be meant; of more than that one fits by chance


def is_slip(found: Observation, meant: Interval) -> bool:
    """Whether the digits of a figure in another order are a number of an interval.

    Args:
        found: a figure that is not in the interval.
        meant: what was computed, in the base unit of the figure.
    """
    match = NUMERAL.match(found.text)
    if match is None or meant.low is None or meant.high is None or not found.value:
        return False
    numeral = Decimal(match.group().replace(",", ""))
    if not numeral:
        return False
    unit = Decimal(1).scaleb(-len(match["decimals"] or "")) * abs(found.value / numeral)
    ends = sorted((abs(meant.low), abs(meant.high)))
    if (meant.low < 0) != (meant.high < 0) or (meant.high < 0) != (found.value < 0):
        return False
    first = int((ends[0] / unit).to_integral_value(ROUND_CEILING))
    last = int((ends[1] / unit).to_integral_value(ROUND_FLOOR))
    if last - first >= _MOST:
        return False
    digits = str(numeral).replace(".", "")
    size = len(digits)
    others = (str(number).zfill(size) for number in range(first, last + 1))
    # a number of fewer digits is no other order of them: 062351 for 162350
    return any(
        sorted(other) == sorted(digits)
        for other in others
        if other != digits and (other[0] != "0") == (digits[0] != "0")
    )
