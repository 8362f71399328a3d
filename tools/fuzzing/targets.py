"""What is fuzzed: each is a function of one input, with what must hold of what it gives."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from starlette.requests import Request

from fuzzing import pieces
from fuzzing.fitting import (
    UnfitError,
    fit_findings,
    fit_numerals,
    fit_reading,
    fit_shown,
    fit_structure,
)
from fuzzing.mutating import Drawing
from jiedu.cli.annotated import _body
from jiedu.errors import JieduError
from jiedu.model import (
    Finding,
    Language,
    Numeral,
    Reading,
    Record,
    Release,
    Span,
    Structure,
    Table,
    digest,
)
from jiedu.pipeline.checking import check_reading
from jiedu.pipeline.processing import numerals, process
from jiedu.pipeline.saving import read_into
from jiedu.questions import ask
from jiedu.readers import decode, documents, parse_date
from jiedu.readers.collections import read_collection
from jiedu.readers.dates import published_date
from jiedu.readers.documents import read_document, read_fetched
from jiedu.readers.parsing import extract
from jiedu.readers.tables import read_tables
from jiedu.readers.titles import first_line
from jiedu.readers.web import Fetched
from jiedu.readers.web.links import parse_link
from jiedu.readers.web.unpacking import Unpacker
from jiedu.samples import samples_text
from jiedu.segments import segment
from jiedu.server.pages.reading import shown_of
from jiedu.server.pages.rendering import page
from jiedu.store import View

if TYPE_CHECKING:
    from jiedu.readers.extracted import Extracted
    from jiedu.readers.kinds import Kind

Input = str | bytes
_DAY = date(2023, 7, 20)
_MOST = 4 * 1024 * 1024
_CHARSETS = (
    "",
    "",
    "utf-8",
    "gb2312",
    "gbk",
    "big5",
    "hex",
    "utf-16",
    "x-nothing",
    "\0",
    "idna",
    "punycode",
)
_TYPES = ("", "text/html", "text/plain", "text/markdown", "application/pdf", "nothing")
_CODINGS = ("", "gzip", "deflate", "br", "identity", "gzip, gzip")
_NAMES = ("", "a.html", "t20230720_1.shtml", "%ff.txt", "x.md")
_DIGITS = re.compile(r"[\d.,]+")


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that is fuzzed.

    Attributes:
        name: what it is called.
        call: what is measured; it may raise nothing but a JieduError.
        words: the pieces its inputs are changed with.
        draw: which way its inputs are drawn: ``text``, ``encoded``, ``raw`` or ``packed``.
        fits: raises UnfitError where what came out does not fit the input.
        weight: its share of the time.
        floor: seconds that even the smallest input may take.
    """

    name: str
    call: Callable[[Any], object]
    words: tuple[str, ...]
    draw: str = "text"
    fits: Callable[[Any, Any], None] = lambda given, found: None
    weight: float = 1.0
    floor: float = 0.2

    def drawn(self, chance: Random, one: Input, other: Input) -> Input:
        """An input like another one."""
        drawing = Drawing(chance, self.words)
        found: Input = getattr(drawing, self.draw)(one, other)
        return found


def features(found: object) -> frozenset[str]:
    """What kind of result it is: an input that gives a new kind is kept and changed further."""
    if isinstance(found, JieduError):
        return frozenset({f"{type(found).__name__}: {_DIGITS.sub('0', found.message)[:80]}"})
    if isinstance(found, Reading):
        return _of_reading(found)
    if isinstance(found, (list, tuple)):
        return frozenset().union(*(features(each) for each in found[:50]))
    if isinstance(found, str):
        return frozenset({_DIGITS.sub("0", found)[:16]})
    if isinstance(found, Structure):
        turns = {f"turn {each.role} {each.speaker is None}" for each in found.turns}
        return frozenset(
            turns | {f"point {each.level} {each.marker[-1:]}" for each in found.points}
        )
    if isinstance(found, Numeral):
        return frozenset({f"{found.decision}"})
    if isinstance(found, Finding):
        return frozenset({f"{found.rule} {found.verdict}"})
    if isinstance(found, Record):
        return frozenset({f"{found.measure} {found.unit} {found.period is None} {found.basis}"})
    if isinstance(found, Table):
        return features(found.records)
    if isinstance(found, Release):
        return _of_release(found)
    return frozenset({type(found).__name__})


