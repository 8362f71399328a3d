"""Briefings as files: what a reader of each form finds, and what goes wrong."""

from __future__ import annotations

import re
import sys
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from lxml import etree
from made_material import small_store
from selectolax.lexbor import LexborHTMLParser

import jiedu.briefings.writing.pdf as pdf
from jiedu.briefings.composing import compose
from jiedu.briefings.failures import FontError
from jiedu.briefings.fonts import find_font
from jiedu.briefings.writing import ENDINGS, write_briefing
from jiedu.briefings.writing.told import note_words
from jiedu.errors import InputError
from jiedu.exports import MissingError
from jiedu.exports.failures import ExportError
from jiedu.model import Briefing, Language
from jiedu.pipeline.briefing import gather
from jiedu.store import View

if TYPE_CHECKING:
    from pathlib import Path

    from jiedu.briefings.fonts import Font


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    return View(small_store(tmp_path_factory.mktemp("small") / "store.db"))


@pytest.fixture(scope="module")
def told(view: View) -> Briefing:
    return compose(gather(view, "h1"), Language.ZH)


@pytest.fixture(scope="module")
def english(view: View) -> Briefing:
    return compose(gather(view, "h1"), Language.EN)


def bare(title: str) -> Briefing:
    """A briefing that is nothing but its title."""
    day = date(2023, 7, 20)
    return Briefing(title, "", Language.ZH, (), (), "出处", "题", "a", day)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_briefing_is_the_same_file(told: Briefing, ending: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}" / f"a{ending}" for number in (1, 2)]
    for file in files:
        file.parent.mkdir()
        write_briefing(told, file)
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.usefixtures("font")
def test_markdown_has_its_footnotes_and_its_charts_beside_it(
    told: Briefing, tmp_path: Path
) -> None:
    files = write_briefing(told, tmp_path / "简报.md")
    text = files[0].read_text("utf-8")
    assert text.startswith("# 《某部介绍上半年玩具工业运行情况》解读\n")
    assert "| 指标 | 时期 | 本次 | 上次 | 变化 |\n| --- | --- | ---: | ---: | ---: |" in text
    spoken, explained = (
        set(re.findall(r"\[\^(\d+)\](?!:)", text)),
        re.findall(r"\n\[\^(\d+)\]:", text),
    )
    assert spoken == set(explained)
    assert len(explained) == len(told.notes)
    assert [file.name for file in files[1:]] == re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)


