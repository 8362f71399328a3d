"""The numerals of a text, written in whatever script, and what each is worth.

A reader for the gate, and so a suspicious one: every character that can count is taken, also 两,
壹, ½, ① and the words of English numbers, where the lexicon takes only what states a figure.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from jiedu.lexicon import MAGNITUDES, normalise, numeral_value
from jiedu.questions.words import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEASURED = (
    "(?![瓦克米卡帕升赫焦伏安分])"  # 千瓦 is a unit and 百分点 a word, 千 and 百 in them none
)
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億兩", "一二三四五六七八九十百千万亿两")


class Numeral(NamedTuple):
    """One numeral of a text.

    Attributes:
        start: where it starts, in code points.
        end: where it ends, with its magnitude.
        written: it in normal form, with its magnitude.
        tail: the letter or sign of a unit right behind it, which tells 5G from 5月.
        value: what it is worth, ``None`` where that cannot be told.
        half: half a unit of its last digit: it stands for its value and as much either way.
    """

    start: int
    end: int
    written: str
    tail: str
    value: Decimal | None
    half: Decimal


@cache
def _pattern() -> re.Pattern[str]:
    table = tables()["gate"]
    scales = "|".join(sorted(table["scales"], key=len, reverse=True))
    words = "|".join(sorted(table["words"], key=len, reverse=True))
    return re.compile(
        r"(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)"
        rf"(?P<scale>[十百千万亿]+{_MEASURED}| ?(?:{scales})\b)?"
        rf"|(?P<chinese>[{table['chinese']}]+{_MEASURED})"
        rf"|\b(?P<word>{words})\b"
        rf"|(?P<sign>[{_signs()}]+)",
        re.I,
    )


@cache
def _signs() -> str:
    """Every single sign that is a number and no digit: ½, ②, Ⅳ."""
    return "".join(
        char
        for char in map(chr, range(0xA0, 0x1F200))
        if unicodedata.category(char) in {"No", "Nl"} and char not in "〇"
    )


def numerals_of(text: str) -> Iterator[Numeral]:
    """The numerals of a text, in order."""
    normal = normalise(text).translate(_FORMAL)
    for match in _pattern().finditer(normal):
        value, half = _worth(match)
        tail = normal[match.end() : match.end() + 1]
        tail = tail if tail.isalpha() or tail in "%‰" else ""
        yield Numeral(match.start(), match.end(), match.group().lower(), tail, value, half)


def _worth(match: re.Match[str]) -> tuple[Decimal | None, Decimal]:
    nought = Decimal(0)
    if (digits := match["digits"]) is not None:
        value = Decimal(digits.replace(",", ""))
        scale = _scale((match["scale"] or "").strip().lower())
        if scale is None:
            return None, nought
        decimals = len(digits.partition(".")[2])
        return value * scale, Decimal("0.5").scaleb(-decimals) * scale
    if match["chinese"] is not None:
        try:
            return numeral_value(match["chinese"]), nought
        except (ValueError, InvalidOperation):
            return None, nought
    return None, nought


def _scale(word: str) -> Decimal | None:
    if word in MAGNITUDES:
        return MAGNITUDES[word]
    power = tables()["gate"]["scales"].get(word)
    return None if power is None else Decimal(10) ** power