def _of_release(found: Release) -> frozenset[str]:
    """Lines, cells, marks of notes and the like, each by how often it comes, roughly."""
    said = {
        f"{sign!r} {min(found.text.count(sign), 99).bit_length()}" for sign in "\n\t[|#（<\ufffd"
    }
    odd = {sign for sign in found.text if not sign.isprintable()}
    return frozenset({*said, *map(repr, odd), f"title {len(found.title).bit_length()}",
                      f"{found.publisher is None} {found.published.year}"})  # fmt: skip


def _of_reading(found: Reading) -> frozenset[str]:
    said = {f"{each.rule} {each.bound} {each.status} {each.measure}" for each in found.observations}
    said |= {f"basis {_DIGITS.sub('0', each.basis or '')[:12]}" for each in found.observations}
    said |= {f"turn {each.role}" for each in found.turns}
    said |= {f"point {each.level}" for each in found.points if each.level < 9}
    for each in found.commitments:
        said.add(f"measure {each.action[:8]} {each.deadline is None} {each.instrument is None}")
    return frozenset(said)


def _chance(given: Input) -> Random:
    """Draws the circumstances of an input, the same ones every time."""
    data = given if isinstance(given, bytes) else given.encode("utf-8", "surrogatepass")
    return Random(zlib.crc32(data))


def _release(text: str) -> Release:
    return Release("f", first_line(text), _DAY, text, digest(text), "某局")


def _here(data: bytes, kind: Kind, name: str, charset: str = "") -> Extracted:
    """A document, parsed in this process, where what a parser raises is seen."""
    return extract(data, kind, name, charset)


def _document(name: str) -> Callable[[bytes], object]:
    def call(data: bytes) -> object:
        with patch.object(documents, "extract_apart", _here):
            return read_document(data, name, None if _chance(data).random() < 0.3 else _DAY)

    return call


def _pdf(data: bytes) -> object:
    """A PDF file, in the process apart: what holds it to its limits there is its own guard."""
    return read_document(data, "a.pdf", None if _chance(data).random() < 0.3 else _DAY)


def _fetched(data: bytes) -> object:
    chance = _chance(data)
    coding = chance.choice(_CODINGS)
    unpacker = Unpacker(coding, _MOST, "http://example.cn/a")
    packed = (
        zlib.compress(data) if coding in {"gzip", "deflate"} and chance.random() < 0.8 else data
    )
    for at in range(0, len(packed), 1000):
        unpacker.take(packed[at : at + 1000])
    fetched = Fetched(
        f"http://example.cn/{chance.choice(_NAMES)}",
        unpacker.whole(),
        chance.choice(_TYPES),
        chance.choice(_CHARSETS),
    )
    with patch.object(documents, "extract_apart", _here):
        return read_fetched(fetched, _DAY)


def _link(words: str) -> object:
    return parse_link(words, frozenset({80, 443})), parse_link(
        words, frozenset({80}), "http://a.cn/b"
    )


def _collection(data: bytes) -> object:
    given = _DAY if _chance(data).random() < 0.5 else None
    return list(read_collection(data.splitlines(keepends=True), "c.jsonl", given))


@cache
def _folder() -> Path:
    folder = TemporaryDirectory(prefix="jiedu-fuzz-")
    _kept.callback(folder.cleanup)
    return Path(folder.name)


_kept = ExitStack()


def _table(ending: str) -> Callable[[bytes], object]:
    def call(data: bytes) -> object:
        path = _folder() / f"t{ending}"
        path.write_bytes(data)
        return read_tables(path, published=None if _chance(data).random() < 0.3 else _DAY)

    return call


def _dates(text: str) -> object:
    chance = _chance(text)
    found: list[object] = [first_line(text)]
    for call in (
        published_date,
        parse_date,
        lambda text, name: decode(text.encode("utf-8", "replace"), name),
    ):
        try:
            found.append(call(text, text[: chance.randrange(200)]))
        except JieduError as error:
            found.append(error)
    return found


def _segments(text: str) -> object:
    return segment(text)


def _read(text: str) -> object:
    return process(_release(text))


def _explained(text: str) -> object:
    return numerals(_release(text))


