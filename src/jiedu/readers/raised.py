"""Raised numbers, written so that they join no figure: 10⁵ is no 105, and 总产值[2] no 2."""

from __future__ import annotations

import re

_NOTE = re.compile(r"[\d*]{1,3}")
_POWERS = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_POWER = re.compile(r"[-−]?[0-9]{1,3}")
_UNIT = re.compile(r"(?:^|[^a-zA-Z])(?:[kcdm]?m)\s*\Z")
_TEN = re.compile(r"[×x*]\s*10\s*\Z")


def raised(text: str, before: str) -> str:
    """A raised text as it is meant: a power, a unit's, or the mark of a note.

    Args:
        text: what is raised.
        before: what stands before it.
    """
    if (_TEN.search(before) and _POWER.fullmatch(text)) or (
        _UNIT.search(before) and text.isdecimal()
    ):
        return text.translate(_POWERS)
    return f"[{text}]" if _NOTE.fullmatch(text) else text
