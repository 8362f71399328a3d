"""Endnotes of a word processor: real ones, and references back to those spoken of before.

After ECMA-376 part 1, section 17.11: a part of the package holds the notes; a note is referred to
once, and a field refers to that reference from then on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Sequence

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:endnotes xmlns:w="{_SPACE}">'
    '<w:endnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:endnote>'
    '<w:endnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:endnote>"
)
_NOTE = (
    '<w:endnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{text}"/></w:pPr>'
    '<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:endnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> {words}</w:t></w:r></w:p></w:endnote>'
)


class Endnotes:
    """The notes of a document.

    Args:
        document: of python-docx, with the styles of notes.
        notes: their words, in the order in which they are first referred to.
    """

    def __init__(self, document: Any, notes: Sequence[str]) -> None:
        self._mark = document.styles["endnote reference"].style_id
        self._seen: set[int] = set()
        text = document.styles["endnote text"].style_id
        told = (
            _NOTE.format(number=number, text=text, mark=self._mark, words=escape(words))
            for number, words in enumerate(notes, 1)
        )
        content = f"{_HEAD}{''.join(told)}</w:endnotes>".encode()
        part = Part(PackURI("/word/endnotes.xml"), _TYPE, content, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES)
        _settle(document)

    def refer(self, paragraph: Any, number: int, *, apart: bool) -> None:
        """Put the number of a note behind what a paragraph says so far.

        Args:
            paragraph: of python-docx.
            number: of the note, from 1.
            apart: whether another number stands right before it.
        """
        if apart:
            self._run(paragraph).text = ","
        if number in self._seen:
            self._refer_back(paragraph, number)
            return
        self._seen.add(number)
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        start.set(qn("w:name"), _bookmark(number))
        for element in (start, end):
            element.set(qn("w:id"), str(number))
        reference = OxmlElement("w:endnoteReference")
        reference.set(qn("w:id"), str(number))
        paragraph._p.append(start)
        self._run(paragraph)._r.append(reference)
        paragraph._p.append(end)

    def _refer_back(self, paragraph: Any, number: int) -> None:
        """A field that shows the number of a note once more."""
        for kind in ("begin", "code", "separate", "result", "end"):
            run = self._run(paragraph)
            if kind == "code":
                code = OxmlElement("w:instrText")
                code.set(qn("xml:space"), "preserve")
                code.text = f" NOTEREF {_bookmark(number)} \\f \\h "
                run._r.append(code)
            elif kind == "result":
                run.text = str(number)
            else:
                sign = OxmlElement("w:fldChar")
                sign.set(qn("w:fldCharType"), kind)
                run._r.append(sign)

    def _run(self, paragraph: Any) -> Any:
        run = paragraph.add_run()
        style = OxmlElement("w:rStyle")
        style.set(qn("w:val"), self._mark)
        run._r.get_or_add_rPr().insert(0, style)
        return run


def _bookmark(number: int) -> str:
    return f"_Note{number}"


def _settle(document: Any) -> None:
    """Number the notes 1, 2, 3 and let them stand right behind the text."""
    shape = _shape()
    for number in ("-1", "0"):
        separator = OxmlElement("w:endnote")
        separator.set(qn("w:id"), number)
        shape.append(separator)
    settings = document.settings.element
    settings.find(qn("w:compat")).addprevious(shape)
    section = document.sections[0]._sectPr
    section.find(qn("w:pgSz")).addprevious(_shape())


def _shape() -> Any:
    shape = OxmlElement("w:endnotePr")
    for tag, value in (("pos", "sectEnd"), ("numFmt", "decimal")):
        element = OxmlElement(f"w:{tag}")
        element.set(qn("w:val"), value)
        shape.append(element)
    return shape
