"""Release text → turns, points and sentences."""

from __future__ import annotations

from jiedu.model import Structure
from jiedu.segments.markers import find_markers
from jiedu.segments.points import points_of
from jiedu.segments.sentences import sentences
from jiedu.segments.turns import scopes_of, turns_of


def segment(text: str) -> Structure:
    """The turns, points and sentences of a text, with offsets in its code points."""
    markers = find_markers(text)
    turns = turns_of(text, {marker.start for marker in markers if marker.opens_line})
    points = points_of(markers, scopes_of(text, turns))
    return Structure(turns, points, sentences(text, (turn.span.start for turn in turns)))
