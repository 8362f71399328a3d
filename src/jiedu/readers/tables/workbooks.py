"""An Excel workbook → the grids of its sheets, as they show what was calculated."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import column_index_from_string

from jiedu.errors import InputError
from jiedu.lexicon import plain_digits
from jiedu.readers.tables.grids import CELLS, Area, Cell, Grid, squared

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LARGEST = 200 * 1024 * 1024
_PIECE = 1024 * 1024
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"
)
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_OVERLAP = 256
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
_SCALED_FORMAT = re.compile(r"[0#?],+(?![0#?])")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_workbook(data: bytes, name: str) -> list[Grid]:
    """The grids of a workbook's sheets.

    Args:
        data: the file.
        name: the document, for errors.

    Raises:
        InputError: where it is damaged, too large, or no workbook.
    """
    _check(data, name)
    shown, written = _load(data, name, calculated=True), _load(data, name, calculated=False)
    sheets = [sheet for sheet in shown.worksheets if sheet.sheet_state == "visible"]
    cells = 0
    grids = []
    for sheet in sheets:
        cells += sheet.max_row * sheet.max_column
        if cells > CELLS:
            raise _too_large(name)
        grids.append(squared(sheet.title, _rows(sheet, written[sheet.title])))
    return grids


def _check(data: bytes, name: str) -> None:
    """Refuse what would fill the memory, before anything of it is loaded."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > _LARGEST:
                raise _too_large(name)
            if not any(part.filename.endswith("workbook.xml") for part in parts):
                raise InputError(
                    "it is a ZIP file and no Excel workbook",
                    document=name,
                    hint="save the table as .xlsx or .csv",
                )
            cells = sum(_cells_in(archive, part) for part in parts if _is_xml(part))
    except _BROKEN as error:
        raise _damaged(name, error) from error
    if cells > CELLS:
        raise _too_large(name)


def _is_xml(part: zipfile.ZipInfo) -> bool:
    return part.filename.endswith((".xml", ".rels"))


def _cells_in(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """How many cells a part would make, its merged areas counted in full."""
    cells, kept = 0, b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            text = kept + piece
            if _DOCTYPE.search(text):
                raise zipfile.BadZipFile("a part defines entities")
            last = len(text) - _OVERLAP if len(piece) == _PIECE else len(text)
            cells += sum(found.start() < last for found in _CELL.finditer(text))
            cells += sum(_area(found) for found in _MERGED.finditer(text) if found.start() < last)
            kept = text[max(last, 0) :]
    return cells


def _area(found: re.Match[bytes]) -> int:
    left, top, right, bottom = (group.decode() for group in found.groups())
    wide = column_index_from_string(right) - column_index_from_string(left) + 1
    tall = int(bottom) - int(top) + 1
    return int(max(wide, 1) * max(tall, 1))


def _load(data: bytes, name: str, *, calculated: bool) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that are no cells: charts, validations
            return openpyxl.load_workbook(
                io.BytesIO(data), data_only=calculated, rich_text=True, keep_links=False
            )
    except Exception as error:  # the library has no error of its own for a damaged file
        raise _damaged(name, error) from error


def _rows(sheet: Worksheet, written: Worksheet) -> list[list[Cell]]:
    areas = _areas(sheet)
    rows: list[list[Cell]] = []
    for at in range(sheet.max_row):
        row = []
        for across in range(sheet.max_column):
            area = areas.get((at, across))
            top, left = (area.top, area.left) if area else (at, across)
            cell = sheet.cell(top + 1, left + 1)
            formula = written.cell(top + 1, left + 1).data_type == "f"
            row.append(_cell(cell, area, formula=formula))
        rows.append(row)
    return rows


def _areas(sheet: Worksheet) -> dict[tuple[int, int], Area]:
    found = {}
    for merged in sheet.merged_cells.ranges:
        area = Area(merged.min_row - 1, merged.min_col - 1, merged.max_row, merged.max_col)
        for at in range(area.top, area.bottom):
            for across in range(area.left, area.right):
                found[at, across] = area
    return found


def _cell(cell: Any, area: Area | None, *, formula: bool) -> Cell:
    value = cell.value
    if value is None:
        return Cell("", area, "holds a formula that was never calculated" if formula else "")
    if cell.data_type == "e":
        return Cell(str(value), area, f"holds the error {value}")
    if isinstance(value, CellRichText):
        return Cell(_rich(value), area)
    if isinstance(value, bool):
        return Cell(str(value).upper(), area)
    if isinstance(value, datetime | date):
        return Cell(_date(value, str(cell.number_format)), area)
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format), area)
    return Cell(_unescaped(str(value)), area)


def _unescaped(text: str) -> str:
    r"""A text whose control characters were written out (``_x000D_``)."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text) if "_x" in text else text


def _rich(runs: CellRichText) -> str:
    """A text in several styles; a raised number is set in brackets, so that it joins no figure."""
    parts: list[str] = []
    for run in runs:
        if not isinstance(run, TextBlock):
            parts.append(str(run))
            continue
        text = run.text or ""
        raised = run.font is not None and run.font.vertAlign == "superscript"
        number = text.strip().isdigit() and not "".join(parts).rstrip().endswith("m")
        parts.append(f"[{text.strip()}]" if raised and number else text)
    return _unescaped("".join(parts))


def _date(value: date, form: str) -> str:
    """A date as its format shows it, as far as months and years go."""
    bare = _QUOTED.sub("", form).lower()
    if "d" in bare or "y" not in bare:
        return value.strftime("%Y-%m-%d") if value.year > 999 else str(value)
    return f"{value.year}年{value.month}月" if "m" in bare else f"{value.year}年"


def _number(value: float, form: str, area: Area | None) -> Cell:
    """A number with the 15 digits that a spreadsheet keeps, and as per cent where it shows that."""
    number = Decimal(f"{value:.15g}" if isinstance(value, float) else value)
    if not number.is_finite():
        return Cell(str(value), area, "holds no number")
    bare = _QUOTED.sub("", form)
    if _SCALED_FORMAT.search(bare):
        return Cell(f"{number:f}", area, "shows fewer digits than it holds (a format of thousands)")
    if "%" in bare:
        return Cell(f"{plain_digits(number.scaleb(2))}%", area)
    return Cell(plain_digits(number), area)


def _damaged(name: str, error: Exception) -> InputError:
    return InputError(
        f"the workbook is damaged ({error or type(error).__name__})",
        document=name,
        hint="open it in a spreadsheet and save it again as .xlsx",
    )


def _too_large(name: str) -> InputError:
    return InputError(
        f"the workbook has more than {_LARGEST // 2**20} MB or {CELLS:,} cells",
        document=name,
        hint="save the sheet you need by itself",
    )
