"""The tables of ``checks.toml``."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from jiedu.catalogue import indicator

_REVISION = "0.022"  # what a published level is revised by within a year, at most


@cache
def tables() -> dict[str, Any]:
    """Everything in the file."""
    return tomllib.loads((files(__package__) / "data" / "checks.toml").read_text("utf-8"))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """How a sentence goes on, by the name of its row."""
    return re.compile(tables()["patterns"][name])


def is_incomparable(indicator_id: str | None) -> bool:
    """Whether published levels of an indicator need not agree with its growth."""
    if indicator_id is None:
        return True
    return indicator_id.startswith(tuple(tables()["incomparable"]["ids"]))


def is_final(indicator_id: str | None) -> bool:
    """Whether a published growth of an indicator is never revised."""
    return indicator_id in tables()["final"]["ids"]


def grows_in_constant_prices(indicator_id: str | None) -> bool:
    """Whether all published growths of an indicator are in constant prices."""
    return (indicator_id or "").startswith(tuple(tables()["real"]["ids"]))


def apart_of(indicator_id: str | None) -> Decimal | None:
    """How many points a growth and its levels may be apart where they are not comparable.

    Returns:
        The points, ``None`` where any distance has been published.
    """
    apart: dict[str, float] = tables()["apart"]
    known = max((key for key in apart if (indicator_id or "").startswith(key)), key=len, default="")
    points = apart.get(known)
    return None if not points else Decimal(str(points))


def is_real(words: str) -> bool:
    """Whether words say that a growth is in constant prices or on a comparable basis."""
    return any(word in words for word in tables()["real"]["words"])


def revision_of(indicator_id: str | None) -> Decimal:
    """By how large a part a published level of an indicator may have been revised."""
    return Decimal(tables()["revised"].get(indicator_id or "", _REVISION))


def wholes_of(indicator_id: str) -> tuple[str, ...]:
    """The ids of what an indicator is a part of."""
    known = indicator(indicator_id)
    parents = known.parents if known is not None else ()
    more = tables()["wholes"].get(indicator_id)
    return (*parents, more) if more else parents
