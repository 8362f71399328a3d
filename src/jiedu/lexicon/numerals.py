"""What a numeral is worth: Arabic and Chinese digits, fractions, magnitudes; exact."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "几": 3}
_PLACES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
MAGNITUDES = {
    "": Decimal(1), "十": Decimal(10), "百": Decimal(100), "千": Decimal(1000),
    "万": Decimal(10**4), "十万": Decimal(10**5), "百万": Decimal(10**6),
    "千万": Decimal(10**7), "亿": Decimal(10**8), "十亿": Decimal(10**9),
    "百亿": Decimal(10**10), "千亿": Decimal(10**11), "万亿": Decimal(10**12),
    "十万亿": Decimal(10**13), "百万亿": Decimal(10**14), "万万": Decimal(10**8),
    "亿亿": Decimal(10**16), "百亿亿": Decimal(10**18),
}  # fmt: skip


def chinese_value(numeral: str) -> Decimal:
    """The value of a Chinese numeral such as 两, 十五, 三百二, 二〇二五, 百.

    A bare 百 or 千 counts as one of them. Raises ``ValueError`` on any other character.
    """
    if len(numeral) > 1 and not any(c in _PLACES for c in numeral):
        return Decimal(int("".join(str(_DIGITS[c]) for c in numeral)))
    total = section = digit = 0
    for char in numeral:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _PLACES:
            place = _PLACES[char]
            if place >= 10_000:
                total = (total + section + digit or 1) * place
                section = 0
            else:
                section += (digit or 1) * place
            digit = 0
        else:
            raise ValueError(f"no Chinese numeral: {numeral!r}")
    return Decimal(total + section + digit)


@lru_cache(maxsize=4096)
def numeral_value(numeral: str) -> Decimal:
    """The value of a numeral as written: ``1,234.5``, ``1/3``, ``三百``.

    Raises:
        ValueError: where it is none, or divides by nought.
    """
    if "/" in numeral:
        part, _, whole = numeral.partition("/")
        if not Decimal(whole):
            raise ValueError(f"division by nought: {numeral!r}")
        return Decimal(part.replace(",", "")) / Decimal(whole)
    if numeral[0] in "0123456789":
        return Decimal(numeral.replace(",", ""))
    return chinese_value(numeral)


def plain_digits(value: Decimal) -> str:
    """A decimal digit by digit: no exponent, no needless noughts, no minus before nothing."""
    written = f"{value:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
