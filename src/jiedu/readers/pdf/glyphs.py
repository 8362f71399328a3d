"""A page of a PDF file → its characters with their places, as one reads them upright.

Places are in points, x to the right and y upwards, from the lower left corner of the page as it is
shown.
"""

from __future__ import annotations

import ctypes
import math
from typing import TYPE_CHECKING, Any, NamedTuple

from jiedu.readers.pdf.ruling import Ruling, ruling_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLANT = 0.2  # radians; a watermark stands at more
_STAMPED = 40  # characters that a scanner's program stamps on its pages at most
_SMALLEST = 0.5  # points; what is smaller nobody sees
_TURN = math.tau / 4


class Glyph(NamedTuple):
    """A character.

    Attributes:
        text: the character.
        left: where it begins.
        right: where it ends.
        base: the line it stands on.
        size: the height of its font.
        lost: whether its font does not say which character it is.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    lost: bool


class Sheet(NamedTuple):
    """A page.

    Attributes:
        width: in points.
        height: in points.
        glyphs: its characters in the order of the file, white space among them.
        ruling: the lines that are drawn on it.
        pictured: whether a picture covers most of it, and hardly a word stands on it.
    """

    width: float
    height: float
    glyphs: list[Glyph]
    ruling: Ruling
    pictured: bool


def sheet_of(page: Any, raw: Any) -> Sheet:
    """A page with its characters.

    Args:
        page: a ``pypdfium2.PdfPage``.
        raw: the module ``pypdfium2.raw``.
    """
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        turns = page.get_rotation() // 90 % 4
        glyphs = list(_glyphs(text, raw, turns, width, height))
    finally:
        text.close()
    ruling = ruling_of(page, raw, lambda place: _turned(place, turns, width, height))
    written = sum(not glyph.text.isspace() for glyph in glyphs)
    pictured = written < _STAMPED and _is_pictured(page, raw, width * height)
    return Sheet(width, height, glyphs, ruling, pictured)


def _glyphs(text: Any, raw: Any, turns: int, width: float, height: float) -> Iterator[Glyph]:
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    high = ""
    for at in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, at)
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        character = _joined(high, code)
        high = ""
        if raw.FPDFText_IsGenerated(text, at) == 1:
            yield Glyph(" ", 0, 0, 0, 0, lost=False)
            continue
        if not raw.FPDFText_GetLooseCharBox(text, at, box):
            continue
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        angle = raw.FPDFText_GetCharAngle(text, at) + turns * _TURN  # both clockwise
        if abs(math.remainder(angle, math.tau)) > _SLANT and not character.isspace():
            continue
        (left, low), (right, high_y), (_, base) = (
            _turned(place, turns, width, height)
            for place in ((box.left, box.bottom), (box.right, box.top), (x.value, y.value))
        )
        size = abs(high_y - low)
        if size < _SMALLEST and not character.isspace():
            continue
        lost = raw.FPDFText_HasUnicodeMapError(text, at) == 1
        yield Glyph(character, min(left, right), max(left, right), base, size, lost)


def _joined(high: str, code: int) -> str:
    """A character of one code unit or of two."""
    if high and 0xDC00 <= code < 0xE000:
        return (high + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16")
    return "\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)


def _turned(
    place: tuple[float, float], turns: int, width: float, height: float
) -> tuple[float, float]:
    """A place on a page that is shown turned clockwise by some quarters."""
    x, y = place
    if turns == 1:
        return y, height - x
    if turns == 2:
        return width - x, height - y
    if turns == 3:
        return width - y, x
    return x, y


def _is_pictured(page: Any, raw: Any, area: float) -> bool:
    """Whether pictures cover at least half of a page."""
    covered = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = item.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return covered * 2 >= area
