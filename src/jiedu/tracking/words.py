"""The word lists of ``tracking.toml`` as patterns, built once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def tables() -> dict[str, Any]:
    """The word lists."""
    return tomllib.loads((files(__package__) / "data" / "tracking.toml").read_text("utf-8"))


def alternatives(words: list[str]) -> str:
    """Any of some words as a pattern, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def pattern(section: str, name: str) -> re.Pattern[str]:
    """Any word of a list."""
    return re.compile(alternatives(tables()[section][name]))


@cache
def leading(section: str, name: str) -> re.Pattern[str]:
    """One or more words of a list, at the front."""
    return re.compile(rf"(?:{alternatives(tables()[section][name])})+")


@cache
def _same() -> dict[str, str]:
    return {other: first for first, *others in tables()["names"]["same"] for other in others}


def same_id(name: str) -> str:
    """The id under which figures are compared: some ids count the same things."""
    return _same().get(name, name)


def group_of(name: str) -> tuple[str, ...]:
    """The ids that count the same things as the first one of them."""
    return next((tuple(group) for group in tables()["names"]["same"] if group[0] == name), ())
