"""What saving a reading did."""

from __future__ import annotations

from enum import StrEnum


class Saved(StrEnum):
    """What saving a reading did."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
