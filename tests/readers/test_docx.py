"""Word documents: what of them is text, and which are refused."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from jiedu.errors import InputError, NoTextError
from jiedu.model import Release
from jiedu.pipeline import process
from jiedu.readers import docx as reader
from jiedu.readers import read_file, read_sources
from jiedu.readers.docx import docx_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINES = ["上半年运行情况", "截至6月底，5G基站总数达391.7万个。", "完"]


def written(document: object) -> bytes:
    stream = BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def document(lines: list[str]) -> bytes:
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    return written(made)


def body(xml: str) -> bytes:
    """A document whose body begins with some elements."""
    made = docx.Document()
    holder = parse_xml(f'<w:body xmlns:w="{WORD}">{xml}</w:body>')
    for place, element in enumerate(list(holder)):
        made.element.body.insert(place, element)
    return written(made)


def test_paragraphs_and_rows_are_lines_in_their_order() -> None:
    made = docx.Document()
    made.add_paragraph("前")
    table = made.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"格{number}"
    made.add_paragraph("后")
    assert docx_text(written(made), "a.docx").split("\n") == [
        "前",
        "格0\t格1",
        "格2\t格3",
        "后",
    ]


XML = {
    "a tab and a line end": (
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>",
        "甲\t乙\n丙",
    ),
    "inserted and deleted": (
        "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>",
        "新",
    ),
    "moved away": (
        "<w:p><w:moveFrom><w:r><w:t>走</w:t></w:r></w:moveFrom><w:r><w:t>留</w:t></w:r></w:p>",
        "留",
    ),
    "in a content control": (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "控件",
    ),
    "runs of one number": (
        "<w:p><w:r><w:t>39</w:t></w:r><w:r><w:t>1.7万</w:t></w:r></w:p>",
        "391.7万",
    ),
    "a raised mark of a note": (
        "<w:p><w:r><w:t>总产值</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
        "<w:t>2</w:t></w:r><w:r><w:t>18亿元</w:t></w:r></w:p>",
        "总产值[2]18亿元",
    ),
    "cells of more than one line": (
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>同比</w:t></w:r></w:p><w:p><w:r><w:t>增长</w:t></w:r></w:p>"
        "</w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>3</w:t></w:r>"
        "</w:p></w:tc></w:tr></w:tbl>",
        "同比增长\n\t3",
    ),
    "merged cells": (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>指标</w:t>"
        "</w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>6月</w:t>"
        "</w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
        "<w:tc><w:p><w:r><w:t>量</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>增速</w:t></w:r></w:p>"
        "</w:tc></w:tr></w:tbl>",
        "指标\t6月\t6月\n指标\t量\t增速",
    ),
    "a table that places one paragraph": (
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p>"
        "</w:tc></w:tr></w:tbl>",
        "甲\n乙",
    ),
    "tab stops are no tabs": (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>'
        "<w:r><w:t>文</w:t></w:r></w:p>",
        "文",
    ),
}


@pytest.mark.parametrize(("xml", "expected"), XML.values(), ids=XML)
def test_what_counts_as_text(xml: str, expected: str) -> None:
    assert docx_text(body(xml), "a.docx").rstrip("\n") == expected


def test_offsets_are_of_the_text_as_read(tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(document(LINES))
    release = read_file(path, date(2024, 7, 20))
    assert (release.id, release.title, release.text) == ("稿", LINES[0], "\n".join(LINES))
    (found,) = process(release).observations
    assert found.span.of(release.text) == "391.7"


def test_a_folder_is_read_without_the_marks_of_open_documents(tmp_path: Path) -> None:
    (tmp_path / "稿.docx").write_bytes(document(LINES))
    (tmp_path / "~$稿.docx").write_bytes(b"\x05user")
    (found,) = read_sources([str(tmp_path)], date(2024, 7, 20))
    assert isinstance(found, Release)


def part_left_out() -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(document(LINES))) as whole, ZipFile(stream, "w") as part:
        for name in whole.namelist():
            if name != "word/document.xml":
                part.writestr(name, whole.read(name))
    return stream.getvalue()


def broken_xml() -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(document(LINES))) as whole, ZipFile(stream, "w") as part:
        for name in whole.namelist():
            data = whole.read(name)
            part.writestr(name, data[:-40] if name == "word/document.xml" else data)
    return stream.getvalue()


DAMAGED: dict[str, Callable[[], bytes]] = {
    "no archive": lambda: "上半年".encode(),
    "nothing": lambda: b"",
    "cut short": lambda: document(LINES)[:-200],
    "another archive": part_left_out,
    "broken XML": broken_xml,
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_damaged_file_is_named(kind: str) -> None:
    with pytest.raises(InputError, match="damaged") as raised:
        docx_text(DAMAGED[kind](), "稿.docx")
    assert raised.value.document == "稿.docx"


def test_an_empty_document() -> None:
    with pytest.raises(NoTextError):
        docx_text(document([]), "a.docx")


def test_what_unpacks_to_too_much_is_refused_before_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 4_000_000)
    assert len(stream.getvalue()) < 40_000
    monkeypatch.setattr(reader, "_MOST", 3_000_000)
    with pytest.raises(InputError, match="unpacks to more than"):
        docx_text(stream.getvalue(), "a.docx")
    monkeypatch.setattr(reader, "_MOST", 5_000_000)
    monkeypatch.setattr(reader, "_PARTS", 0)
    with pytest.raises(InputError, match="unpacks to more than"):
        docx_text(stream.getvalue(), "a.docx")


def test_without_python_docx_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(reader, "import_module", missing)
    with pytest.raises(InputError, match=r"jiedu\[docx\]"):
        docx_text(document(LINES), "a.docx")


WHOLE = document(LINES)


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=40))
def test_no_damage_is_a_crash(at: int, noise: bytes) -> None:
    data = WHOLE[:at] + noise + WHOLE[at + len(noise) :]
    with suppress(InputError):
        assert isinstance(docx_text(data, "a.docx"), str)
