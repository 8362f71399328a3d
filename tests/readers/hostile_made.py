"""Documents that somebody made to break a reader."""

from __future__ import annotations

import io
import struct
import zlib
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from documents_made import pdf, stream

PROSE = "上半年，电信业务收入增长6.2%，其中云计算收入增长较快。"


def word(body: str, head: str = "", parts: int = 0, beside: bytes = b"") -> bytes:
    """A Word document whose main part is written by hand."""
    whole, out = io.BytesIO(), io.BytesIO()
    docx.Document().save(whole)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f'<?xml version="1.0"?>{head}<w:document {space}><w:body>{body}</w:body></w:document>'
    with ZipFile(whole) as good, ZipFile(out, "w", ZIP_DEFLATED) as bad:
        for name in good.namelist():
            main = name == "word/document.xml"
            bad.writestr(name, xml.encode() if main else good.read(name))
        for number in range(parts):
            bad.writestr(f"word/media/{number}.bin", b"")
        if beside:
            bad.writestr("word/media/big.bin", beside)
    return out.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def entities() -> bytes:
    """Ten entities, each ten of the one before."""
    rows = ['<!ENTITY e0 "增长3%。">']
    rows += [f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 11)]
    return word(paragraph("&e10;"), f"<!DOCTYPE w:document [{''.join(rows)}]>")


def outer_entity() -> bytes:
    """An entity that is a file of this machine."""
    head = '<!DOCTYPE w:document [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    return word(paragraph("&e;") + paragraph(PROSE), head)


def lied(data: bytes) -> bytes:
    """The same archive, which says that its parts are small."""
    out = bytearray(data)
    at = out.find(b"PK\x01\x02")
    while at >= 0:
        size = struct.unpack_from("<I", out, at + 24)[0]
        struct.pack_into("<I", out, at + 24, min(size, 1000))
        at = out.find(b"PK\x01\x02", at + 4)
    return bytes(out)


def deep_word() -> bytes:
    return word("<w:sdt><w:sdtContent>" * 20_000 + "</w:sdtContent></w:sdt>" * 20_000)


_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>"


def one_page(content: bytes, resources: bytes = b"", *more: bytes) -> bytes:
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            _PAGE % resources,
            content,
            *more,
        ]
    )


def looped() -> bytes:
    """A tree of pages that holds itself."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] /Parent 2 0 R >>",
        ]
    )


def endless() -> bytes:
    """A file that says it has a thousand million pages."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>",
            _PAGE % b"",
            stream(b"", b""),
        ]
    )


def drawn_in_itself() -> bytes:
    """A form that draws itself twice."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>"
    resources = b"/Resources << /XObject << /F 5 0 R >> >>"
    return one_page(stream(b"", b"/F Do"), resources, stream(form, b"/F Do /F Do"))


def packed_page(size: int) -> bytes:
    """A page whose drawing is small packed, and huge unpacked, twice over."""
    once = zlib.compress(b"q 1 0 0 1 0 0 cm\n" * (size // 17), 9)
    return one_page(stream(b"/Filter [/FlateDecode /FlateDecode]", zlib.compress(once, 9)))


def strokes() -> bytes:
    """A page with two hundred thousand lines."""
    drawn = b"0 0 m 9 9 l S\n" * 200_000
    return one_page(stream(b"/Filter /FlateDecode", zlib.compress(drawn)))
