"""What some bytes are, by themselves: official sites call pages .doc, and PDF files .txt."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from pathlib import PurePosixPath

from jiedu.errors import InputError, NoTextError


class Kind(StrEnum):
    """What is read, by its media type."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    PAGE = "text/html"
    PDF = "application/pdf"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


PAGES = frozenset({".html", ".htm", ".shtml", ".xhtml"})
_NAMED = {".md": Kind.MARKDOWN, ".markdown": Kind.MARKDOWN, **dict.fromkeys(PAGES, Kind.PAGE)}
_HEAD = 4096
_PDF_HEAD = 1024  # readers of PDF look for the mark so far
_PAGE = re.compile(
    r"\ufeff?\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|h1|center|font)[\s>]",
    re.I | re.S,
)
_FEED = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:rss|feed)[\s>]", re.I
)
_SAVE = "open it and save it as .docx, .pdf or .txt"
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old Office or WPS document", _SAVE),
    (b"{\\rtf", "an RTF document", _SAVE),
    (b"\x89PNG", "a picture", "find the text it shows, or type it"),
    (b"\xff\xd8\xff", "a picture", "find the text it shows, or type it"),
    (b"GIF8", "a picture", "find the text it shows, or type it"),
    (b"Rar!", "an archive", "unpack it and read what is in it"),
    (b"7z\xbc\xaf", "an archive", "unpack it and read what is in it"),
    (b"\x1f\x8b", "an archive", "unpack it and read what is in it"),
)
_ARCHIVES = (
    (b"word/document", None),
    (b"xl/workbook", "a workbook"),
    (b"ppt/presentation", "a set of slides"),
)


def kind_of(data: bytes, name: str, said: str = "") -> Kind:
    """What some bytes are.

    Args:
        data: the bytes.
        name: the file's name or its address, whose ending counts where the bytes say nothing.
        said: the media type that a server says, which counts least.

    Raises:
        InputError: where they are nothing that is read; it says what they are.
    """
    ending = PurePosixPath(name.partition("?")[0]).suffix.lower()
    if b"%PDF-" in data[:_PDF_HEAD]:
        return Kind.PDF
    if data.startswith(b"PK\x03\x04"):
        return _archive(data, name)
    for mark, what, hint in _OTHERS:
        if data.startswith(mark):
            raise NoTextError(f"it is {what}, which is not read", document=name, hint=hint)
    head = _head(data)
    if _FEED.match(head):
        raise InputError(
            "it is a feed, and no text", document=name, hint="give its address with --follow"
        )
    if _PAGE.match(head):
        return Kind.PAGE
    if ending in {".docx", ".pdf"}:
        raise InputError(
            f"it is called {ending} and is none",
            document=name,
            hint="download it again; the site may have sent an error in its place",
        )
    named = _NAMED.get(ending)
    if named is not None:
        return named
    return Kind(said) if said in {Kind.PAGE, Kind.MARKDOWN} else Kind.TEXT


def _archive(data: bytes, name: str) -> Kind:
    """What an archive of Office is: the names of its parts stand in it unpacked."""
    for part, what in _ARCHIVES:
        if part not in data:
            continue
        if what is None:
            return Kind.WORD
        raise InputError(
            f"it is {what}, and no text", document=name, hint="jiedu import reads tables"
        )
    if name.lower().endswith(".docx"):
        return Kind.WORD  # a damaged one, which its reader says
    raise NoTextError(
        "it is an archive, which is not read",
        document=name,
        hint="unpack it and read what is in it",
    )


def _head(data: bytes) -> str:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data[2:_HEAD].decode(encoding, "ignore")
    return data[:_HEAD].decode("utf-8", "ignore")
