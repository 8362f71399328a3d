"""Rows as an Excel workbook with one sheet.

A value is a number where a double holds it exactly (up to 15 significant digits), else a text
with all its digits. Text is never a formula or a link. Characters that XML cannot hold become
U+FFFD, and a text longer than a cell can hold ends in an ellipsis.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from operator import attrgetter
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from jiedu.exports.cells import digits, encodable, guarded
from jiedu.exports.failures import ExportError
from jiedu.exports.layouts import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jiedu.exports.layouts import Layout, Row

ROWS = 1_048_575
"""How many rows a sheet holds below its heading."""

_LONGEST = 32_767  # UTF-16 units in a cell
_EXACT = 15  # significant digits that a spreadsheet keeps
_DECIMALS = 30  # that a form may show
_FIRST_YEAR = 1900  # of a spreadsheet's calendar
_WIDTH = 12
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SETTINGS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class _Sheet:
    """The sheet being written, row after row."""

    def __init__(self, book: Any, layout: Layout) -> None:
        self._values = attrgetter(*layout.fields)
        self._sheet = book.add_worksheet(layout.noun)
        self._columns = len(layout.fields)
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._number = cache(lambda form: book.add_format({"num_format": form}))
        bold = book.add_format({"bold": True})
        for column, name in enumerate(layout.fields):
            self._sheet.set_column(column, column, layout.wide.get(name, _WIDTH))
            self._sheet.write_string(0, column, name, bold)
        self._sheet.freeze_panes(1, 0)

    def add(self, row: int, item: Row) -> None:
        for column, value in enumerate(self._values(item)):
            if value is not None:
                self._write(row, column, value)

    def close(self, rows: int) -> None:
        self._sheet.autofilter(0, 0, rows, self._columns - 1)

    def _write(self, row: int, column: int, value: object) -> None:
        if isinstance(value, Decimal) and _is_exact(value):
            self._sheet.write_number(row, column, float(value), self._number(_form(value)))
        elif isinstance(value, Decimal):
            self._sheet.write_string(row, column, digits(value))
        elif isinstance(value, date) and value.year >= _FIRST_YEAR:
            self._sheet.write_datetime(row, column, value, self._day)
        elif isinstance(value, int | float):
            self._sheet.write_number(row, column, value)
        else:
            self._sheet.write_string(row, column, _text(value))


def write_file(rows: Iterable[Row], path: Path, layout: Layout = FIGURES) -> int:
    """Write rows and return how many they were.

    Raises:
        ExportError: where they are more than a sheet holds.
    """
    written = 0
    # what the library keeps on the disk until the end goes with the folder, even after an error
    with TemporaryDirectory() as folder, path.open("wb") as file:
        book = xlsxwriter.Workbook(file, {**_SETTINGS, "tmpdir": folder})
        book.use_zip64()
        sheet = _Sheet(book, layout)
        for written, item in enumerate(rows, 1):
            if written > ROWS:
                raise ExportError(
                    f"an Excel sheet holds {ROWS:,} {layout.noun}, and there are more",
                    hint="write them as csv or parquet",
                )
            sheet.add(written, item)
        sheet.close(written)
        _close(book)
    return written


def _close(book: Any) -> None:
    try:
        book.close()
    except XlsxWriterException as error:
        if isinstance(error.args[0] if error.args else None, OSError):
            raise error.args[0] from error
        raise ExportError(f"the workbook cannot be written: {error}") from error


def _is_exact(value: Decimal) -> bool:
    """Whether a spreadsheet keeps every digit of it."""
    shown = digits(value).replace(".", "").replace("-", "").strip("0")
    return len(shown) <= _EXACT and Decimal(repr(float(value))) == value


def _form(value: Decimal) -> str:
    """The form that shows all the digits that were printed."""
    decimals = len(digits(value).partition(".")[2])
    if decimals > _DECIMALS:
        return "General"
    return "#,##0." + "0" * decimals if decimals else "#,##0"


def _text(value: object) -> str:
    if isinstance(value, StrEnum):
        return value.value
    text = guarded(_ILLEGAL.sub("\ufffd", encodable(str(value))))
    if len(text) * 2 <= _LONGEST:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= _LONGEST * 2:
        return text
    return units[: (_LONGEST - 1) * 2].decode("utf-16-le", "ignore") + "…"
