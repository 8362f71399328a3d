"""A briefing as PDF: set by Typst from data, with a font that has every character."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from jiedu.briefings.fonts import find_font
from jiedu.briefings.plots import chart_bytes
from jiedu.briefings.writing.told import FRAME, first_words, note_words
from jiedu.exports.replacing import replacing
from jiedu.model import Bullets, Grid, Heading, Language, Paragraph, WordsKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.briefings.fonts import Font
    from jiedu.model import Block, Briefing, Line

_LANGUAGES = {Language.ZH: ("zh", "cn"), Language.EN: ("en", "gb")}


def write_pdf(briefing: Briefing, path: Path) -> list[Path]:
    """Write the file, the same bytes each time.

    Raises:
        FontError: where no font with Chinese characters is there, or it lacks one of them.
        ExportError: where the file cannot be written.
    """
    content = pdf_of(briefing)
    with replacing(path) as part:
        part.write_bytes(content)
    return [path]


def pdf_of(briefing: Briefing) -> bytes:
    """The bytes of the file; see `write_pdf`."""
    font = find_font()
    told = _document(briefing, font)
    font.check(_texts(told))
    template = (files("jiedu.briefings") / "data" / "brief.typ").read_bytes()
    folders = sorted({str(Path(file).parent) for file in font.files})
    fonts = typst.Fonts(False, False, folders)
    made = typst.compile(
        template,
        format="pdf",
        font_paths=fonts,
        sys_inputs={"briefing": json.dumps(told, ensure_ascii=False)},
        timestamp=datetime.combine(briefing.day, time(), UTC),
    )
    assert isinstance(made, bytes)
    return made


def _document(briefing: Briefing, font: Font) -> dict[str, Any]:
    language, region = _LANGUAGES[briefing.language]
    return {
        "title": briefing.title,
        "about": briefing.about,
        "subject": briefing.subject,
        "lang": language,
        "region": region,
        "fonts": list(font.families),
        "blocks": [_block(block) for block in briefing.blocks],
        "notes-title": briefing.notes_title,
        "first": first_words(briefing),
        "notes": _groups(briefing),
    }


def _groups(briefing: Briefing) -> list[list[dict[str, Any]]]:
    """The notes with their numbers; those in a row that quote nothing are one group."""
    groups: list[list[dict[str, Any]]] = []
    numbered = enumerate(briefing.notes, 1)
    for shown, notes in groupby(numbered, key=lambda item: item[1].shown):
        told = [{"number": at, "text": note_words(note, briefing)} for at, note in notes]
        groups.extend([one] for one in told) if shown else groups.append(told)
    return groups


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": "heading", "text": block.text}
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "remark": block.remark, "words": _line(block.line)}
    if isinstance(block, Bullets):
        return {"kind": "bullets", "items": [{"words": _line(item)} for item in block.items]}
    if isinstance(block, Grid):
        return {
            "kind": "grid",
            "caption": block.caption,
            "header": block.header,
            "rows": [[{"words": _line(cell)} for cell in row] for row in block.rows],
            "widths": block.widths,
            "figures": block.figures,
        }
    items = [
        {
            "caption": item.caption,
            "source": item.chart.source,
            "described": item.described,
            "svg": chart_bytes(item.chart, ".svg", FRAME).decode(),
        }
        for item in block.items
    ]
    return {"kind": "pictures", "items": items}


def _line(line: Line) -> list[dict[str, Any]]:
    return [
        {
            "text": words.text,
            "strong": words.kind is WordsKind.STRONG,
            "notes": list(words.notes),
        }
        for words in line
    ]


def _texts(told: Any) -> Iterator[str]:
    """Every text of the document but the pictures, which look for their own."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for key, value in told.items():
            if key not in {"svg", "fonts"}:
                yield from _texts(value)
    elif isinstance(told, list | tuple):
        for value in told:
            yield from _texts(value)
