"""What bytes are: by themselves first, then by their name, then by what a server says."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from jiedu.errors import InputError
from jiedu.readers.kinds import Kind, kind_of

PAGE = "<!DOCTYPE html><html><body>文</body></html>"


def archive(*names: str) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return stream.getvalue()


TAKEN = {
    "a page": (PAGE.encode(), "a.html", "", Kind.PAGE),
    "a page called .txt": (PAGE.encode(), "a.txt", "text/plain", Kind.PAGE),
    "a page called .doc": (PAGE.encode(), "a.doc", "application/msword", Kind.PAGE),
    "a page called .pdf": (PAGE.encode(), "a.pdf", "application/pdf", Kind.PAGE),
    "a page behind a comment": (f"<!-- x -->\n{PAGE}".encode(), "a", "", Kind.PAGE),
    "a page as XML": (b'<?xml version="1.0"?>\n<html>', "a", "", Kind.PAGE),
    "a page in UTF-16": (PAGE.encode("utf-16"), "a", "", Kind.PAGE),
    "a page in GB18030": (PAGE.encode("gb18030"), "a", "", Kind.PAGE),
    "a page without an html": (b"<meta charset=gbk><p>a", "a", "", Kind.PAGE),
    "a part of a page": (b"text <b>bold</b>", "a.htm", "", Kind.PAGE),
    "a page by the server's word": (b"text <b>bold</b>", "a", "text/html", Kind.PAGE),
    "a name with a query": (b"text <b>bold</b>", "http://a.cn/a.html?x=1.txt", "", Kind.PAGE),
    "a PDF file": (b"%PDF-1.7\n", "a.pdf", "", Kind.PDF),
    "a PDF file called .txt": (b"%PDF-1.7\n", "a.txt", "text/plain", Kind.PDF),
    "a PDF file behind a blank": (b"\r\n\r\n%PDF-1.7\n", "a.pdf", "", Kind.PDF),
    "a Word document": (archive("word/document.xml"), "a.docx", "", Kind.WORD),
    "a Word document called .doc": (archive("word/document.xml"), "a.doc", "", Kind.WORD),
    "a Word document with a second part": (archive("word/document2.xml"), "a", "", Kind.WORD),
    "a damaged Word document": (archive("x"), "a.docx", "", Kind.WORD),
    "a text": ("增长3%。".encode(), "a.txt", "", Kind.TEXT),
    "a text with a sign": (b"<3 of 5", "a.txt", "", Kind.TEXT),
    "a text without a name": ("增长3%。".encode(), "stdin", "", Kind.TEXT),
    "a text in Markdown": (b"# Title", "a.md", "", Kind.MARKDOWN),
    "Markdown by the server's word": (b"# Title", "a", "text/markdown", Kind.MARKDOWN),
    "nothing": (b"", "a.txt", "", Kind.TEXT),
}
REFUSED = {
    "a workbook": (archive("xl/workbook.xml"), "a.docx", "workbook.*jiedu import"),
    "slides": (archive("ppt/presentation.xml"), "a.pptx", "slides"),
    "an archive": (archive("a.txt"), "a.zip", "archive.*unpack"),
    "another archive": (b"Rar!\x1a\x07", "a.rar", "archive.*unpack"),
    "an old document": (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.doc", "old Office.*save it as .docx"),
    "RTF": (b"{\\rtf1", "a.doc", "RTF"),
    "a picture": (b"\x89PNG\r\n", "a.png", "picture"),
    "a feed": (b'<?xml version="1.0"?><rss version="2.0">', "a.xml", "feed"),
    "a text called .pdf": ("增长3%。".encode(), "a.pdf", "called .pdf and is none"),
    "a text called .docx": ("增长3%。".encode(), "a.DOCX", "called .docx and is none"),
}


@pytest.mark.parametrize(("data", "name", "said", "kind"), TAKEN.values(), ids=TAKEN)
def test_what_bytes_are(data: bytes, name: str, said: str, kind: Kind) -> None:
    assert kind_of(data, name, said) is kind


@pytest.mark.parametrize(("data", "name", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_read_is_named(data: bytes, name: str, why: str) -> None:
    with pytest.raises(InputError, match=why) as raised:
        kind_of(data, name)
    assert raised.value.document == name
    assert raised.value.hint
