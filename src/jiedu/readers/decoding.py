"""Bytes → text: UTF-8, UTF-16 with a mark, GB18030, Big5; anything else is refused."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from jiedu.errors import EncodingError, NoTextError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE = ["gb18030", "big5"]
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
    text = _decoded(data, name).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise NoTextError("the document is empty", document=name, hint="nothing was saved")
    return text


def _decoded(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise EncodingError(
                    f"the byte order mark says {encoding} and byte {error.start} is none",
                    document=name,
                    hint="save it as UTF-8 and read it again",
                ) from error
    if len(_CONTROL.findall(data)) > _BINARY_SHARE * len(data):
        raise NoTextError(
            "this is a binary file", document=name, hint="export its text and read that"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _chinese(data, name)


def _chinese(data: bytes, name: str) -> str:
    """GB18030 or Big5, whichever reads as Chinese."""
    best = from_bytes(data, cp_isolation=_CHINESE).best()
    if best is None:
        raise EncodingError(
            "the text is in no known encoding (UTF-8, GB18030, Big5)",
            document=name,
            hint="save it as UTF-8 and read it again",
        )
    return str(best)
