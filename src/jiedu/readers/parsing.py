"""The bytes of a document of any kind → its text. Runs in a process apart; see `apart`."""

from __future__ import annotations

from jiedu.readers.decoding import decode
from jiedu.readers.docx import docx_text
from jiedu.readers.extracted import Extracted
from jiedu.readers.kinds import Kind
from jiedu.readers.markdown import markdown_text
from jiedu.readers.pages.reading import read_page
from jiedu.readers.pdf import pdf_text


def extract(data: bytes, kind: Kind, name: str, charset: str = "") -> Extracted:
    """The text of a document, and what it says of itself.

    Args:
        data: its bytes.
        kind: what they are.
        name: the document, for errors.
        charset: the encoding that a server says.

    Raises:
        InputError: where it cannot be read, or holds no text.
    """
    if kind is Kind.PAGE:
        return read_page(data, name, charset)
    if kind is Kind.WORD:
        return Extracted(docx_text(data, name))
    if kind is Kind.PDF:
        return pdf_text(data, name)
    text = decode(data, name)
    return markdown_text(text, name) if kind is Kind.MARKDOWN else Extracted(text)
