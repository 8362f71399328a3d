"""Possible markers → points, with the false ones left out and each at its level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.model import Point, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jiedu.segments.markers import Marker


def points_of(markers: Sequence[Marker], scopes: Iterable[tuple[int, int]]) -> tuple[Point, ...]:
    """The points of a text.

    Args:
        markers: what looks like a marker, in order.
        scopes: the stretches of one speech; an enumeration does not leave its stretch.
    """
    points: list[Point] = []
    place = 0
    for start, end in scopes:
        while place < len(markers) and markers[place].start < start:
            place += 1
        first = place
        while place < len(markers) and markers[place].start < end:
            place += 1
        points += _nest(_true_ones(markers[first:place]))
    return tuple(points)


def _true_ones(markers: Sequence[Marker]) -> list[tuple[Marker, bool]]:
    """The markers that count, each with whether its enumeration goes on."""
    following: dict[str, Marker] = {}
    goes_on = []
    for marker in reversed(markers):
        later = following.get(marker.row.kind)
        goes_on.append(later is not None and marker.leads_to(later))
        following[marker.row.kind] = marker
    kept = []
    running: dict[str, Marker] = {}
    for marker, more in zip(markers, reversed(goes_on), strict=True):
        before = running.get(marker.row.kind)
        if _counts(marker, before, more=more):
            kept.append((marker, more))
            running[marker.row.kind] = marker
    return kept


def _counts(marker: Marker, before: Marker | None, *, more: bool) -> bool:
    """Whether a marker belongs to an enumeration."""
    follows = before is not None and before.leads_to(marker)
    if marker.row.doubtful:
        return follows and marker.ordinal > 2
    if follows:
        return True
    if marker.ordinal == 1:
        return more or (marker.row.alone and marker.opens_sentence)
    return marker.row.alone and marker.opens_line


def _nest(markers: Iterable[tuple[Marker, bool]]) -> list[Point]:
    """Give each marker the number of enumerations it stands in."""
    points = []
    stack: list[tuple[Marker, bool]] = []
    nested: set[tuple[str, str]] = set()  # (outer, inner) as seen in this speech
    for marker, more in markers:
        kind = marker.row.kind
        while stack and not _holds(stack, marker, nested):
            stack.pop()
        if stack and stack[-1][0].row.kind == kind:
            stack.pop()
        nested.update((outer.row.kind, kind) for outer, _ in stack)
        stack.append((marker, more))
        points.append(
            Point(Span(marker.start, marker.start + len(marker.text)), marker.text, len(stack))
        )
    return points


def _holds(stack: list[tuple[Marker, bool]], marker: Marker, nested: set[tuple[str, str]]) -> bool:
    """Whether the innermost open enumeration is the marker's own or holds it."""
    top, more = stack[-1]
    kinds = [open_marker.row.kind for open_marker, _ in stack]
    if marker.row.kind in kinds:
        return kinds[-1] == marker.row.kind
    return more or top.row.depth < marker.row.depth or (top.row.kind, marker.row.kind) in nested
