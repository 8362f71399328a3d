"""A briefing as Markdown with footnotes; its charts stand beside it as SVG files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from jiedu.briefings.plots import chart_bytes
from jiedu.briefings.writing.told import FRAME, first_words, note_words, pictures_of
from jiedu.exports.replacing import replacing
from jiedu.model import Bullets, Grid, Heading, Paragraph, Pictures, WordsKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jiedu.model import Block, Briefing, Line, Words

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")


def write_markdown(briefing: Briefing, path: Path) -> list[Path]:
    """Write the file and one for each chart, and say which they are.

    Raises:
        ExportError: where one of them cannot be written.
    """
    files = []
    for number, picture in enumerate(pictures_of(briefing), 1):
        file = path.with_name(f"{path.stem}-{number}.svg")
        with replacing(file) as part:
            part.write_bytes(chart_bytes(picture.chart, ".svg", FRAME))
        files.append(file)
    with replacing(path) as part:
        part.write_text(markdown_of(briefing, path.stem), "utf-8")
    return [path, *files]


def markdown_of(briefing: Briefing, stem: str) -> str:
    """The text of the file.

    Args:
        briefing: the document.
        stem: what the names of the charts' files begin with.
    """
    lines = [f"# {_safe(briefing.title)}", "", _safe(briefing.about)]
    drawn = 0
    for block in briefing.blocks:
        lines.append("")
        lines.extend(_block(block, stem, drawn))
        drawn += len(block.items) if isinstance(block, Pictures) else 0
    lines += ["", f"## {_safe(briefing.notes_title)}", "", _safe(first_words(briefing)), ""]
    for number, note in enumerate(briefing.notes, 1):
        lines.append(f"[^{number}]: {_safe(note_words(note, briefing))}")
    return "\n".join(lines) + "\n"


def _block(block: Block, stem: str, drawn: int) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"## {_safe(block.text)}"
    elif isinstance(block, Paragraph):
        yield _line(block.line)
    elif isinstance(block, Bullets):
        yield from (f"- {_line(item)}" for item in block.items)
    elif isinstance(block, Grid):
        yield from _grid(block)
    else:
        yield from _pictures(block, stem, drawn)


def _grid(grid: Grid) -> Iterator[str]:
    yield f"**{_safe(grid.caption)}**"
    yield ""
    yield f"| {' | '.join(map(_safe, grid.header))} |"
    marks = ("---:" if at in grid.figures else "---" for at in range(len(grid.header)))
    yield f"| {' | '.join(marks)} |"
    for row in grid.rows:
        yield f"| {' | '.join(map(_line, row))} |"


def _pictures(block: Pictures, stem: str, drawn: int) -> Iterator[str]:
    for number, picture in enumerate(block.items, drawn + 1):
        name = quote(f"{stem}-{number}.svg")
        yield f"![{_safe(picture.described)}]({name})"
        yield ""
        yield f"*{_safe(picture.caption)}*  "
        yield _safe(picture.chart.source)
        yield ""


def _line(line: Line) -> str:
    return "".join(map(_words, line))


def _words(words: Words) -> str:
    text = _safe(words.text).replace("\n", "<br>")
    if words.kind is WordsKind.STRONG:
        text = f"**{text.strip()}**" if text.strip() else text
    return text + "".join(f"[^{number}]" for number in words.notes)


def _safe(text: str) -> str:
    """Words that mean nothing to Markdown."""
    return _SPECIAL.sub(r"\\\1", text)
