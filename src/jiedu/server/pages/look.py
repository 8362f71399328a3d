"""How a person wants pages to look: the language, the theme, the size of type."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from jiedu.model import Language

if TYPE_CHECKING:
    from starlette.requests import Request

COOKIE = "jiedu-look"
_PARTS = 3


class Theme(StrEnum):
    """Light or dark; what the machine says where neither was chosen."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Size(StrEnum):
    """How large type is, beside what the browser is set to."""

    NORMAL = "normal"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Look:
    """What was chosen.

    Attributes:
        language: of everything but what releases say.
        theme: of the colours.
        size: of type.
    """

    language: Language = Language.ZH
    theme: Theme = Theme.AUTO
    size: Size = Size.NORMAL

    @property
    def tag(self) -> str:
        """The language as HTML names it."""
        return "zh-CN" if self.language is Language.ZH else "en"

    def packed(self) -> str:
        """It as the value of a cookie."""
        return f"{self.language}.{self.theme}.{self.size}"


def look_of(request: Request) -> Look:
    """What a browser's cookie says, and ``lang`` of the address, which wins.

    What cannot be read is taken as not chosen.
    """
    look = _unpacked(request.cookies.get(COOKIE, ""))
    wanted = request.query_params.get("lang")
    if wanted in set(Language):
        return Look(Language(wanted), look.theme, look.size)
    return look


def _unpacked(word: str) -> Look:
    parts = word.split(".")
    if len(parts) != _PARTS:
        return Look()
    try:
        return Look(Language(parts[0]), Theme(parts[1]), Size(parts[2]))
    except ValueError:
        return Look()
