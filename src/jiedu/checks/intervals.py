"""What a printed number stands for: an interval, and sums over intervals.

A number printed to some digit stands for every number that would have been printed so: 3.8 for
3.75 to 3.85, 293.7万 for 2,936,500 to 2,937,500. A bound opens it on one side (超50: above 50).
Half a unit of the last printed digit either way is the rule of GB/T 8170 for rounded values and
of error intervals in numerical analysis; ends are closed, so that rounding makes no false alarm.
"""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, Decimal, localcontext
from typing import TYPE_CHECKING, NamedTuple

from jiedu.model import Bound

if TYPE_CHECKING:
    from jiedu.model import Observation

NUMERAL = re.compile(r"\d[\d,]*(?:\.(?P<decimals>\d+))?")
"""A printed number, with its decimals."""
_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
_ABOUT = Decimal(3)  # half-units that 左右 and 约 are wide
_DIGITS = 28
_LONGEST = 300  # digits: no text has a number so long


class Interval(NamedTuple):
    """All numbers from one to another, both included; ``None`` is an open end."""

    low: Decimal | None
    high: Decimal | None

    def meets(self, other: Interval) -> bool:
        """Whether the two have a number in common."""
        if self.low is not None and other.high is not None and self.low > other.high:
            return False
        return self.high is None or other.low is None or other.low <= self.high

    def overlaps(self, other: Interval) -> bool:
        """Whether they have more than one number in common, and not only an end.

        Two figures printed to one digit stand for the same number only if they are the same:
        3.85 is an end of what 3.8 and of what 3.9 stand for.
        """
        if self == other:
            return True
        if self.low is not None and other.high is not None and self.low >= other.high:
            return False
        return self.high is None or other.low is None or other.low < self.high

    def minus(self, other: Interval) -> Interval:
        """The differences of a number of this and one of the other."""
        return Interval(_take(self.low, other.high), _take(self.high, other.low))

    def plus(self, other: Interval) -> Interval:
        """The sums of a number of this and one of the other."""
        return Interval(_add(self.low, other.low), _add(self.high, other.high))

    def over(self, other: Interval) -> Interval:
        """The quotients, of intervals of positive numbers."""
        low = None
        if self.low is not None and other.high:
            low = self.low / other.high
        high = None
        if self.high is not None and other.low:
            high = self.high / other.low
        return Interval(low, high)

    def times(self, other: Interval) -> Interval:
        """The products of a number of this and one of the other.

        Open ends are followed only where no number is negative; else any number may come of it.
        """
        ends = (*self, *other)
        if all(end is not None for end in ends):
            products = [
                one * by for one in self for by in other if one is not None and by is not None
            ]
            return Interval(min(products), max(products))
        if self.low is None or other.low is None or min(self.low, other.low) < 0:
            return Interval(None, None)
        return Interval(self.low * other.low, None)

    def percent(self) -> Interval:
        """A hundred times it."""
        return Interval(_times(self.low, _HUNDRED), _times(self.high, _HUNDRED))

    def root(self, steps: int) -> Interval:
        """The root of that degree, of an interval of positive numbers."""
        return Interval(_root(self.low, steps), _root(self.high, steps))

    def shifted(self, by: int) -> Interval:
        """Each number and a whole one."""
        return Interval(_add(self.low, Decimal(by)), _add(self.high, Decimal(by)))

    def widened(self, by: Decimal) -> Interval:
        """It with so much more room at both ends."""
        return Interval(_take(self.low, by), _add(self.high, by))

    def __str__(self) -> str:
        low = "…" if self.low is None else _short(self.low)
        high = "…" if self.high is None else _short(self.high)
        return f"{low} to {high}"


def half_unit(found: Observation) -> Decimal:
    """Half a unit of the last digit that a figure was printed with, in its base unit.

    A figure in words (三成, 一半) is taken to the last digit of its value.
    """
    match = NUMERAL.match(found.text)
    if match is None:
        exponent = found.value.normalize().as_tuple().exponent
        return _HALF.scaleb(exponent) if isinstance(exponent, int) else _HALF
    numeral = Decimal(match.group().replace(",", ""))
    unit = Decimal(1).scaleb(-len(match["decimals"] or ""))
    if numeral == 0:
        return _HALF * unit
    return abs(found.value / numeral) * unit * _HALF


def printed(found: Observation) -> Interval:
    """The interval that a figure stands for, with the bound that is said of it."""
    half, value = half_unit(found), found.value
    if found.bound in {Bound.ABOVE, Bound.AT_LEAST}:
        return Interval(value - half, None) if value >= 0 else Interval(None, value + half)
    if found.bound in {Bound.BELOW, Bound.AT_MOST}:
        return Interval(None, value + half) if value >= 0 else Interval(value - half, None)
    if found.bound is Bound.ABOUT:
        half *= _ABOUT
    return Interval(value - half, value + half)


class Ends(NamedTuple):
    """How an interval with an open end is said."""

    above: str
    below: str
    both: str


ENGLISH = Ends("{} or more", "{} or less", "any number")
CHINESE = Ends("{}以上", "{}以下", "任何数")


def written(computed: Interval, found: Observation, ends: Ends = ENGLISH) -> str:
    """An interval in the magnitude and unit that a figure is printed in: ``2.2 ± 0.1个百分点``.

    Args:
        computed: the interval.
        found: the figure.
        ends: how an open end is said.
    """
    match = NUMERAL.match(found.text)
    numeral = Decimal(match.group().replace(",", "")) if match is not None else Decimal(0)
    factor = abs(found.value / numeral) if numeral and found.value else Decimal(1)
    unit = found.text[match.end() :] if match is not None and numeral else found.unit
    low = None if computed.low is None else computed.low / factor
    high = None if computed.high is None else computed.high / factor
    if low is None or high is None:
        if low is not None:
            return ends.above.format(f"{_short(low)}{unit}")
        return ends.both if high is None else ends.below.format(f"{_short(high)}{unit}")
    room = (high - low) / 2
    middle = (high + low) / 2
    if room:
        # to the second digit of the room: more would only look exact
        place = Decimal(1).scaleb(room.adjusted() - 1)
        with localcontext(prec=_LONGEST):
            room, middle = room.quantize(place, ROUND_CEILING), middle.quantize(place)
    sign = "−" if middle < 0 else ""
    return f"{sign}{_plain(abs(middle))} ± {_plain(room)}{unit}"


def _plain(value: Decimal) -> str:
    with localcontext(prec=_LONGEST):
        return f"{value.normalize():f}"


def _take(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one - other


def _add(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other


def _times(one: Decimal | None, by: Decimal) -> Decimal | None:
    return None if one is None else one * by


def _root(value: Decimal | None, steps: int) -> Decimal | None:
    if value is None or value <= 0:
        return None
    with localcontext(prec=_DIGITS):
        return (value.ln() / steps).exp()


def _short(value: Decimal) -> str:
    """Six significant digits, without an exponent."""
    with localcontext(prec=6):
        return f"{(+value).normalize():f}".replace("-", "−")
