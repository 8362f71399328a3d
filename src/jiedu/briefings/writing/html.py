"""A briefing as one page: charts inside, no script, nothing from elsewhere, a style for paper."""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from jiedu.briefings.plots import chart_bytes
from jiedu.briefings.writing.told import FRAME, first_words, note_words
from jiedu.exports.replacing import replacing
from jiedu.model import Bullets, Grid, Heading, Language, Paragraph, WordsKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jiedu.model import Block, Briefing, Line, Picture, Pictures, Words

_LANGUAGES = {Language.ZH: "zh-CN", Language.EN: "en"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_PREFACE = re.compile(rb"^.*?(?=<svg)", re.S)
_METADATA = re.compile(r"<metadata>.*?</metadata>|<title>.*?</title>", re.S)
_OWN = re.compile(r'(\bid="|xlink:href="#|url\(#)')


def write_html(briefing: Briefing, path: Path) -> list[Path]:
    """Write the page.

    Raises:
        ExportError: where it cannot be written.
    """
    page = html_of(briefing)
    with replacing(path) as part:
        part.write_text(page, "utf-8")
    return [path]


def html_of(briefing: Briefing) -> str:
    """The page."""
    return "\n".join(_Page(briefing).lines())


class _Page:
    """A page while it is written: which note was spoken of how often, how many charts there are."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._seen: Counter[int] = Counter()
        self._drawn = 0

    def lines(self) -> Iterator[str]:
        briefing = self._briefing
        style = (files("jiedu.briefings") / "data" / "brief.css").read_text("utf-8")
        yield "<!DOCTYPE html>"
        yield f'<html lang="{_LANGUAGES[briefing.language]}">'
        yield '<head><meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield f"<title>{escape(briefing.title)}</title>"
        yield f"<style>\n{style}</style></head>"
        yield f"<body><main><header><h1>{escape(briefing.title)}</h1>"
        yield f'<p class="about">{escape(briefing.about)}</p></header>'
        for block in briefing.blocks:
            yield from self._block(block)
        yield from self._notes()
        yield "</main></body></html>"

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Heading):
            yield f"<h2>{escape(block.text)}</h2>"
        elif isinstance(block, Paragraph):
            kind = ' class="remark"' if block.remark else ""
            yield f"<p{kind}>{self._line(block.line)}</p>"
        elif isinstance(block, Bullets):
            yield "<ul>"
            yield from (f"<li>{self._line(item)}</li>" for item in block.items)
            yield "</ul>"
        elif isinstance(block, Grid):
            yield from self._grid(block)
        else:
            yield from self._pictures(block)

    def _grid(self, grid: Grid) -> Iterator[str]:
        caption = escape(grid.caption)
        yield f'<div class="wide" role="region" tabindex="0" aria-label="{caption}">'
        yield f"<table><caption>{caption}</caption>"
        yield "<colgroup>"
        total = sum(grid.widths)
        yield from (f'<col style="width:{100 * width / total:.0f}%">' for width in grid.widths)
        yield "</colgroup><thead><tr>"
        for at, name in enumerate(grid.header):
            kind = ' class="figure"' if at in grid.figures else ""
            yield f'<th scope="col"{kind}>{escape(name)}</th>'
        yield "</tr></thead><tbody>"
        for row in grid.rows:
            yield "<tr>"
            for at, cell in enumerate(row):
                if at == 0:
                    yield f'<th scope="row">{self._line(cell)}</th>'
                else:
                    kind = ' class="figure"' if at in grid.figures else ""
                    yield f"<td{kind}>{self._line(cell)}</td>"
            yield "</tr>"
        yield "</tbody></table></div>"

    def _pictures(self, block: Pictures) -> Iterator[str]:
        yield '<div class="pictures">'
        for picture in block.items:
            self._drawn += 1
            yield f"<figure>{inline_svg(picture, self._drawn)}"
            yield f"<figcaption><b>{escape(picture.caption)}</b>"
            yield f"<span>{escape(picture.chart.source)}</span></figcaption></figure>"
        yield "</div>"

    def _notes(self) -> Iterator[str]:
        briefing = self._briefing
        yield f'<section class="notes" role="doc-endnotes"><h2>{escape(briefing.notes_title)}</h2>'
        yield f"<p>{escape(first_words(briefing))}</p><ol>"
        for number, note in enumerate(briefing.notes, 1):
            back = f'<a href="#r{number}-1" role="doc-backlink" aria-label="{number}">↩</a>'
            yield f'<li id="n{number}">{escape(note_words(note, briefing))} {back}</li>'
        yield "</ol></section>"

    def _line(self, line: Line) -> str:
        return "".join(map(self._words, line))

    def _words(self, words: Words) -> str:
        first, *others = words.text.split("\n")
        text = escape(first) + "".join(f"<br>{escape(other)}" for other in others)
        if words.kind is WordsKind.STRONG and text.strip():
            text = f"<strong>{text}</strong>"
        return text + self._references(words)

    def _references(self, words: Words) -> str:
        links = []
        for number in words.notes:
            self._seen[number] += 1
            own = f"r{number}-{self._seen[number]}"
            links.append(f'<a id="{own}" href="#n{number}" role="doc-noteref">{number}</a>')
        return f"<sup>{','.join(links)}</sup>" if links else ""


def inline_svg(picture: Picture, number: int) -> str:
    """A chart as a part of a page, its names its own.

    Args:
        picture: the chart.
        number: which one it is on the page.
    """
    drawn = _PREFACE.sub(b"", chart_bytes(picture.chart, ".svg", FRAME), count=1).decode()
    drawn = _METADATA.sub("", drawn)
    drawn = _OWN.sub(rf"\1c{number}-", drawn)
    label = escape(picture.described)
    return drawn.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1).strip()
