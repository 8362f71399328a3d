"""Figures of matplotlib as files: Chinese by a font that is there, the same bytes each time."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

import matplotlib as mpl

from jiedu.briefings.failures import FontError
from jiedu.briefings.fonts import find_font
from jiedu.errors import InputError
from jiedu.exports.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from matplotlib.figure import Figure

    from jiedu.briefings.fonts import Font

DOTS = 150
"""Pixels an inch of a PNG."""

# what a file says of itself: without a date, so that the same picture is the same file
_UNDATED: dict[str, dict[str, Any]] = {
    ".png": {},
    ".svg": {"Date": None},
    ".pdf": {"CreationDate": None},
}


def check_ending(path: Path) -> None:
    """See that a file's ending says a form of picture.

    Raises:
        InputError: where it says another or none.
    """
    if path.suffix.lower() not in _UNDATED:
        raise InputError(
            "the file's ending says no form of picture",
            document=str(path),
            hint=f"end it in {', '.join(_UNDATED)}",
        )


@contextmanager
def chinese() -> Iterator[Font]:
    """Draw texts with a font that has Chinese characters.

    Texts are taken as they are written: a dollar sign begins no formula.

    Raises:
        FontError: where none is installed.
    """
    font = find_font()
    settings: Any = {
        "font.family": list(font.families),
        "figure.titleweight": "bold" if font.heavy else "normal",
        "axes.unicode_minus": False,
        "pdf.fonttype": 3,  # outlines: as 42, fonts of PostScript outlines get the wrong type
        "svg.fonttype": "path",  # looks the same where the font is not installed
        "svg.hashsalt": "jiedu",
        "text.parse_math": False,
    }
    with mpl.rc_context(settings):
        yield font


def save(figure: Figure, path: Path, title: str) -> None:
    """Write a figure, as the file's ending says, whole or not at all; call it in `chinese`.

    Args:
        figure: what was drawn.
        path: the file; one that is there is replaced.
        title: what an SVG or PDF says that it is.

    Raises:
        InputError: where the ending says no form of picture.
        FontError: where a character cannot be drawn.
        ExportError: where the file cannot be written.
    """
    check_ending(path)
    content = picture(figure, path.suffix.lower(), title)
    with replacing(path) as part:
        part.write_bytes(content)


def picture(figure: Figure, ending: str, title: str, dots: int = DOTS) -> bytes:
    """The bytes of a figure's file; call it in `chinese`.

    Args:
        figure: what was drawn.
        ending: ``.png``, ``.svg`` or ``.pdf``.
        title: what an SVG or PDF says that it is.
        dots: pixels an inch of a PNG.

    Raises:
        FontError: where a character cannot be drawn.
    """
    about = {"Title": title, **_UNDATED[ending]}
    content = BytesIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("error", message="Glyph .* missing")
        try:
            figure.savefig(content, format=ending[1:], dpi=dots, metadata=about)
        except UserWarning as error:
            raise FontError(str(error), document=title) from error
    return content.getvalue()
