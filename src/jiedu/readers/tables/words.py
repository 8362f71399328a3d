"""The words of this stage, read once from ``data/words.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def words() -> dict[str, Any]:
    """The table of words."""
    return tomllib.loads((files(__package__) / "data" / "words.toml").read_text("utf-8"))


def alternatives(several: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(several, key=len, reverse=True)))


@cache
def word_kinds(section: str) -> dict[str, str]:
    """Each word of a section of lists with the name of its list."""
    return {word: kind for kind, listed in words()[section].items() for word in listed}
