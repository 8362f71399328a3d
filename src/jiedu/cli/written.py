"""Values and rows as JSON, with numbers written out from their decimals."""

from __future__ import annotations

import json
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any

from jiedu.errors import InputError
from jiedu.lexicon import plain_digits

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_ENDLESS = 28  # a quotient that does not end (1/3) fills the precision of decimal arithmetic
_ENDED = Context(prec=16)


def write_text(path: Path, text: str) -> None:
    """Write a file as UTF-8; half of a surrogate pair, which no file can hold, becomes ``?``.

    Raises:
        InputError: where it cannot be written.
    """
    try:
        path.write_text(text, encoding="utf-8", errors="replace")
    except OSError as error:
        raise InputError(
            f"the file cannot be written ({error.strerror})", document=str(path)
        ) from error


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file as it is.

    Raises:
        InputError: where it cannot be written.
    """
    try:
        path.write_bytes(data)
    except OSError as error:
        raise InputError(
            f"the file cannot be written ({error.strerror})", document=str(path)
        ) from error


def number(value: Decimal) -> str:
    """A decimal as a JSON number: digit by digit, without needless noughts.

    A quotient without an end, such as the value of 1/3, is cut to 16 significant digits; nothing
    else is rounded, and no binary fraction comes between.
    """
    if len(value.as_tuple().digits) >= _ENDLESS and value != value.to_integral_value():
        value = _ENDED.plus(value)
    return plain_digits(value)


def json_row(row: Mapping[str, Any]) -> str:
    """A row as one line of JSON."""
    return "{" + ", ".join(f"{_json(key)}: {_json(value)}" for key, value in row.items()) + "}"


def _json(value: Any) -> str:
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, dict):
        return json_row(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_json, value))}]"
    return json.dumps(value, ensure_ascii=False, default=str)  # days as ISO 8601
