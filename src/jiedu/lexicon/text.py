"""One normal form of a text that keeps every offset.

Half- and full-width characters, dashes and traditional characters are made the same, one
code point for one code point, so that a match in the normal form is a span of the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from opencc import OpenCC

_FULL = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code != 0xFF0C}
"""Full-width signs to half-width ones; ， stays: 5，123 are two numbers where 5,123 is one."""
_OTHER = {"　": " ", "\xa0": " ", "–": "—", "―": "—", "‐": "-", "‑": "-", "−": "-", "∼": "~",
          "〜": "~", "「": "“", "」": "”", "『": "‘", "』": "’", "○": "〇", "•": "·", "﹪": "%",
          "\t": " ", "\0": "\ufffd"}  # fmt: skip
_SIGNS = _FULL | _OTHER
_CHANGES = re.compile(f"[{re.escape(''.join(_SIGNS))}]")
_OTHER_DIGITS = re.compile(r"[^\D0-9]")  # ٣, ३: \d takes them, and so they must be worth something
_LONE = re.compile("[\ud800-\udfff]")
_TRADITIONAL = re.compile("[億萬與於業產國們個進電長陽農來發關開動環經達總額較億幾幣見戶數]")


def without_halves(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair, which UTF-8 does not write."""
    return _LONE.sub("\ufffd", text)


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=2)  # the stages of one release ask for the same text
def normalise(text: str) -> str:
    """The text in simplified characters and half-width signs, of the same length.

    The full-width comma is kept apart from the comma that groups digits.
    """
    same = text
    for sign in set(_CHANGES.findall(text)):  # few of them occur; translate() looks each up
        same = same.replace(sign, _SIGNS[sign])
    if _OTHER_DIGITS.search(same):
        same = _OTHER_DIGITS.sub(lambda found: str(unicodedata.decimal(found[0])), same)
    if _TRADITIONAL.search(same):
        simple: str = _converter().convert(without_halves(same))  # it asks for UTF-8
        if len(simple) == len(same):
            return simple
    return same
