"""Text → turns, points, observations and commitments; touches nothing outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.extraction import explain, extract
from jiedu.model import Reading
from jiedu.segments import segment

if TYPE_CHECKING:
    from jiedu.model import Numeral, Release


def process(release: Release) -> Reading:
    """Read one release into turns, points, observations and commitments.

    Args:
        release: the document; the same one gives the same reading, always.
    """
    structure = segment(release.text)
    observations, commitments = extract(release, structure)
    return Reading(release, structure.turns, structure.points, observations, commitments)


def numerals(release: Release) -> tuple[Numeral, ...]:
    """Every numeral of a release with what became of it, for audits of the reading.

    Args:
        release: the document.
    """
    return explain(release, segment(release.text))
