"""Parsers apart: what is hostile costs itself and nothing else."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING

import documents_made
import hostile_made as hostile
import pytest

from jiedu.errors import EncodingError, InputError, JieduError, NoTextError
from jiedu.model import Release
from jiedu.readers import read_sources
from jiedu.readers.apart import Limits, extract_apart, guard
from jiedu.readers.apart.wire import error_head, found_head, found_of
from jiedu.readers.extracted import Extracted
from jiedu.readers.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PROSE = hostile.PROSE
GOOD = f"<h1>通信业情况</h1><p>2023-07-20 10:00</p><p>{PROSE}</p>".encode()
SMALL = Limits(seconds=20, memory=768 * 1024 * 1024)
HURRIED = Limits(seconds=0.5, memory=768 * 1024 * 1024)
DAY = date(2023, 7, 20)

# what it is → what kind, its bytes, and what the error says; an empty word where it may be read
HOSTILE: dict[str, tuple[Kind, Callable[[], bytes], str]] = {
    "an archive that unpacks to much": (
        Kind.WORD,
        lambda: hostile.word("", beside=bytes(300_000_000)),
        "unpacks to more than",
    ),
    "an archive that lies of it": (
        Kind.WORD,
        lambda: hostile.lied(hostile.word("", beside=bytes(300_000_000))),
        "damaged|empty",
    ),
    "an archive of many parts": (
        Kind.WORD,
        lambda: hostile.word("", parts=10_001),
        "unpacks to more than",
    ),
    "entities of entities": (Kind.WORD, hostile.entities, "damaged|empty"),
    "XML that nests": (Kind.WORD, hostile.deep_word, "damaged"),
    "a page that nests": (Kind.PAGE, lambda: b"<div>" * 100_000 + GOOD, "nest too deeply"),
    "a page of bold in bold": (Kind.PAGE, lambda: b"<b>" * 20_000 + GOOD, "nest too deeply"),
    "a page of tables in tables": (
        Kind.PAGE,
        lambda: b"<table><tr><td>" * 20_000 + GOOD,
        "nest too deeply",
    ),
    "a page of wide and tall cells": (
        Kind.PAGE,
        lambda: GOOD + b"<table>" + b"<tr><td rowspan=65534 colspan=1000>a<td>b" * 3000,
        "",
    ),
    "a page of one line": (Kind.PAGE, lambda: GOOD + ("增长3%，" * 1_000_000).encode(), ""),
    "a page of openers": (Kind.PAGE, lambda: GOOD + ("（责编：" * 500_000).encode(), ""),
    "a page of dates": (Kind.PAGE, lambda: ("2023-07-2" * 500_000).encode() + GOOD, ""),
    "a page of sources": (Kind.PAGE, lambda: ("来源：a " * 300_000).encode() + GOOD, ""),
    "a page of attributes": (
        Kind.PAGE,
        lambda: b"<p " + b"".join(b"a%d=1 " % n for n in range(20_000)) + b">" + GOOD,
        "",
    ),
    "a tree of pages that holds itself": (Kind.PDF, hostile.looped, "damaged|no text"),
    "a thousand million pages": (Kind.PDF, hostile.endless, "pages|no text|damaged"),
    "a form that draws itself": (Kind.PDF, hostile.drawn_in_itself, "no text|broke down|within"),
    "a page that unpacks to much": (
        Kind.PDF,
        lambda: hostile.packed_page(300_000_000),
        "no text|needs more than|within",
    ),
    "a page of lines": (Kind.PDF, hostile.strokes, "no text"),
    "lists in lists": (Kind.MARKDOWN, lambda: b"- " * 100_000 + b"a", ""),
    "quotes in quotes": (Kind.MARKDOWN, lambda: b"> " * 100_000 + b"a", ""),
    "brackets in brackets": (Kind.MARKDOWN, lambda: b"[" * 50_000 + b"a", ""),
}


@pytest.mark.parametrize(("kind", "make", "why"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_hostile_is_refused_or_read(
    kind: Kind, make: Callable[[], bytes], why: str
) -> None:
    data = make()
    if why:
        with pytest.raises(InputError, match=why) as raised:
            extract_apart(data, kind, "稿", limits=SMALL)
        assert raised.value.document == "稿"
        assert raised.value.hint
    else:
        assert isinstance(extract_apart(data, kind, "稿", limits=SMALL), Extracted)
    assert PROSE in extract_apart(GOOD, Kind.PAGE, "b", limits=SMALL).text


def test_no_file_of_the_machine_comes_in() -> None:
    found = extract_apart(hostile.outer_entity(), Kind.WORD, "a", limits=SMALL)
    assert found.text.strip() == PROSE


def test_a_slow_document_is_given_up_and_the_next_is_read() -> None:
    slow = ("<p>" + PROSE).encode() * 400_000
    with pytest.raises(InputError, match=r"not read within 0\.5 seconds") as raised:
        extract_apart(slow, Kind.PAGE, "a.html", limits=HURRIED)
    assert raised.value.document == "a.html"
    assert extract_apart(GOOD, Kind.PAGE, "b", limits=SMALL).text


def test_a_document_that_needs_much_memory_is_given_up() -> None:
    tight = Limits(memory=400 * 1024 * 1024)
    large = b"<p>" + ("<p>" + PROSE).encode() * 600_000
    with pytest.raises(InputError, match="more than 400 MB"):
        extract_apart(large, Kind.PAGE, "a", limits=tight)
    assert extract_apart(GOOD, Kind.PAGE, "b", limits=tight).text


def test_one_process_reads_many_documents() -> None:
    limits = Limits(documents=3, seconds=21)
    processes = []
    for _ in range(5):
        extract_apart(GOOD, Kind.PAGE, "a", limits=limits)
        processes.append(waiting(limits))
    first, second, _, fourth, fifth = processes
    assert first
    assert first == second
    assert fourth
    assert fourth == fifth != first


def test_a_process_that_was_killed_meanwhile_is_replaced() -> None:
    limits = Limits(seconds=22)
    extract_apart(GOOD, Kind.PAGE, "a", limits=limits)
    os.kill(waiting(limits), signal.SIGKILL)
    assert extract_apart(GOOD, Kind.PAGE, "b", limits=limits).text


def test_threads_do_not_wait_for_each_other() -> None:
    names = [f"{number}.html" for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda name: extract_apart(GOOD, Kind.PAGE, name), names))
    assert {item.text for item in found} == {f"通信业情况\n{PROSE}"}


def waiting(limits: Limits) -> int:
    """The process that waits for the next document, or 0."""
    mine = [worker for worker in guard._idle if worker.limits == limits]
    return mine[0]._process.pid if mine else 0


@pytest.mark.parametrize(
    "error",
    [
        InputError("a", hint="b"),
        NoTextError("a", offset=3, hint="b"),
        EncodingError("a", hint="b"),
    ],
)
def test_an_error_comes_over_as_it_is(error: JieduError) -> None:
    with pytest.raises(type(error)) as raised:
        found_of(error_head(error), b"", "x")
    assert (raised.value.message, raised.value.offset, raised.value.hint) == (
        error.message,
        error.offset,
        error.hint,
    )
    assert raised.value.document == "x"


@pytest.mark.parametrize(
    "found", [Extracted("增长\n3%"), Extracted("a", "标题", DAY, "某局"), Extracted("\ud800")]
)
def test_what_was_found_comes_over_as_it_is(found: Extracted) -> None:
    body = found.text.encode("utf-8", "surrogatepass")
    assert found_of(found_head(found), body, "x") == found


def test_the_rest_of_a_folder_is_read(tmp_path: Path) -> None:
    bad = {
        "a.docx": hostile.deep_word(),
        "b.pdf": documents_made.scanned(),
        "c.html": b"<div>" * 100_000,
        "d.docx": b"no archive",
        "e.pdf": GOOD,  # a page, and read as one
        "f.txt": b"\x00" * 99,
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "g.html").write_bytes(GOOD)
    (tmp_path / "h.txt").write_text(f"发布时间：2023-07-20\n{PROSE}", encoding="utf-8")
    found = list(read_sources([str(tmp_path)]))
    assert [item.id for item in found if isinstance(item, Release)] == ["e", "g", "h"]
    failed = [item for item in found if isinstance(item, JieduError)]
    assert [item.source for item in failed] == [
        str(tmp_path / name) for name in ("a.docx", "b.pdf", "c.html", "d.docx", "f.txt")
    ]
