"""The words of the pages in both languages, from ``data/words.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from jiedu.model import Language

_ORDER = {Language.ZH: 0, Language.EN: 1}


@cache
def all_words() -> dict[str, tuple[str, str]]:
    """Each key with its Chinese and English words."""
    tables = tomllib.loads((files(__package__) / "data" / "words.toml").read_text("utf-8"))
    return {
        f"{table}.{key}": (zh, en)
        for table, rows in tables.items()
        for key, (zh, en) in rows.items()
    }


def word(key: str, language: Language, **parts: object) -> str:
    """Words with their parts filled in.

    Args:
        key: the table and the row, as ``home.title``.
        language: of the words.
        parts: what stands in their braces.

    Raises:
        KeyError: where there are no such words.
    """
    words = all_words()[key][_ORDER[language]]
    return words.format(**parts) if parts else words
