"""Text → turns, points and observations; touches nothing outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.extraction import observe
from jiedu.model import Reading
from jiedu.segments import segment

if TYPE_CHECKING:
    from jiedu.model import Release


def process(release: Release) -> Reading:
    """Read one release into turns, points and observations.

    Args:
        release: the document; the same one gives the same reading, always.
    """
    structure = segment(release.text)
    observations = observe(release, structure)
    return Reading(release, structure.turns, structure.points, observations)
