"""All that one extractor read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Run:
    """The readings by one extractor.

    Attributes:
        extractor: what read them.
        readings: how many releases' versions it read.
        figures: how many figures it found.
        first: when the first of them was saved.
        last: when the last of them was saved.
    """

    extractor: str
    readings: int
    figures: int
    first: datetime
    last: datetime
