"""A release through all stages: process() is pure, save() writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.extraction import observe
from jiedu.model import Reading
from jiedu.segments import segment

if TYPE_CHECKING:
    from jiedu.model import Release


def process(release: Release) -> Reading:
    """Read one release into turns, points and observations; touches nothing outside."""
    structure = segment(release.text)
    observations = observe(release, structure)
    return Reading(release, structure.turns, structure.points, observations)
