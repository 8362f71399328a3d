"""Text → tokens: numerals, units, bounds and words of time, with offsets."""

from jiedu.lexicon.numerals import MAGNITUDES, numeral_value, plain_digits
from jiedu.lexicon.periods import When, closing_day, day_before, opening_day, resolve, span_before
from jiedu.lexicon.refused import Stretch, refused
from jiedu.lexicon.scan import Scan, scan
from jiedu.lexicon.text import normalise, without_halves

__all__ = [
    "MAGNITUDES",
    "Scan",
    "Stretch",
    "When",
    "closing_day",
    "day_before",
    "normalise",
    "numeral_value",
    "opening_day",
    "plain_digits",
    "refused",
    "resolve",
    "scan",
    "span_before",
    "without_halves",
]
