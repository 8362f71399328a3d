"""PDF files, Word documents and Markdown of different make, read into what a person would copy."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import documents_made as made
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiedu.errors import InputError, MissingError, NoTextError
from jiedu.model import original_of
from jiedu.pipeline import process
from jiedu.readers.documents import read_document
from jiedu.readers.pdf import pdf_text
from jiedu.readers.pdf import reading as reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from jiedu.briefings.fonts import Font

DAY = date(2023, 7, 20)


@pytest.fixture(scope="module")
def setter(font: Font) -> made.Typesetter:
    return made.Typesetter(font.families[0], {Path(file).parent for file in font.files})


LONG = [made.TITLE, *made.BODY * 4]
NOTES = "全年生产总值[2]1260582亿元，耕地3.2×10⁵公顷，面积186km²。"
SET: dict[str, tuple[Callable[[made.Typesetter], bytes], list[str]]] = {
    "a report with headers": (made.report, LONG),
    "two columns": (made.columns, LONG),
    "paragraphs told apart by space": (made.spaced, LONG),
    "a table": (made.table, [made.TITLE, made.BODY[0], *made.ROWS, made.BODY[1]]),
    "raised numbers": (made.notes, [made.TITLE, made.BODY[0], NOTES]),
    "on its side": (made.turned, [made.TITLE, *made.BODY]),
}


@pytest.mark.parametrize(("make", "lines"), SET.values(), ids=SET)
def test_a_pdf_file_gives_its_paragraphs(
    setter: made.Typesetter, make: Callable[[made.Typesetter], bytes], lines: list[str]
) -> None:
    data = make(setter)
    found = read_document(data, "20230720.pdf")
    assert found.text.split("\n") == lines
    assert found.title == made.TITLE
    assert found.published == DAY
    assert found.original == original_of(data, "application/pdf")
    assert next(item.span.of(found.text) for item in process(found).observations) == "3.8"


HEAD = [made.TITLE, f"发布时间：{made.DAY}", *made.BODY[:2]]
WRITTEN: dict[str, tuple[bytes, str, list[str]]] = {
    "a report": (made.word_report(), "a.docx", [*HEAD, *made.ROWS, made.BODY[2]]),
    "a notice": (
        made.word_notice(),
        "a.docx",
        [
            made.TITLE,
            "上半年，5G基站总数达293.7万个，比上年末净增62.5万个。",
            "主要指标",
            "指标\t上半年\t增速（%）",
            "软件业务收入\t55170\t14.2",
            "某市工业和信息化局",
            made.DAY,
        ],
    ),
    "a press conference": (
        made.word_talk(),
        "a.doc",
        [
            made.TITLE,
            f"（{made.DAY}）",
            "记者：5G建设进展如何？",
            "发言人：基站总数已达293.7万个。",
            "下半年继续推进。",
        ],
    ),
    "Markdown": (
        made.MARKDOWN.encode(),
        "a.md",
        [
            made.TITLE,
            made.BODY[0],
            "主要指标",
            "指标\t上半年\t增速（%）",
            "软件业务收入\t55170\t14.2",
            "1. 见公报。",
        ],
    ),
}


@pytest.mark.parametrize(("data", "name", "lines"), WRITTEN.values(), ids=WRITTEN)
def test_a_document_gives_its_lines(data: bytes, name: str, lines: list[str]) -> None:
    found = read_document(data, name)
    assert found.text.split("\n") == lines
    assert (found.title, found.published) == (made.TITLE, DAY)
    assert found.original is not None
    assert found.original.data == data


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a scan": (made.scanned, "scanned: 2 of 2 pages"),
    "fonts without maps": (made.without_map, "fonts of the file do not say"),
    "a lock": (made.locked, "locked by a password"),
    "no pages": (
        lambda: made.pdf(
            [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>"]
        ),
        "no text|damaged",
    ),
    "its head alone": (lambda: b"%PDF-1.7\n", "damaged"),
    "its first half": (lambda: made.scanned()[:300], "damaged"),
}


@pytest.mark.parametrize(("make", "why"), REFUSED.values(), ids=REFUSED)
def test_a_pdf_file_that_cannot_be_read_is_named(make: Callable[[], bytes], why: str) -> None:
    with pytest.raises(InputError, match=why) as raised:
        pdf_text(make(), "稿.pdf")
    assert raised.value.document == "稿.pdf"
    assert raised.value.hint


def test_a_file_with_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "PAGES", 2)
    with pytest.raises(InputError, match="3 pages, and 2 are read"):
        pdf_text(made.scanned(3), "a.pdf")


def test_a_file_with_too_many_characters_is_refused(
    monkeypatch: pytest.MonkeyPatch, setter: made.Typesetter
) -> None:
    monkeypatch.setattr(reader, "_CHARACTERS", 100)
    with pytest.raises(InputError, match="more than 100 characters"):
        pdf_text(made.report(setter), "a.pdf")


def test_without_pypdfium2_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(reader, "import_module", missing)
    with pytest.raises(MissingError, match=r"jiedu\[pdf\]"):
        pdf_text(made.scanned(), "a.pdf")


def test_a_page_among_others_that_is_a_picture_is_let_pass(setter: made.Typesetter) -> None:
    """A cover is a picture in many reports; a third of the pages and more is a scan."""
    whole = pypdfium2.PdfDocument(made.report(setter))
    whole.import_pages(pypdfium2.PdfDocument(made.scanned(1)), index=0)
    while len(whole) < 4:
        whole.import_pages(pypdfium2.PdfDocument(made.spaced(setter)))
    assert pdf_text(saved(whole), "a.pdf").text
    whole.import_pages(pypdfium2.PdfDocument(made.scanned(3)))
    with pytest.raises(NoTextError, match="scanned"):
        pdf_text(saved(whole), "a.pdf")


def saved(document: pypdfium2.PdfDocument) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


WHOLE = made.scanned()


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=40))
def test_no_damage_is_a_crash(at: int, noise: bytes) -> None:
    with suppress(InputError):
        assert pdf_text(WHOLE[:at] + noise + WHOLE[at + len(noise) :], "a.pdf").text
