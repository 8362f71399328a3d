"""The styles of a document: fonts for Chinese beside those for letters, sizes, spacing."""

from __future__ import annotations

from typing import Any, NamedTuple

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

_INK = RGBColor(0x1F, 0x3A, 0x5F)
_GREY = RGBColor(0x55, 0x55, 0x55)
_BODY = _HEAD = ("Arial", "微软雅黑")
_RULE = "1F3A5F"
_FAINT = "C8C8C8"
_SHADE = "EEF2F7"


class _Style(NamedTuple):
    """A paragraph's style: font, size and space in points."""

    name: str
    fonts: tuple[str, str]
    size: float
    before: float = 0.0
    after: float = 3.0
    colour: RGBColor | None = None
    bold: bool | None = None
    next_kept: bool = False


_STYLES = (
    _Style("Normal", _BODY, 10, 0, 3),
    _Style("Title", _HEAD, 17, 0, 3, _INK, bold=True, next_kept=True),
    _Style("Subtitle", _BODY, 10.5, 0, 6, _GREY, bold=False),
    _Style("Heading 1", _HEAD, 12, 9, 4, _INK, bold=True, next_kept=True),
    _Style("List Bullet", _BODY, 10, 0, 2),
    _Style("Caption", _HEAD, 9, 3, 2, RGBColor(0, 0, 0), bold=True),
    _Style("Remark", _BODY, 8.5, 2, 3, _GREY),
    _Style("Cell", _BODY, 9, 1, 1),
    _Style("Picture", _BODY, 9, 0, 0, next_kept=True),
    _Style("Source Line", _BODY, 7.5, 0, 2, _GREY),
    _Style("Gap", _BODY, 3, 0, 0),
    _Style("endnote text", _BODY, 8, 0, 1),
)


def dress(document: Any, language: str) -> None:
    """Give a new document its page, its styles and its language.

    Args:
        document: of python-docx.
        language: of the text, as ``zh-CN``.
    """
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(19)
    section.top_margin, section.bottom_margin = Mm(17), Mm(16)
    for style in _STYLES:
        _apply(_get(document, style.name), style)
    _mark(document)
    _table(document)
    _speak(document, language)
    _number_pages(section)


def _get(document: Any, name: str, kind: Any = WD_STYLE_TYPE.PARAGRAPH) -> Any:
    try:
        return document.styles[name]
    except KeyError:
        style = document.styles.add_style(name, kind)
        if kind is WD_STYLE_TYPE.PARAGRAPH:
            style.base_style = document.styles["Normal"]
        return style


def _apply(style: Any, wanted: _Style) -> None:
    latin, chinese = wanted.fonts
    style.font.name, style.font.size = latin, Pt(wanted.size)
    style.font.bold, style.font.italic = wanted.bold, False
    if wanted.colour is not None:
        style.font.color.rgb = wanted.colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]  # a theme's fonts would win over those that are named
    for slot, font in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", chinese)):
        fonts.set(qn(f"w:{slot}"), font)
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(wanted.before), Pt(wanted.after)
    shape.line_spacing, shape.keep_with_next = 1.15, wanted.next_kept
    shape.widow_control = True
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _mark(document: Any) -> None:
    """The style of the numbers of notes."""
    style = _get(document, "endnote reference", WD_STYLE_TYPE.CHARACTER)
    style.font.superscript = True


def _table(document: Any) -> None:
    """A table with lines below its rows, and a header that stands out."""
    style = document.styles.add_style("Figures", WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    shape = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side, size, colour in (("top", 8, _RULE), ("bottom", 8, _RULE), ("insideH", 4, _FAINT)):
        borders.append(_made(f"w:{side}", val="single", sz=str(size), space="0", color=colour))
    shape.append(borders)
    style.element.append(shape)
    first = _made("w:tblStylePr", type="firstRow")
    cell = OxmlElement("w:tcPr")
    edges = OxmlElement("w:tcBorders")
    edges.append(_made("w:bottom", val="single", sz="8", space="0", color=_RULE))
    cell.append(edges)
    cell.append(_made("w:shd", val="clear", color="auto", fill=_SHADE))
    first.append(cell)
    style.element.append(first)


def _speak(document: Any, language: str) -> None:
    """Say in which language letters and Chinese characters are to be proof-read."""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}")
    properties = defaults.find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    latin = language if language.startswith("en") else "en-GB"
    properties.append(_made("w:lang", val=latin, eastAsia="zh-CN", bidi="ar-SA"))


def _number_pages(section: Any) -> None:
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = 1
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(8)
        if kind:
            run._r.append(_made("w:fldChar", fldCharType=kind))
        else:
            run._r.append(OxmlElement("w:instrText"))
            run._r[-1].text = words


def _made(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
