"""Figures as a frame of the library that is asked for by name."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from jiedu.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.model import Record

LIBRARIES = ("pandas", "polars", "arrow")


def to_frame(records: Iterable[Record], library: str = "pandas") -> Any:
    """Figures as a frame; Arrow and the library load when this is called.

    Args:
        records: the figures.
        library: ``pandas``, ``polars``, or ``arrow`` for a ``pyarrow.Table``.

    Raises:
        InputError: where the library is another one.
        MissingError: where it is not installed.
    """
    if library not in LIBRARIES:
        raise InputError(f"there are no frames of {library!r}", hint=f"name {_listed()}")
    return getattr(import_module("jiedu.exports.frames"), f"to_{library}")(records)


def _listed() -> str:
    return f"{', '.join(LIBRARIES[:-1])} or {LIBRARIES[-1]}"
