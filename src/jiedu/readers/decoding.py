"""Bytes → text: UTF-8, UTF-16 with a mark, GB18030, Big5; anything else is refused."""

from __future__ import annotations

import codecs
import re

from jiedu.errors import EncodingError, NoTextError
from jiedu.readers.guessing import decode_chinese

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DOCUMENTS = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How PDF, DOCX and XLSX, the older Office files, and RTF begin."""
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY_SHARE = 0.01


def decode(data: bytes, name: str) -> str:
    r"""The text of some bytes, with ``\n`` line ends and without a byte order mark.

    Args:
        data: the bytes as they were found.
        name: the document, for errors.

    Returns:
        The text; every offset of jiedu counts its code points.

    Raises:
        NoTextError: where the bytes are empty or no text at all.
        EncodingError: where they are text in none of the encodings.
    """
    return kept(_decoded(data, name), name)


def kept(text: str, name: str) -> str:
    r"""A text as jiedu keeps it: ``\n`` line ends, no byte order mark, ``U+FFFD`` for NUL.

    Nothing else is altered. A database server takes no NUL, and U+FFFD keeps every offset.

    Raises:
        NoTextError: where there is nothing but white space.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\0", "\ufffd")
    if not text.strip():
        raise NoTextError("the document is empty", document=name, hint="nothing was saved")
    return text


def _decoded(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding, name)
    if data.startswith(_DOCUMENTS) or _is_binary(data):
        raise _binary(name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = decode_chinese(data)
    if text is None:
        raise EncodingError(
            "the text is in no known encoding (UTF-8, GB18030, Big5)",
            document=name,
            hint="save it as UTF-8 and read it again",
        )
    return text


def _marked(data: bytes, encoding: str, name: str) -> str:
    """The text of bytes whose first ones name their encoding."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"the byte order mark says {encoding} and byte {error.start} is none",
            document=name,
            hint="save it as UTF-8 and read it again",
        ) from error
    if _is_binary(text.encode()):
        raise _binary(name)
    return text


def _is_binary(data: bytes) -> bool:
    return len(_CONTROL.findall(data)) > _BINARY_SHARE * len(data)


def _binary(name: str) -> NoTextError:
    return NoTextError("this is a binary file", document=name, hint="export its text and read that")
