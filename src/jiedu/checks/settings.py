"""The tables of ``checks.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from jiedu.catalogue import indicator


@cache
def tables() -> dict[str, Any]:
    """Everything in the file."""
    return tomllib.loads((files(__package__) / "data" / "checks.toml").read_text("utf-8"))


def is_incomparable(indicator_id: str | None) -> bool:
    """Whether published levels of an indicator need not agree with its growth."""
    if indicator_id is None:
        return True
    return indicator_id.startswith(tuple(tables()["incomparable"]["ids"]))


def wholes_of(indicator_id: str) -> tuple[str, ...]:
    """The ids of what an indicator is a part of."""
    known = indicator(indicator_id)
    parents = known.parents if known is not None else ()
    more = tables()["wholes"].get(indicator_id)
    return (*parents, more) if more else parents
