"""A font with Chinese characters, found on this machine; none is a loud error.

Renderers draw an empty box for a character that a font lacks, and say so in a warning at most.
Here a text is looked up in the font before it is drawn.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from matplotlib import font_manager

from jiedu.briefings.failures import FontError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.font_manager import FontEntry

FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Microsoft YaHei",
    "HarmonyOS Sans SC",
    "MiSans",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Hiragino Sans GB",
    "Heiti SC",
    "STHeiti",
    "SimHei",
    "Droid Sans Fallback",
    "Noto Sans CJK JP",
    "Arial Unicode MS",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "SimSun",
)
"""Families with the characters of simplified Chinese, the best first."""

INSTALL = (
    "install one: apt-get install fonts-noto-cjk (or fonts-wqy-microhei, 2 MB), "
    "dnf install google-noto-sans-cjk-fonts, brew install --cask font-noto-sans-cjk-sc, "
    "or put Noto Sans CJK SC into the folder of your fonts"
)
"""What to do where no font is found."""

_LATIN = "DejaVu Sans"  # comes with matplotlib: signs that Chinese fonts leave out
_NORMAL = range(300, 501)  # weights of a text
_BOLD = 700


class Font(NamedTuple):
    """A font for Chinese texts.

    Attributes:
        families: its family, and one for what it lacks.
        signs: the code points that they have.
        heavy: whether the family has a bold face.
        files: where their faces are.
    """

    families: tuple[str, ...]
    signs: frozenset[int]
    heavy: bool = False
    files: tuple[str, ...] = ()

    def check(self, texts: Iterable[str]) -> None:
        """See that every character can be drawn.

        Raises:
            FontError: where one cannot; says which, and in what text.
        """
        for text in texts:
            for at, sign in enumerate(text):
                if ord(sign) not in self.signs and not sign.isspace():
                    raise FontError(
                        f"the font {self.families[0]} has no U+{ord(sign):04X} {sign!r}",
                        document=text,
                        offset=at,
                        hint="install a font that has it, as fonts-noto-cjk, or leave it out",
                    )


def find_font(families: Sequence[str] = FAMILIES) -> Font:
    """The first family that is installed.

    Args:
        families: names of families, the best first.

    Raises:
        FontError: where there is none of them; says what to install.
    """
    _forget_removed()
    known = _first(families)
    if known is None and _look_again():
        known = _first(families)
    if known is None:
        raise FontError("no font with Chinese characters is installed", hint=INSTALL)
    signs = _signs(known) | _signs(_entries(_LATIN)[0])
    heavy = any(entry.weight == _BOLD for entry in _entries(known.name))
    faces = (*_entries(known.name), _entries(_LATIN)[0])
    return Font((known.name, _LATIN), signs, heavy, tuple(face.fname for face in faces))


def _forget_removed() -> None:
    """Leave out fonts that were removed since matplotlib made its list, which it keeps."""
    there = [entry for entry in font_manager.fontManager.ttflist if Path(entry.fname).exists()]
    font_manager.fontManager.ttflist = there


def _first(families: Sequence[str]) -> FontEntry | None:
    for family in families:
        if found := _entries(family):
            return found[0]
    return None


def _entries(family: str) -> list[FontEntry]:
    """The faces of a family, one of a text's weight first."""
    found = [entry for entry in font_manager.fontManager.ttflist if entry.name == family]
    return sorted(found, key=lambda entry: (entry.weight not in _NORMAL, entry.style != "normal"))


def _look_again() -> bool:
    """Take fonts that were installed since matplotlib made its list; whether there were any."""
    known = {entry.fname for entry in font_manager.fontManager.ttflist}
    new = [path for path in font_manager.findSystemFonts() if path not in known]
    for path in new:
        try:
            font_manager.fontManager.addfont(path)
        except (OSError, RuntimeError, ValueError):
            continue  # a broken file among the fonts is not ours to mend
    return bool(new)


def _signs(entry: FontEntry) -> frozenset[int]:
    return _charmap(entry.fname, entry.index)


@cache
def _charmap(path: str, index: int) -> frozenset[int]:
    font = font_manager.get_font(font_manager.FontPath(path, index))
    return frozenset(font.get_charmap())