def test_markdown_makes_nothing_of_the_words_of_others(tmp_path: Path) -> None:
    odd = bare("*题* <b> [链](x) | `码`")
    write_briefing(odd, tmp_path / "a.md")
    first = (tmp_path / "a.md").read_text("utf-8").split("\n", 1)[0]
    assert first == r"# \*题\* \<b\> \[链\](x) \| \`码\`"


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("language", Language)
def test_a_page_asks_for_nothing_and_leads_nowhere_wrong(
    told: Briefing, english: Briefing, language: Language, tmp_path: Path
) -> None:
    briefing = told if language is Language.ZH else english
    write_briefing(briefing, tmp_path / "a.html")
    text = (tmp_path / "a.html").read_text("utf-8")
    page = LexborHTMLParser(text)
    lang = {Language.ZH: "zh-CN", Language.EN: "en"}[language]
    assert f'<html lang="{lang}">' in text
    assert not page.css("script, link, img, iframe, object")
    links = [node.attributes["href"] or "" for node in page.css("a")]
    ids = [node.attributes["id"] or "" for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert len(page.css("[role=doc-endnotes] li")) == len(briefing.notes)
    assert all(node.attributes.get("aria-label") for node in page.css("figure svg"))
    assert all(node.attributes.get("scope") for node in page.css("table th"))
    outside = re.findall(r"""(?:src|href)=["'](?!#)[^"']+|url\((?!#)[^)]+|@import""", text)
    assert not outside


@pytest.mark.usefixtures("font")
def test_a_page_shows_markup_of_others_as_words(tmp_path: Path) -> None:
    odd = bare("<script>1</script>")
    write_briefing(odd, tmp_path / "a.html")
    text = (tmp_path / "a.html").read_text("utf-8")
    assert "<h1>&lt;script&gt;1&lt;/script&gt;</h1>" in text
    assert "<script" not in text


@pytest.mark.usefixtures("font")
def test_a_document_of_a_word_processor(told: Briefing, tmp_path: Path) -> None:
    write_briefing(told, tmp_path / "a.docx")
    document = docx.Document(str(tmp_path / "a.docx"))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles[:2] == ["Title", "Subtitle"]
    assert {"Heading 1", "Caption", "List Bullet", "Remark"} <= set(styles)
    about = document.core_properties
    assert (about.title, about.subject) == (told.title, told.subject)
    assert (about.author, about.language) == ("jiedu", "zh-CN")
    assert about.created is not None
    assert about.created.date() == told.day
    for name in ("Normal", "Heading 1", "Cell", "Caption"):
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia"))
        assert fonts.get(qn("w:eastAsiaTheme")) is None
    headers = [
        row for table in document.tables for row in table._tbl.tr_lst
        if row.find(f".//{qn('w:tblHeader')}") is not None
    ]  # fmt: skip
    assert len(headers) == 2


@pytest.mark.usefixtures("font")
def test_endnotes_are_real_and_each_is_referred_to_once(told: Briefing, tmp_path: Path) -> None:
    write_briefing(told, tmp_path / "a.docx")
    with ZipFile(tmp_path / "a.docx") as package:
        notes = etree.fromstring(package.read("word/endnotes.xml"))
        body = etree.fromstring(package.read("word/document.xml"))
    words = ["".join(note.itertext()).strip() for note in notes if note.get(qn("w:type")) is None]
    assert words == [note_words(note, told) for note in told.notes]
    referred = [int(node.get(qn("w:id"))) for node in body.iter(qn("w:endnoteReference"))]
    assert referred == list(range(1, len(told.notes) + 1))
    marks = {node.get(qn("w:name")) for node in body.iter(qn("w:bookmarkStart"))}
    fields = [node.text.split()[1] for node in body.iter(qn("w:instrText"))]
    assert fields
    assert set(fields) <= marks


@pytest.mark.usefixtures("font")
def test_pictures_of_a_document_are_described(view: View, tmp_path: Path) -> None:
    write_briefing(compose(gather(view, "q3"), Language.ZH, full=True), tmp_path / "a.docx")
    with ZipFile(tmp_path / "a.docx") as package:
        body = etree.fromstring(package.read("word/document.xml"))
    pictures = [node for node in body.iter() if node.tag.endswith("}docPr")]
    assert all(node.get("descr") for node in pictures)


def pages(content: bytes) -> list[str]:
    found = pypdfium2.PdfDocument(BytesIO(content))
    return [page.get_textpage().get_text_range() for page in found]


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("language", Language)
def test_a_pdf_gives_its_text_back(
    told: Briefing, english: Briefing, language: Language, tmp_path: Path
) -> None:
    briefing = told if language is Language.ZH else english
    write_briefing(briefing, tmp_path / "a.pdf")
    text = pages((tmp_path / "a.pdf").read_bytes())
    assert len(text) <= 2
    said = squeezed("".join(text))
    assert squeezed(briefing.title) in said
    for note in briefing.notes:
        if note.shown:
            # lines that are set beside one another may come in another order than in columns
            assert squeezed(note.words)[:12] in said
    about = pypdfium2.PdfDocument(BytesIO((tmp_path / "a.pdf").read_bytes())).get_metadata_dict()
    assert about["Title"] == briefing.title


@pytest.mark.parametrize("name", ["a", "a.doc", "a.txt", "a.pdf.zip"])
def test_an_ending_that_says_no_form(told: Briefing, name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.md, \.html, \.docx, \.pdf"):
        write_briefing(told, tmp_path / name)


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_folder_that_is_not_there(told: Briefing, ending: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="make its folder first"):
        write_briefing(told, tmp_path / "none" / f"a{ending}")


@pytest.mark.parametrize(
    ("ending", "package", "said"),
    [(".docx", "docx", "python-docx"), (".pdf", "typst", "typst")],
)
def test_a_library_that_is_not_installed(
    told: Briefing, ending: str, package: str, said: str, tmp_path: Path, monkeypatch: Any
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, f"jiedu.briefings.writing.{ending[1:]}", raising=False)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingError, match=rf"{said} is not installed; pip install"):
        write_briefing(told, tmp_path / f"a{ending}")


def test_no_font_is_a_clear_error(told: Briefing, tmp_path: Path, monkeypatch: Any) -> None:
    def none() -> Font:
        return find_font(["No Such Family"])

    monkeypatch.setattr(pdf, "find_font", none)
    with pytest.raises(FontError, match="apt-get install fonts-noto-cjk"):
        write_briefing(told, tmp_path / "a.pdf")
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("font")
def test_a_character_that_no_font_has(tmp_path: Path) -> None:
    odd = bare("题\U0001f9ff")
    with pytest.raises(FontError, match="U\\+1F9FF"):
        write_briefing(odd, tmp_path / "a.pdf")
