"""The word lists of ``words.toml`` and ``worded.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def tables() -> dict[str, Any]:
    """Everything in the file, and in that of other wordings under ``worded``."""
    return {**_read("words"), "worded": _read("worded")}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "data" / f"{name}.toml").read_text("utf-8"))


def says(text: str, kind: str) -> bool:
    """Whether a question has a word of a kind, and not only in a name that means something else."""
    for name in tables()["said"]["masks"]:
        text = text.replace(name, "，")
    return any(word in text for word in tables()["kinds"][kind])


def is_english(question: str) -> bool:
    """Whether a question is asked in English."""
    return re.search("[㐀-鿿]", question) is None and re.search("[A-Za-z]{3}", question) is not None
