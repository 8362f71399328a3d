"""What forms of pages are narrowed by; an empty field wants everything."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, TypeVar

from fastapi import Query

from jiedu.errors import InputError

E = TypeVar("E", bound=StrEnum)

NO_NUL = r"^[^\u0000]*$"
"""No server keeps a NUL character."""

Words = Annotated[str, Query(max_length=200, pattern=NO_NUL)]
Day = Annotated[str, Query(max_length=10)]
Cursor = Annotated[str | None, Query(max_length=600)]


def given(day: str) -> date | None:
    """The day of a field.

    Raises:
        InputError: where it is no day.
    """
    if not day.strip():
        return None
    try:
        return date.fromisoformat(day.strip())
    except ValueError as error:
        raise InputError(f"{day!r} is no day", hint="write it as 2023-07-31") from error


def chosen(word: str, kinds: type[E]) -> E | None:
    """The kind of a field in which one of several is chosen.

    Raises:
        InputError: where it is none of them.
    """
    if not word.strip():
        return None
    try:
        return kinds(word.strip())
    except ValueError as error:
        known = ", ".join(kinds)
        raise InputError(f"{word[:40]!r} is none of those known", hint=f"say {known}") from error
