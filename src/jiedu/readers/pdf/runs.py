"""Characters of a page → runs that stand together."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from jiedu.readers.raised import raised

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jiedu.readers.pdf.glyphs import Glyph
    from jiedu.readers.pdf.ruling import Ruling

APART = 1.2  # sizes between two cells of a row
_BACK = 0.6  # sizes that a run does not go back
_RAISED = 0.8  # of the size of its line
_LIFTED = 0.15  # sizes above its line
SAME = 0.5  # sizes that the parts of one line may differ in height
_NARROW_SPACE = 0.1  # sizes of the narrowest space between words of Latin script
WIDE_SPACE = 0.45  # sizes of a space beside Chinese script
_SIGNS = "“”‘’…—·"  # as wide as a character in Chinese fonts


class Run(NamedTuple):
    """Characters that stand together in one line."""

    text: str
    left: float
    right: float
    base: float
    size: float


class Row(NamedTuple):
    """A line.

    Attributes:
        text: its characters; cells that stand apart are told apart by tabs.
        left: where it begins.
        right: where it ends.
        base: its height on the page.
        size: of its characters.
        column: which of the page's columns it stands in, 0 where it crosses them.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    column: int


def is_wide(character: str) -> bool:
    """Whether a character is one of Chinese script or its signs, beside which no space stands."""
    return "\u2e80" <= character <= "\uffef" or character >= "\U00020000" or character in _SIGNS


def runs_of(glyphs: Iterable[Glyph], ruling: Ruling) -> list[Run]:
    """The runs of a page, in the order of the file; none crosses the border of a cell."""
    runs: list[Run] = []
    held: list[Glyph | None] = []  # None is a space
    for glyph in glyphs:
        if glyph.text.isspace() or glyph.text < " ":
            held.append(None)
            continue
        last = next((item for item in reversed(held) if item is not None), None)
        if last is not None and not _follows(last, glyph, ruling):
            runs.append(_run(held))
            held = []
        if held or glyph is not None:
            held.append(glyph)
    if any(item is not None for item in held):
        runs.append(_run(held))
    return runs


def _follows(last: Glyph, glyph: Glyph, ruling: Ruling) -> bool:
    size = max(last.size, glyph.size)
    return (
        abs(glyph.base - last.base) <= SAME * size
        and glyph.left - last.right <= APART * size
        and glyph.left - last.left >= -_BACK * size
        and not ruling.between(
            (last.left + last.right) / 2, (glyph.left + glyph.right) / 2, glyph.base
        )
    )


def _run(held: Sequence[Glyph | None]) -> Run:
    glyphs = [item for item in held if item is not None]
    size = median(item.size for item in glyphs)
    level = [item for item in glyphs if item.size >= _RAISED * size]
    size, base = median(item.size for item in level), median(item.base for item in level)
    text = _text(held, size, base)
    return Run(text, glyphs[0].left, max(item.right for item in glyphs), base, size)


def _text(held: Sequence[Glyph | None], size: float, base: float) -> str:
    """The characters of a run; what is raised is written so that it joins no figure."""
    text, lifted = "", ""
    last: Glyph | None = None
    spaced = False
    for item in held:
        if item is None:
            spaced = True
            continue
        if item.size < _RAISED * size and item.base > base + _LIFTED * size:
            lifted += item.text
        else:
            text, lifted = text + (raised(lifted, text[-8:]) if lifted else ""), ""
            if spaced and last is not None and _is_space(last, item, size):
                text += " "
            text += item.text
        last, spaced = item, False
    return text + (raised(lifted, text[-8:]) if lifted else "")


def _is_space(before: Glyph, after: Glyph, size: float) -> bool:
    """Whether a space is more than what typesetters put between scripts."""
    wide = is_wide(before.text) or is_wide(after.text)
    return after.left - before.right >= (WIDE_SPACE if wide else _NARROW_SPACE) * size
