"""Text → what may be a marker of an enumerated point, from the table ``markers.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from jiedu.segments.data_files import read_toml
from jiedu.segments.sentences import LINE_ENDS

_HAN = "[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_DIGITS = "(?<![0-9０-９])[1-9１-９][0-9０-９]?"
_NUMBER = re.compile(rf"{_HAN}|[0-9０-９]+|[①-⑳]")
_ONES = {sign: number for number, sign in enumerate("一二三四五六七八九", 1)}
_SENTENCE = LINE_ENDS + "。！？；!?;：:"
_BREAKS = {"line": LINE_ENDS, "sentence": _SENTENCE, "clause": _SENTENCE + "，,“"}
LAST_WORD = 99
"""The place of 最后, which closes an enumeration of any length."""


class Row(NamedTuple):
    """One row of the table.

    Attributes:
        kind: the enumeration that its markers belong to.
        breaks: the signs that may stand before one.
        depth: how its kind nests where the text leaves it open.
        alone: whether one counts without a next one.
        doubtful: whether one counts only as the next one of a running enumeration.
    """

    kind: str
    breaks: str
    depth: int
    alone: bool
    doubtful: bool


class Marker(NamedTuple):
    """What looks like a marker.

    Attributes:
        start: its offset.
        text: as written.
        ordinal: its place in its enumeration.
        opens_line: whether it is the first thing in its line.
        opens_sentence: whether a sentence, or what follows a colon, begins with it.
        row: the row it was found by.
    """

    start: int
    text: str
    ordinal: int
    opens_line: bool
    opens_sentence: bool
    row: Row

    def leads_to(self, other: Marker) -> bool:
        """Whether the other one may be the next of the same enumeration."""
        if other.row.kind != self.row.kind:
            return False
        closes = other.ordinal == LAST_WORD and 2 <= self.ordinal < LAST_WORD
        return closes or other.ordinal == self.ordinal + 1


@cache
def _table() -> tuple[re.Pattern[str], list[Row], dict[str, int]]:
    """One pattern for all rows of the table, the rows by their group, and the word ordinals."""
    raw = read_toml("markers.toml")
    rows, patterns = [], []
    for number, row in enumerate(raw["marker"]):
        marker = row["marker"].replace("{han}", f"(?:{_HAN})").replace("{digits}", _DIGITS)
        patterns.append(f"(?P<r{number}>{marker}){row.get('after', '')}")
        breaks, alone, doubtful = _BREAKS[row["at"]], row.get("alone", True), row.get("doubtful")
        rows.append(Row(row["kind"], breaks, row["depth"], alone, bool(doubtful)))
    # the space is counted, so that a run of breaks and space is not walked again and again
    before = rf"(?:[{_BREAKS['clause']}]|\A)[ \t\u3000\xa0]{{0,40}}+"
    built = f"{before}(?={raw['first']})(?:{'|'.join(patterns)})"
    return re.compile(built), rows, raw["words"]


def find_markers(text: str) -> list[Marker]:
    """Everything in the text that looks like a marker and stands where one may stand."""
    pattern, rows, words = _table()
    found = []
    for match in pattern.finditer(text):
        group = match.lastgroup
        assert group is not None  # every alternative is a group
        row = rows[int(group[1:])]
        start = match.start(group)
        line = not text[match.start() : start].strip()
        sign = text[match.start()]
        if line or sign in row.breaks:
            marker = match[group]
            ordinal = words.get(marker) or _ordinal(marker)
            found.append(Marker(start, marker, ordinal, line, line or sign in _SENTENCE, row))
    return found


def _ordinal(marker: str) -> int:
    """The number in a marker."""
    number = _NUMBER.search(marker)
    assert number is not None  # the patterns have one
    sign = number[0]
    if sign.isdecimal():
        return int(sign)
    if len(sign) == 1 and "①" <= sign <= "⑳":
        return ord(sign) - ord("①") + 1
    tens, ten, ones = sign.rpartition("十")
    return (_ONES.get(tens, 1) * 10 if ten else 0) + _ONES.get(ones, 0)
