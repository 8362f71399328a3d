"""A release's sentences → its observations and commitments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.extraction.commitments.commit import commit
from jiedu.extraction.observe import Reader

if TYPE_CHECKING:
    from jiedu.model import Commitment, Observation, Release, Structure


def extract(
    release: Release, structure: Structure
) -> tuple[tuple[Observation, ...], tuple[Commitment, ...]]:
    """Read the figures and the measures of a release.

    Args:
        release: the document; its published date fixes relative periods and deadlines.
        structure: its turns, points and sentences.

    Returns:
        Both in the order of the text; spans count code points of its text.
    """
    read = Reader(release, structure).run()
    found = tuple(read.found)
    return found, commit(release, structure, read.normal, read.times, read.planned, found)
