"""What can fail where pictures are made; `jiedu.errors` draws the whole tree."""

from __future__ import annotations

from jiedu.errors import JieduError


class FontError(JieduError):
    """No font with Chinese characters is installed, or the one there lacks a character."""
