"""A failing input → a smaller one that fails in the same way."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from fuzzing.measuring import tried

if TYPE_CHECKING:
    from fuzzing.circumstances import Input
    from fuzzing.targets import Target

_SECONDS = 60.0


def minimised(target: Target, given: Input) -> Input:
    """Leave out parts of an input, ever smaller ones, for as long as it fails the same way.

    Args:
        target: what it fails.
        given: the input.
    """
    failure = tried(target, given).failure
    end = time.monotonic() + _SECONDS
    size = max(1, len(given) // 2)
    while failure and time.monotonic() < end:
        at, smaller = 0, given
        while at < len(smaller) and time.monotonic() < end:
            less = smaller[:at] + smaller[at + size :]  # type: ignore[operator]
            if tried(target, less).failure == failure:
                smaller = less
            else:
                at += size
        if size == 1 and smaller == given:
            break
        given, size = smaller, max(1, size // 2)
    return given
