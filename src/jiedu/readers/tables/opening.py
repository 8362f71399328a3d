"""What a file of tables is, by its content: official sites call HTML pages .xls."""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jiedu.errors import InputError, NoTextError
from jiedu.model import Record
from jiedu.readers.decoding import decode
from jiedu.readers.tables.delimited import read_delimited
from jiedu.readers.tables.grids import Grid
from jiedu.readers.tables.own import (
    is_own_header,
    read_own_csv,
    read_own_grid,
    read_own_lines,
)
from jiedu.readers.tables.pages import page_text, read_page
from jiedu.readers.tables.workbooks import read_workbook

if TYPE_CHECKING:
    from pathlib import Path


_LARGEST = 64 * 1024 * 1024
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_PAGE = re.compile(r"<\s*(?:table|html|body|!doctype html)[\s>]", re.I)
_XML_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Opened:
    """A file of tables.

    Attributes:
        sha256: the digest of its bytes.
        grids: its grids.
        records: the figures of an export of jiedu, ``None`` where it is another file.
        words: the words of a page, for its date and source.
    """

    sha256: str
    grids: tuple[Grid, ...] = ()
    records: tuple[Record, ...] | None = None
    words: str = ""


def open_tables(path: Path) -> Opened:
    """The grids of a file, or the figures of an export.

    Raises:
        InputError: where it cannot be read, or is no CSV, XLSX or HTML file.
    """
    data, name = _bytes(path), str(path)
    sha256 = hashlib.sha256(data).hexdigest()
    if not data.strip():
        raise NoTextError("the file is empty", document=name, hint="nothing was saved")
    if data.startswith(_ZIP):
        grids = read_workbook(data, name)
        if grids and grids[0].rows and is_own_header(cell.text for cell in grids[0].rows[0]):
            return Opened(sha256, records=tuple(read_own_grid(grids[0], name)))
        return Opened(sha256, tuple(grids))
    if data.startswith((_OLE, *_BIFF)):
        raise InputError(
            "it is an old Excel file, or one with a password",
            document=name,
            hint="open it in a spreadsheet and save as .xlsx",
        )
    return _text(data, name, sha256)


def _text(data: bytes, name: str, sha256: str) -> Opened:
    own = _own(data, name)
    if own is not None:
        return Opened(sha256, records=tuple(own))
    text = decode(data, name)
    head = text[:_HEAD]
    if _XML_SHEET in head:
        raise InputError(
            "it is an Excel file of 2003 in XML",
            document=name,
            hint="open it in a spreadsheet and save as .xlsx",
        )
    if _PAGE.search(head) or (text.lstrip().startswith("<") and _PAGE.search(text)):
        return Opened(sha256, tuple(read_page(text, name)), words=page_text(text))
    return Opened(sha256, (read_delimited(text, name),))


def _own(data: bytes, name: str) -> list[Record] | None:
    """The records of an export in text, which is in UTF-8 and keeps the line ends in its cells."""
    first = data.removeprefix(codecs.BOM_UTF8).lstrip()[:_HEAD].split(b"\n")[0]
    lines = first.startswith(b"{")
    if not lines and not is_own_header(re.split(r"[,\r]", first.decode("utf-8", "replace"))):
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"byte {error.start} is no UTF-8", document=name, hint="save the export as UTF-8"
        ) from error
    return read_own_lines(text, name) if lines else read_own_csv(text.lstrip("\n"), name)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise InputError(
            "there is no such file", document=str(path), hint="check the path"
        ) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"it cannot be read ({reason})", document=str(path)) from error
    if len(data) > _LARGEST:
        raise InputError(
            f"the file has more than {_LARGEST // 2**20} MB",
            document=str(path),
            hint="save the table you need by itself",
        )
    return data
