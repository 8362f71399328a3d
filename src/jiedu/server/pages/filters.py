"""What forms of pages are narrowed by; an empty field wants everything."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Query

from jiedu.errors import InputError

NO_NUL = r"^[^\u0000]*$"
"""No server keeps a NUL character."""

Words = Annotated[str, Query(max_length=200, pattern=NO_NUL)]
Day = Annotated[str, Query(max_length=10)]


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
