"""A briefing as a document of a word processor, with real styles, captions and endnotes."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm

from jiedu.briefings.plots import chart_bytes
from jiedu.briefings.writing.docx_notes import Endnotes
from jiedu.briefings.writing.docx_styles import dress
from jiedu.briefings.writing.told import FRAME, first_words, note_words
from jiedu.briefings.writing.zipped import undated
from jiedu.exports.replacing import replacing
from jiedu.model import Bullets, Grid, Heading, Language, Paragraph, WordsKind

if TYPE_CHECKING:
    from pathlib import Path

    from jiedu.model import Block, Briefing, Line, Picture, Pictures

_LANGUAGES = {Language.ZH: "zh-CN", Language.EN: "en-GB"}
_DOTS = 220
_WIDTH = Mm(210 - 2 * 19)
_HALF = Mm(84)


def write_docx(briefing: Briefing, path: Path) -> list[Path]:
    """Write the file, the same bytes each time.

    Raises:
        FontError: where no font with Chinese characters is there for the charts.
        ExportError: where the file cannot be written.
    """
    content = docx_of(briefing)
    with replacing(path) as part:
        part.write_bytes(content)
    return [path]


def docx_of(briefing: Briefing) -> bytes:
    """The bytes of the file; see `write_docx`."""
    writer = _Writer(briefing)
    writer.write()
    content = BytesIO()
    writer.document.save(content)
    return undated(content.getvalue())


class _Writer:
    """A document while it is written."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self.document = docx.Document()
        dress(self.document, _LANGUAGES[briefing.language])
        notes = [note_words(note, briefing) for note in briefing.notes]
        self._notes = Endnotes(self.document, notes)

    def write(self) -> None:
        """Everything, in order."""
        briefing, document = self._briefing, self.document
        self._properties()
        document.add_paragraph(briefing.title, style="Title")
        document.add_paragraph(briefing.about, style="Subtitle")
        for block in briefing.blocks:
            self._block(block)
        # no heading: a program may let the notes begin on a new page, and leave it behind
        last = document.add_paragraph(style="Remark")
        last.add_run(f"{briefing.notes_title}　").bold = True
        last.add_run(first_words(briefing))

    def _properties(self) -> None:
        about, briefing = self.document.core_properties, self._briefing
        day = datetime.combine(briefing.day, time(), UTC)
        about.title, about.subject = briefing.title, briefing.subject
        about.author = about.last_modified_by = "jiedu"
        about.language = _LANGUAGES[briefing.language]
        about.created = about.modified = day
        about.comments = about.keywords = ""

    def _block(self, block: Block) -> None:
        document = self.document
        if isinstance(block, Heading):
            document.add_paragraph(block.text, style="Heading 1")
        elif isinstance(block, Paragraph):
            style = "Remark" if block.remark else "Normal"
            self._line(document.add_paragraph(style=style), block.line)
        elif isinstance(block, Bullets):
            for item in block.items:
                self._line(document.add_paragraph(style="List Bullet"), item)
        elif isinstance(block, Grid):
            self._grid(block)
        else:
            self._pictures(block)

    def _line(self, paragraph: Any, line: Line) -> None:
        for words in line:
            for at, text in enumerate(words.text.split("\n")):
                if at:
                    paragraph.add_run().add_break()
                if text:
                    paragraph.add_run(text).bold = words.kind is WordsKind.STRONG or None
            for at, number in enumerate(words.notes):
                self._notes.refer(paragraph, number, apart=at > 0)

    def _grid(self, grid: Grid) -> None:
        caption = self.document.add_paragraph(grid.caption, style="Caption")
        caption.paragraph_format.keep_with_next = True
        table = self.document.add_table(1, len(grid.header), style="Figures")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for at, name in enumerate(grid.header):
            _fill(table.rows[0].cells[at], at in grid.figures).add_run(name).bold = True
        _repeat(table.rows[0])
        for row in grid.rows:
            cells = table.add_row()
            _keep_whole(cells)
            for at, cell in enumerate(row):
                self._line(_fill(cells.cells[at], at in grid.figures), cell)
        _set_widths(table, grid.widths)
        self._gap()

    def _pictures(self, block: Pictures) -> None:
        table = self.document.add_table(1, 2)
        table.autofit = False
        _keep_whole(table.rows[0])
        for cell, picture in zip(table.rows[0].cells, block.items, strict=False):
            self._picture(cell, picture)
        _set_widths(table, (1, 1))
        self._gap()

    def _picture(self, cell: Any, picture: Picture) -> None:
        content = BytesIO(chart_bytes(picture.chart, ".png", FRAME, _DOTS))
        paragraph = cell.paragraphs[0]
        paragraph.style = "Picture"
        shape = paragraph.add_run().add_picture(content, width=_HALF)
        about = shape._inline.docPr
        about.set("descr", picture.described)
        about.set("title", picture.caption)
        cell.add_paragraph(picture.caption, style="Caption")
        cell.add_paragraph(picture.chart.source, style="Source Line")

    def _gap(self) -> None:
        """A paragraph that keeps a table apart from what follows."""
        self.document.add_paragraph(style="Gap")


def _fill(cell: Any, figure: bool) -> Any:
    """The paragraph of a cell."""
    paragraph = cell.paragraphs[0]
    paragraph.style = "Cell"
    if figure:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


def _repeat(row: Any) -> None:
    """Let a row stand at the top of every page of its table, as its header."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _keep_whole(row)


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _set_widths(table: Any, widths: tuple[int, ...]) -> None:
    total = sum(widths)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = int(_WIDTH * width / total)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = int(_WIDTH * width / total)
