"""Word documents → text: a line for each paragraph and for each row of a table.

Lines stand in the order of the document. The cells of a row are told apart by tabs, and a merged
cell stands in each of its places; a table that only places paragraphs gives a line for each. Text
that was inserted under tracked changes counts and text that was deleted does not. What Word makes
by itself is not in the file and so not in the text: the numbers of lists, headers, page numbers.
Notes and comments are left out.
"""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, LargeZipFile, ZipFile

from jiedu.errors import InputError, MissingError, NoTextError
from jiedu.readers.cell_text import in_one_line
from jiedu.readers.docx_tables import table_rows
from jiedu.readers.raised import raised

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 256 * 1024 * 1024  # bytes of unpacked content: far more than any text
_PARTS = 10_000
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH = f"{_WORD}p"
_TABLE = f"{_WORD}tbl"
# a text box says everything twice, and what was moved away stands where it went
_SKIPPED = frozenset({_FALLBACK, f"{_WORD}moveFrom", f"{_WORD}del", f"{_WORD}pPr"})
_SIGNS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}


def docx_text(data: bytes, name: str) -> str:
    """The text of a Word document.

    Args:
        data: the bytes of the file.
        name: the document, for errors.

    Raises:
        InputError: where it is damaged or holds too much.
        NoTextError: where it holds no text.
        MissingError: where python-docx is not installed.
    """
    _refuse_bombs(data, name)
    try:
        opened = import_module("docx").Document(BytesIO(data))
        text = "\n".join(_lines(opened.element.body))
    except ImportError as error:
        raise MissingError(
            "reading a Word document needs python-docx",
            document=name,
            hint="pip install 'jiedu[docx]'",
        ) from error
    except Exception as error:  # a damaged file fails in any layer: zip, XML, relations
        raise _damaged(name) from error
    if not text.strip():
        raise NoTextError("the document is empty", document=name, hint="nothing was saved")
    return text


def _refuse_bombs(data: bytes, name: str) -> None:
    """Look at how much there is to unpack before any of it is."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (BadZipFile, LargeZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _damaged(name) from error
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > _MOST:
        raise InputError(
            f"the document unpacks to more than {_MOST // 2**20} MB or {_PARTS:,} parts",
            document=name,
            hint="save its text alone as .txt",
        )


def _damaged(name: str) -> InputError:
    return InputError(
        "it is no Word document, or a damaged one",
        document=name,
        hint="open it in Word and save it as .docx again, or as .txt",
    )


def _lines(element: Any) -> Iterator[str]:
    """The lines below an element, those of tables and text boxes among them."""
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == _TABLE and (rows := table_rows(child, _cell)) is not None:
            yield from rows
            continue
        if child.tag == _PARAGRAPH:
            yield _words(child)
        yield from _lines(child)


def _cell(element: Any) -> str:
    """The text of a cell in one line."""
    return in_one_line("\n".join(_lines(element)))


def _words(element: Any) -> str:
    """The text of a paragraph, without that of text boxes in it."""
    text = ""
    for child in element:
        if child.tag in _SKIPPED or child.tag == _PARAGRAPH:
            continue
        if child.tag == f"{_WORD}t":
            text += child.text or ""
        elif child.tag == f"{_WORD}r" and _is_raised(child):
            text += raised(_words(child), text[-8:])
        else:
            text += _SIGNS.get(child.tag) or _words(child)
    return text


def _is_raised(run: Any) -> bool:
    found = run.find(f"{_WORD}rPr/{_WORD}vertAlign")
    return found is not None and found.get(f"{_WORD}val") == "superscript"
