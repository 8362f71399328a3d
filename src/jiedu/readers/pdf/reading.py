"""The bytes of a PDF file → its text."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from jiedu.errors import InputError, MissingError, NoTextError
from jiedu.readers.extracted import Extracted
from jiedu.readers.pdf.furniture import without_furniture
from jiedu.readers.pdf.glyphs import sheet_of
from jiedu.readers.pdf.paragraphs import joined
from jiedu.readers.pdf.rows import Leaf, rows_of
from jiedu.readers.pdf.runs import runs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.readers.pdf.glyphs import Sheet
    from jiedu.readers.pdf.runs import Row

PAGES = 2000
_CHARACTERS = 5_000_000
_LOST = 0.05  # of the characters: a file without maps loses nearly all
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_SECURITY = 5  # FPDF_ERR_SECURITY
_LARGER = 1.15  # times the usual size; a title is set larger
_LONGEST_TITLE = 120


def pdf_text(data: bytes, name: str) -> Extracted:
    """The text of a PDF file: a line for each paragraph and each row of a table.

    Args:
        data: the bytes of the file.
        name: the document, for errors.

    Raises:
        InputError: where it is damaged, locked, or has too many pages.
        NoTextError: where it is scanned, or its fonts do not say what they show.
        MissingError: where pypdfium2 is not installed.
    """
    library, raw = _library(name)
    try:
        document = library.PdfDocument(data)
    except library.PdfiumError as error:
        raise _unopened(data, name, error) from error
    try:
        sheets = _sheets(document, raw, name)
    except library.PdfiumError as error:
        raise _damaged(name) from error
    finally:
        document.close()
    _refuse_unreadable(sheets, name)
    kept = without_furniture(
        [(sheet.height, runs_of(sheet.glyphs, sheet.ruling)) for sheet in sheets]
    )
    pages = rows_of(
        [Leaf(sheet.width, sheet.ruling, runs) for sheet, runs in zip(sheets, kept, strict=True)]
    )
    return Extracted("\n".join(joined(pages)), _title(pages))


def _library(name: str) -> tuple[Any, Any]:
    try:
        return import_module("pypdfium2"), import_module("pypdfium2.raw")
    except ImportError as error:
        raise MissingError(
            "reading a PDF file needs pypdfium2", document=name, hint="pip install 'jiedu[pdf]'"
        ) from error


def _sheets(document: Any, raw: Any, name: str) -> list[Sheet]:
    count = len(document)
    if count > PAGES:
        raise InputError(
            f"the file has {count:,} pages, and {PAGES:,} are read at most",
            document=name,
            hint="split it into parts",
        )
    sheets: list[Sheet] = []
    characters = 0
    for number in range(count):
        page = document[number]
        sheets.append(sheet_of(page, raw))
        page.close()
        characters += len(sheets[-1].glyphs)
        if characters > _CHARACTERS:
            raise InputError(
                f"the file has more than {_CHARACTERS:,} characters",
                document=name,
                hint="split it into parts",
            )
    return sheets


def _refuse_unreadable(sheets: Sequence[Sheet], name: str) -> None:
    glyphs = [glyph for sheet in sheets for glyph in sheet.glyphs if not glyph.text.isspace()]
    scanned = sum(sheet.pictured for sheet in sheets)
    if scanned and (not glyphs or scanned * 3 >= len(sheets)):
        raise NoTextError(
            f"the file is scanned: {scanned} of {len(sheets)} pages are pictures without text",
            document=name,
            hint="let a program for character recognition make a text of it, check its figures,"
            " and read that",
        )
    if not glyphs:
        raise NoTextError("the file holds no text", document=name, hint="nothing was saved")
    lost = sum(glyph.lost or _is_no_character(glyph.text) for glyph in glyphs)
    if lost > _LOST * len(glyphs):
        raise NoTextError(
            "the fonts of the file do not say which characters they show",
            document=name,
            hint="find the same text as a page or a Word document; copying it gives nonsense too",
        )


def _is_no_character(text: str) -> bool:
    """Whether a character is for private use, or a sign that it is not known."""
    return text == "\ufffd" or text < " " or "\ue000" <= text <= "\uf8ff" or text >= "\U000f0000"


def _title(pages: Sequence[Sequence[Row]]) -> str:
    """The lines of the first page that are set largest, if they stand out."""
    first = next((page for page in pages if page), [])
    if not first:
        return ""
    sizes = sorted(row.size for page in pages for row in page for _ in row.text)
    largest = max(row.size for row in first)
    if largest < sizes[len(sizes) // 2] * _LARGER:
        return ""
    lines = [row.text for row in first if row.size > largest * 0.97]
    title = "".join(lines)
    return title if len(title) <= _LONGEST_TITLE and "\t" not in title else ""


def _unopened(data: bytes, name: str, error: Any) -> InputError:
    # the code may be one of an earlier file: what is damaged does not always set it
    if getattr(error, "err_code", None) in {_PASSWORD, _SECURITY} and b"/Encrypt" in data:
        return InputError(
            "the file is locked by a password", document=name, hint="save a copy without one"
        )
    return _damaged(name)


def _damaged(name: str) -> InputError:
    return InputError(
        "it is no PDF file, or a damaged one",
        document=name,
        hint="download it again, or open it and print it to a new PDF file",
    )
