"""What a text without a title is called."""

from __future__ import annotations

_LONGEST = 120


def first_line(text: str) -> str:
    """The first line that is not empty, cut where it is a whole paragraph."""
    return next((line.strip() for line in text.split("\n") if line.strip()), "")[:_LONGEST]
