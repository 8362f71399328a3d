"""A font with Chinese characters for tests of pictures; a small one is installed where none is."""

from __future__ import annotations

from installing import install
from jiedu.briefings import FontError
from jiedu.briefings.fonts import Font, find_font

PACKAGE = "fonts-wqy-microhei"
"""Debian's smallest with all characters of the releases: a download of 2 MB."""


def font() -> Font | None:
    """A font, or ``None`` where there is none and none can be installed."""
    return _found() or (_found() if install(PACKAGE) else None)


def _found() -> Font | None:
    try:
        return find_font()
    except FontError:
        return None
