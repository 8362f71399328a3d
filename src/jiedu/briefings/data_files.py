"""The words of briefings, read from ``data/`` when they are first asked for."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jiedu.model import Language

_FOLDER = files(__package__) / "data"


@cache
def read_words(name: str, language: Language) -> dict[str, Any]:
    """A table of words in one language.

    Args:
        name: the file in ``data/`` without its ending.
        language: which of its tables.
    """
    tables = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    return dict(tables[language.value])


@cache
def headline_ids() -> tuple[str, ...]:
    """The indicators that every reader looks for first, the most wanted first."""
    return tuple(tomllib.loads((_FOLDER / "headline.toml").read_text("utf-8"))["ids"])
