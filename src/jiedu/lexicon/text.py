"""One normal form of a text that keeps every offset.

Half- and full-width characters, dashes and traditional characters are made the same, one
code point for one code point, so that a match in the normal form is a span of the text.
"""

from __future__ import annotations

import re
from functools import cache

from opencc import OpenCC

_FULL = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FULL[0xFF0C] = 0xFF0C  # ， stays: 5，123 are two numbers where 5,123 is one
_OTHER = {"　": " ", " ": " ", "–": "—", "―": "—", "‐": "-", "‑": "-", "−": "-", "～": "~",
          "∼": "~", "〜": "~", "「": "“", "」": "”", "『": "‘", "』": "’", "○": "〇", "•": "·",
          "㎡": "㎡", "﹪": "%", "\t": " "}  # fmt: skip
_TABLE = _FULL | {ord(k): ord(v) for k, v in _OTHER.items()}
_CHANGES = re.compile("[" + "".join(map(re.escape, map(chr, _TABLE))) + "]")
_TRADITIONAL = re.compile("[億萬與於業產國們個進電長陽農來發關開動環經達總額較億幾幣見戶數]")


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def normalise(text: str) -> str:
    """The text in simplified characters and half-width signs, of the same length.

    The full-width comma is kept apart from the comma that groups digits.
    """
    same = text.translate(_TABLE) if _CHANGES.search(text) else text
    if _TRADITIONAL.search(same):
        simple: str = _converter().convert(same)
        if len(simple) == len(same):
            return simple
    return same
