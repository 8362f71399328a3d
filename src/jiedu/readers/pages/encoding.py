"""The bytes of a page → its characters, whatever its label says.

Pages say an encoding in a header, in a ``<meta>``, or nowhere, and what they say is often not what
they are in: GB18030 is called GB2312, UTF-8 too where a template was left as it was. What the bytes
read as in everyday characters decides; the labels only order the trials.
"""

from __future__ import annotations

import codecs
import re

from jiedu.errors import EncodingError
from jiedu.readers.guessing import common_share, decode_chinese

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 4096  # bytes in which a <meta> may say it; the HTML standard looks at 1024
_META = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,20})", re.I
)
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "big5": "big5hkscs",
}
_PYTHONS = frozenset(
    {
        "idna",
        "mbcs",
        "oem",
        "punycode",
        "raw-unicode-escape",
        "undefined",
        "unicode-escape",
        "utf-7",
    }
)
"""Encodings of Python's own, and one that browsers take for an attack: no page is in them."""
_BROKEN = 0.002  # of the characters: a page with a few bytes lost is still read
_FEW = 8  # characters, of however short a page
_ENOUGH = 0.2
_SAMPLE = 20_000


def decode_page(data: bytes, charset: str, name: str) -> str:
    """The characters of a page; ``U+FFFD`` stands where single bytes are broken.

    Args:
        data: the bytes.
        charset: the encoding that its header says, or nothing.
        name: the document, for errors.

    Raises:
        EncodingError: where they are text in none of the encodings.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    labels = [_wider(charset), _wider(_labelled(data))]
    text = _as_labelled(data, labels, "strict") or decode_chinese(data)
    text = text or _as_labelled(data, [*labels, "utf-8", "gb18030"], "replace")
    if text is None:
        raise EncodingError(
            "the page is in no known encoding (UTF-8, GB18030, Big5)",
            document=name,
            hint="save it from a browser as UTF-8 and read that",
        )
    return text


def _as_labelled(data: bytes, labels: list[str], errors: str) -> str | None:
    """The characters in the first of some encodings that gives everyday ones."""
    for label in filter(None, labels):
        try:
            text = data.decode(label, errors)
        except UnicodeDecodeError:
            continue
        if text.count("\ufffd") > max(_FEW, _BROKEN * len(text)):
            continue
        if common_share(text[:_SAMPLE]) >= _ENOUGH or common_share(text) >= _ENOUGH:
            return text
    return None


def _labelled(data: bytes) -> str:
    found = _META.search(data[:_HEAD])
    return found[1].decode("ascii", "replace") if found else ""


def _wider(label: str) -> str:
    """An encoding as Python knows it, the widest of its kind; nothing where it knows none."""
    label = label.strip().lower()
    label = _WIDER.get(label, label)
    try:
        known = codecs.lookup(label)
    except (LookupError, ValueError):
        return ""
    is_charset = known._is_text_encoding and known.name not in _PYTHONS  # hex and zip are none
    return known.name if is_charset else ""
