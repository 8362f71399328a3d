"""What saving a reading did."""

from __future__ import annotations

from enum import StrEnum


class Saved(StrEnum):
    """What saving did."""

    NEW = "new"
    CHANGED = "changed"
    """Another text under a known id: a new version."""
    REREAD = "reread"
    """A known text, read by another extractor."""
    UNCHANGED = "unchanged"
