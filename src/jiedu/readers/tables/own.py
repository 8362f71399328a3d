"""jiedu's own exports, read back as they were written: CSV, XLSX and JSON lines."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jiedu.errors import BadLineError, InputError
from jiedu.model import FIELDS, Bound, Measure, Record, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.readers.tables.grids import Grid

_MARKS = frozenset({"release", "indicator", "measure", "value", "period"})
_PLAIN = frozenset(field.name for field in fields(Record) if str(field.type) == "str")
_TEXTS = _PLAIN | {"indicator_id", "period", "basis", "region", "speaker"}
_CODES: dict[str, type[Measure] | type[Bound] | type[Status]] = {
    "measure": Measure,
    "bound": Bound,
    "status": Status,
}
_OPTIONAL = frozenset(field.name for field in fields(Record) if "None" in str(field.type))
_LONGEST = 400  # digits of a value
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_WHOLE = re.compile(r"\d+")
_ONCE = "'"  # what an export puts before a text that a spreadsheet could take for a formula


def is_own_header(header: Iterable[str]) -> bool:
    """Whether a row of headers is that of an export."""
    return {name.strip() for name in header} >= _MARKS


def read_own_csv(text: str, name: str) -> list[Record]:
    """The records of an exported CSV file.

    Args:
        text: the file, with the line ends that its cells hold.
        name: the document, for errors.

    Raises:
        InputError: where a row is no record.
    """
    try:
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise InputError(f"it is no CSV file ({error})", document=name) from error
    return _records(rows, name)


def read_own_grid(grid: Grid, name: str) -> list[Record]:
    """The records of an exported sheet.

    Args:
        grid: the sheet.
        name: the document, for errors.

    Raises:
        InputError: where a row is no record.
    """
    return _records([[cell.text for cell in row] for row in grid.rows], name)


def read_own_lines(text: str, name: str) -> list[Record]:
    """The records of exported JSON lines.

    Args:
        text: the file.
        name: the document, for errors.

    Raises:
        BadLineError: where a line is no record.
    """
    records = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                records.append(_record(_object(line)))
            except ValueError as error:
                raise BadLineError(
                    str(error), document=name, offset=number, hint="export the figures again"
                ) from error
    return records


def _object(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line, parse_float=Decimal, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise ValueError("the line is no JSON") from error
    if not isinstance(row, dict):
        raise ValueError("the line is no JSON object")
    _check_names(row)
    return row


def _records(rows: list[list[str]], name: str) -> list[Record]:
    header = rows[0]
    try:
        _check_names([column for column in header if column])
    except ValueError as error:
        raise InputError(str(error), document=name, hint="export the figures again") from error
    records = []
    for number, row in enumerate(rows[1:], 2):
        if not any(row):
            continue
        try:
            if len(row) != len(header):
                raise ValueError(f"the row has {len(row)} cells, not {len(header)}")
            cells = dict(zip(header, row, strict=True))
            records.append(_record({field: _unguarded(field, cells[field]) for field in FIELDS}))
        except ValueError as error:
            raise InputError(
                f"row {number}: {error}", document=name, hint="export the figures again"
            ) from error
    return records


def _check_names(names: Iterable[str]) -> None:
    found = list(names)
    lost = [field for field in FIELDS if field not in found]
    strange = [name for name in found if name not in FIELDS]
    if lost or strange or len(found) != len(FIELDS):
        what = f"no field {lost[0]!r}" if lost else f"a field {(strange or found)[0]!r} too many"
        raise ValueError(f"it looks like an export of jiedu and has {what}")


def _unguarded(field: str, cell: str) -> str | None:
    """The value of a cell, without the sign that guards it against being a formula."""
    if field in _TEXTS:
        cell = cell.removeprefix(_ONCE)
    return cell if cell or field in _PLAIN else None


def _record(row: dict[str, Any]) -> Record:
    """One record of strings, or of the values of JSON.

    Raises:
        ValueError: where a field holds what it cannot.
    """
    values = {field: _value(field, row[field]) for field in FIELDS}
    return Record(**values)


def _value(field: str, value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal | None):
        raise ValueError(f"{field}: {value!r} is neither text nor number")
    if value is None:
        if field in _OPTIONAL:
            return None
        raise ValueError(f"{field} is empty")
    if field in _TEXTS:
        if not isinstance(value, str):
            raise ValueError(f"{field}: {value!r} is no text")
        return value
    return _typed(field, str(value))


def _typed(field: str, text: str) -> Any:
    if field in _CODES:
        return _code(field, text)
    if field == "published":
        return _day(text)
    if field in {"start", "end"}:
        if not _WHOLE.fullmatch(text):
            raise ValueError(f"{field}: {text!r} is no offset")
        return int(text)
    if field == "confidence":
        return _likelihood(text)
    if not _NUMBER.fullmatch(text) or len(text) > _LONGEST:
        raise ValueError(f"{field}: {text!r} is no number")
    return Decimal(text)


def _code(field: str, text: str) -> Measure | Bound | Status:
    try:
        return _CODES[field](text)
    except ValueError as error:
        known = ", ".join(_CODES[field])
        raise ValueError(f"{field}: {text!r} is none of {known}") from error


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"published: {text!r} is no date such as 2023-07-20") from error


def _likelihood(text: str) -> float:
    try:
        number = float(text)
    except ValueError as error:
        raise ValueError(f"confidence: {text!r} is no number") from error
    if not 0 <= number <= 1:
        raise ValueError(f"confidence: {text!r} is not between 0 and 1")
    return number
