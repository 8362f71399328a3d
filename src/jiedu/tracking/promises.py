"""A reading → its promises: each measure with what its outcome depends on."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from jiedu.catalogue import place_of
from jiedu.model import Promise, Status

if TYPE_CHECKING:
    from jiedu.model import Reading


def promises_of(reading: Reading) -> tuple[Promise, ...]:
    """The measures of a release, with their sentences, places and figures to reach."""
    release = reading.release
    goals = [found for found in reading.observations if found.status is not Status.ACTUAL]
    starts = [goal.span.start for goal in goals]
    found = []
    for commitment in reading.commitments:
        span = commitment.span
        inside = goals[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        begin, end = sentence_around(release.text, span.start, span.end)
        home = release.region or place_of(release.title, None)
        found.append(
            Promise(
                release.id,
                release.published,
                release.title,
                release.publisher,
                place_of(release.text[begin : span.end], home),
                commitment,
                span.of(release.text),
                release.text[begin:end].strip(),
                tuple(inside),
            )
        )
    return tuple(found)


_ENDS = "。！？\n"


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a stretch of a text starts and ends, from full stop to full stop.

    Args:
        text: the text.
        start: where the stretch starts.
        end: where it ends.
    """
    begin = max(text.rfind(sign, 0, start) for sign in _ENDS) + 1
    ends = [at for sign in _ENDS if (at := text.find(sign, end)) >= 0]
    return begin, min(ends, default=len(text) - 1) + 1
