"""The languages that documents are written in."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language of scaffolding; what is quoted stays in the language of its release."""

    ZH = "zh"
    EN = "en"