def _checked(text: str) -> object:
    reading = process(_release(text))
    return reading, check_reading(reading, None)


def _fit_checked(text: str, found: tuple[Reading, Any]) -> None:
    fit_reading(found[0])
    fit_findings(found[1], found[0])


def _shown(text: str) -> object:
    reading = process(_release(text))
    chance = _chance(text)
    start = chance.randrange(len(text)) if text else 0
    at = (
        Span(start, chance.randint(start + 1, len(text)))
        if text and chance.random() < 0.5
        else None
    )
    language = chance.choice((Language.ZH, Language.EN))
    shown = shown_of(reading, check_reading(reading, None), language, at, chance.randrange(3))
    scope = {"type": "http", "method": "GET", "path": "/releases/f", "headers": [],
             "query_string": f"lang={language}".encode(), "server": ("127.0.0.1", 80),
             "scheme": "http"}  # fmt: skip
    body = page(Request(scope), "release.html", shown=shown, versions=()).body
    written = "".join(_body(text, reading.observations, reading.commitments))
    return shown, bytes(body), written


def _fit_page(text: str, found: tuple[Any, bytes, str]) -> None:
    fit_shown(text, found[0])
    for sign in ("\0", "\u202e", "\u2066", "\ufeff"):
        if sign in found[1].decode("utf-8"):
            raise UnfitError(f"{sign!r} on a page")


@cache
def _view() -> View:
    store = _folder() / "store.db"
    lines = samples_text().encode().splitlines()
    for _ in read_into(store, read_collection(lines, "samples.jsonl")):
        pass
    return View(store)


def _asked(text: str) -> object:
    answer = ask(_view(), text[:500], _DAY if _chance(text).random() < 0.5 else date(2026, 6, 1))
    return answer.answer, answer.value, answer.unit, answer.reason, answer.nearest


_PAGE = pieces.ROWS["html"] + pieces.TEXT
TARGETS = (
    Target("text", _document("a.txt"), pieces.TEXT, "encoded"),
    Target("page", _document("a.html"), _PAGE, "encoded"),
    Target("markdown", _document("a.md"), pieces.ROWS["markdown"] + pieces.TEXT, "encoded"),
    Target("docx", _document("a.docx"), pieces.ROWS["xml"] + pieces.TEXT, "packed", floor=0.5),
    Target("pdf", _pdf, pieces.ROWS["pdf"], "raw", floor=0.5),
    Target("collection", _collection, pieces.ROWS["json"] + pieces.TEXT, "encoded"),
    Target("csv", _table(".csv"), pieces.ROWS["cells"] * 2 + pieces.PROSE, "encoded"),
    Target(
        "xlsx",
        _table(".xlsx"),
        pieces.ROWS["xml"] + pieces.ROWS["cells"] + pieces.TEXT,
        "packed",
        floor=0.5,
    ),
    Target(
        "html-table",
        _table(".html"),
        pieces.ROWS["html"] * 2 + pieces.ROWS["cells"] * 2 + pieces.PROSE,
        "encoded",
    ),
    Target(
        "dates",
        _dates,
        pieces.TEXT + pieces.ROWS["times"] * 4 + ("发布时间：", "来源：", "时间：", "12:30"),
    ),
    Target("fetched", _fetched, _PAGE, "encoded"),
    Target("link", _link, pieces.ROWS["links"], weight=0.5),
    Target("segments", _segments, pieces.TEXT + pieces.ROWS["points"] * 3, fits=fit_structure),
    Target("process", _read, pieces.TEXT, fits=lambda text, found: fit_reading(found), weight=4.0),
    Target("numerals", _explained, pieces.TEXT, fits=fit_numerals),
    Target("checks", _checked, pieces.TEXT, fits=_fit_checked, weight=2.0, floor=0.3),
    Target(
        "pages", _shown, pieces.TEXT + pieces.ROWS["html"], fits=_fit_page, weight=1.5, floor=0.4
    ),
    Target(
        "ask",
        _asked,
        pieces.ROWS["asked"] * 3
        + pieces.ROWS["times"] * 2
        + pieces.ROWS["words"] * 2
        + pieces.ROWS["odd"],
        weight=1.5,
        floor=0.5,
    ),
)
"""Everything that is fuzzed."""
