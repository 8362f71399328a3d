"""The words of time of a release, found by their place."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from jiedu.extraction.commitments.deadlines import deadline_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jiedu.model.token import TimeWord

_NAMES = re.compile("[”）)]?(?:国民经济|专项|发展|重大)?(?:规划|纲要|计划|远景目标)")


class Moments:
    """The words of time of one release.

    Args:
        normal: its text in normal form.
        times: its words of time, in order.
        published: its date.
    """

    def __init__(self, normal: str, times: Sequence[TimeWord], published: date) -> None:
        self.normal = normal
        self.times = times
        self.published = published
        self.starts = [word.start for word in times]
        self.ends = {word.start: word.end for word in times}

    def any_in(self, start: int, end: int) -> bool:
        """Whether a word of time starts in a stretch."""
        low = bisect_left(self.starts, start)
        return low < len(self.starts) and self.starts[low] < end

    def due(self, start: int, end: int) -> str | None:
        """The last time of a stretch that is still to come."""
        low = bisect_left(self.starts, start)
        high = bisect_left(self.starts, end, low)
        if low == high:
            return None
        words = [word for word in self.times[low:high] if not self._in_name(start, word)]
        return deadline_of(words, self.published)

    def _in_name(self, start: int, word: TimeWord) -> bool:
        """Whether a time is part of the name of a document."""
        if self.normal.count("《", start, word.start) > self.normal.count("》", start, word.start):
            return True
        return _NAMES.match(self.normal, word.end) is not None
