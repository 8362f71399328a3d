"""The readers, each called with the bytes or the words of one input."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING
from unittest.mock import patch

import httpx

from fuzzing.circumstances import DAY, chance_of, day_of, folder
from jiedu.errors import JieduError
from jiedu.readers import decode, documents, parse_date
from jiedu.readers.collections import read_collection
from jiedu.readers.dates import published_date
from jiedu.readers.documents import read_document, read_fetched
from jiedu.readers.parsing import extract
from jiedu.readers.tables import read_tables
from jiedu.readers.titles import first_line
from jiedu.readers.web import Fetched, Rules
from jiedu.readers.web.fetching import _look_at, _media_type
from jiedu.readers.web.links import Link, parse_link
from jiedu.readers.web.unpacking import Unpacker

if TYPE_CHECKING:
    from collections.abc import Callable

    from jiedu.readers.extracted import Extracted
    from jiedu.readers.kinds import Kind

_MOST = 4 * 1024 * 1024
_PIECE = 1000
_CHARSETS = ("", "", "utf-8", "gb2312", "gbk", "big5", "hex", "utf-16", "x", "\0", "idna")
_TYPES = ("", "text/html", "text/plain", "text/markdown", "application/pdf", "nothing")
_CODINGS = ("", "gzip", "deflate", "br", "identity", "gzip, gzip")
_NAMES = ("", "a.html", "t20230720_1.shtml", "%ff.txt", "x.md")
_LINK = Link("http://example.cn/a", "http", "example.cn", 80, b"/a")


def read_as(name: str) -> Callable[[bytes], object]:
    """Read a document of some name in this process, where what a parser raises is seen."""

    def call(data: bytes) -> object:
        with patch.object(documents, "extract_apart", _here):
            return read_document(data, name, day_of(data))

    return call


def _here(data: bytes, kind: Kind, name: str, charset: str = "") -> Extracted:
    return extract(data, kind, name, charset)


def read_pdf(data: bytes) -> object:
    """Read a PDF file in a process apart, whose guard holds it to its limits."""
    return read_document(data, "a.pdf", day_of(data))


def fetched(data: bytes) -> object:
    """Read a page with whatever its server may say of it."""
    chance = chance_of(data)
    coding = chance.choice(_CODINGS)
    unpacker = Unpacker(coding, _MOST, _LINK.url)
    is_packed = coding in {"gzip", "deflate"} and chance.random() < 0.8
    packed = zlib.compress(data) if is_packed else data
    for at in range(0, len(packed), _PIECE):
        unpacker.take(packed[at : at + _PIECE])
    url = f"http://example.cn/{chance.choice(_NAMES)}"
    kind, charset = chance.choice(_TYPES), chance.choice(_CHARSETS)
    with patch.object(documents, "extract_apart", _here):
        return read_fetched(Fetched(url, unpacker.whole(), kind, charset), DAY)


def linked(words: str) -> object:
    """Take an address apart, and a head of an answer that holds the same words."""
    found: list[object] = []
    for base in ("", _LINK.url):
        try:
            found.append(parse_link(words, frozenset({80, 443}), base))
        except JieduError as error:
            found.append(error)
    told = words.encode("utf-8", "replace")
    names = (b"content-type", b"location", b"content-encoding", b"content-length")
    head = [(name, told) for name in names]
    for status in (200, 302, 500):
        reply = httpx.Response(status, headers=head)
        try:
            found += [_media_type(reply), reply.charset_encoding, _look_at(reply, _LINK, Rules())]
        except JieduError as error:
            found.append(error)
    return found


def collected(data: bytes) -> object:
    """Read a collection."""
    lines = data.splitlines(keepends=True)
    return list(read_collection(lines, "c.jsonl", day_of(data)))


def tabled(ending: str) -> Callable[[bytes], object]:
    """Read a file of tables whose name has some ending."""

    def call(data: bytes) -> object:
        path = folder() / f"t{ending}"
        path.write_bytes(data)
        return read_tables(path, published=day_of(data))

    return call


def dated(text: str) -> object:
    """Look for a title and a date."""
    name = text[: chance_of(text).randrange(200)]
    found: list[object] = [first_line(text)]
    for call in (published_date, parse_date, _decoded):
        try:
            found.append(call(text, name))
        except JieduError as error:
            found.append(error)
    return found


def _decoded(text: str, name: str) -> str:
    return decode(text.encode("utf-8", "replace"), name)
