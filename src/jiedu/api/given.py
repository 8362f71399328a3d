"""What a caller may write in more than one way: days, words of a slot, names of files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from jiedu.errors import InputError
from jiedu.readers import parse_date

if TYPE_CHECKING:
    from datetime import date
    from enum import StrEnum

    _E = TypeVar("_E", bound=StrEnum)

_FILE_NAME = re.compile(r"[^\s，。；]{1,250}\.(?:txt|text|md|s?html?|pdf|docx)", re.I)


def day_of(day: date | str | None, name: str = "as_of") -> date | None:
    """A day that may be written as ``YYYY-MM-DD``.

    Raises:
        InputError: where it is no date; ``name`` says of what.
    """
    return parse_date(day, name) if isinstance(day, str) else day


def one_of(kind: type[_E], word: str | None, slot: str) -> _E | None:
    """A word as what it means in a slot.

    Raises:
        InputError: where it is none of the slot's words.
    """
    try:
        return None if word is None else kind(word)
    except ValueError as error:
        raise InputError(f"there is no {slot} {word!r}", hint=", ".join(kind)) from error


def names_a_file(source: str) -> bool:
    """Whether a string is a path: of a file that is there, or of one that plainly should be."""
    if "\n" in source:
        return False
    try:
        return Path(source).is_file() or _FILE_NAME.fullmatch(source) is not None
    except (OSError, ValueError):  # longer than a name may be, or no name at all
        return False
