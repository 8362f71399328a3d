"""The figure that a cell of the body holds, exactly, or that it holds none."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from jiedu.lexicon import normalise
from jiedu.readers.tables.units import Unit, known_unit

_MISSING = frozenset(
    {"", "-", "--", "—", "——", "———", "…", "……", "..", "...", "......", "/", "//", "\\",
     "N/A", "NA", "n/a", "n.a.", "nan", "NaN", "null", "None"}
)  # fmt: skip
_LONGEST = 40
_NUMBER = re.compile(r"[+\-]?(?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d*)(?:\.\d+)?")
_BRACKETED = re.compile(r"\((?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\)(?P<unit>%?)")
_MARKS = re.compile(r"(?<=[\d%])\s*(?:[\u2460-\u2473]+|[*†‡]{1,3}|\[\d{1,2}\]|〔\d{1,2}〕)$")
_POWER = re.compile(r"^10\s*\[")
_DASHED = re.compile(r"^[—–]\s*\d")


class ValueTextError(ValueError):
    """A cell that is neither a figure nor missing."""


class Value(NamedTuple):
    """A figure as it stands in its cell.

    Attributes:
        number: what is written, unscaled.
        unit: the unit that the cell itself gives, if it does.
    """

    number: Decimal
    unit: Unit | None = None


def is_missing(text: str) -> bool:
    """Whether a cell says that there is no figure."""
    return normalise(text).strip() in _MISSING


def read_value(text: str, *, accounting: bool = False) -> Value | None:
    """The figure of a cell, ``None`` where it says that there is none.

    Args:
        text: the cell as written.
        accounting: whether the table says that brackets mean a minus.

    Raises:
        ValueTextError: where it is neither.
    """
    bare = normalise(text).strip()
    if bare in _MISSING:
        return None
    if _POWER.match(bare):
        raise ValueTextError(f"{text.strip()!r} may be a power of ten")
    bare = _MARKS.sub("", bare).strip()
    if accounting and (found := _BRACKETED.fullmatch(bare)):
        bare = f"-{found['number']}{found['unit']}"
    found = _NUMBER.match(bare)
    if found is None or len(found.group()) > _LONGEST:
        raise ValueTextError(_refused(text, bare))
    rest = bare[found.end() :].strip()
    if rest[:1].isdigit():
        raise ValueTextError(_refused(text, bare))
    unit = known_unit(rest) if rest else None
    if rest and unit is None:
        raise ValueTextError(_refused(text, bare))
    return Value(Decimal(found.group().replace(",", "")), unit)


def looks_like_value(text: str) -> bool:
    """Whether a cell belongs to the body: it holds a figure, or says that there is none."""
    try:
        value = read_value(text)
    except ValueTextError:
        return False
    return value is not None or bool(text.strip())


def _refused(text: str, bare: str) -> str:
    shown = text.strip()[:60]
    if _BRACKETED.fullmatch(bare):
        return f"{shown!r} may be negative or a note: write a minus"
    if _DASHED.match(bare):
        return f"{shown!r} begins with a dash: write a minus"
    return f"{shown!r} is no number"
