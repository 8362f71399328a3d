"""The words and patterns of this stage, read once from ``data/``."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_FOLDER = files(__package__) / "data"


def read_toml(name: str) -> dict[str, Any]:
    """One of the tables in ``data/``."""
    return tomllib.loads((_FOLDER / name).read_text("utf-8"))


def read_surnames() -> tuple[str, list[str]]:
    """The surnames of one character, in one string, and those of two."""
    single, double = (_FOLDER / "surnames.txt").read_text("utf-8").splitlines()
    return single, double.split()


def alternatives(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
