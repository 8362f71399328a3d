"""The lines that are drawn on a page, and the cells of tables between them."""

from __future__ import annotations

import ctypes
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Turn = Callable[[tuple[float, float]], tuple[float, float]]

_STRAIGHT = 1.0  # points that a line may lean
_SHORTEST = 4.0
_THICK = 3.0  # points between the two sides of one line
_MOST = 50_000  # segments of a page; a map has more, and no table


class Stroke(NamedTuple):
    """A line that stands or lies: its place across, and where it begins and ends."""

    at: float
    low: float
    high: float


class Ruling:
    """The lines of a page.

    Args:
        standing: those from the bottom up, ``at`` their x.
        lying: those from left to right, ``at`` their y.
    """

    def __init__(self, standing: list[Stroke], lying: list[Stroke]) -> None:
        self._standing = sorted(standing)
        self._lying = sorted(lying)
        self._xs = [stroke.at for stroke in self._standing]
        self._ys = [stroke.at for stroke in self._lying]

    def between(self, left: float, right: float, base: float) -> bool:
        """Whether a line stands between two places at a height."""
        some = self._standing[bisect_right(self._xs, left) : bisect_left(self._xs, right)]
        return any(stroke.low <= base <= stroke.high for stroke in some)

    def borders(self, base: float) -> list[float]:
        """Where lines stand at a height, the two sides of a thick one taken together."""
        found: list[float] = []
        for stroke in self._standing:
            if stroke.low <= base <= stroke.high and (not found or stroke.at > found[-1] + _THICK):
                found.append(stroke.at)
        return found

    def parted(self, below: float, above: float, x: float) -> bool:
        """Whether a line lies between two heights at a place."""
        some = self._lying[bisect_right(self._ys, below) : bisect_left(self._ys, above)]
        return any(stroke.low <= x <= stroke.high for stroke in some)


def ruling_of(page: Any, raw: Any, turn: Turn) -> Ruling:
    """The lines of a page.

    Args:
        page: a ``pypdfium2.PdfPage``.
        raw: the module ``pypdfium2.raw``.
        turn: a place on the page → the same place as it is shown.
    """
    standing: list[Stroke] = []
    lying: list[Stroke] = []
    for number, (begin, end) in enumerate(_segments(page, raw)):
        if number >= _MOST:
            return Ruling([], [])
        (x, y), (across, up) = turn(begin), turn(end)
        if abs(x - across) <= _STRAIGHT and abs(y - up) >= _SHORTEST:
            standing.append(Stroke((x + across) / 2, min(y, up), max(y, up)))
        elif abs(y - up) <= _STRAIGHT and abs(x - across) >= _SHORTEST:
            lying.append(Stroke((y + up) / 2, min(x, across), max(x, across)))
    return Ruling(standing, lying)


def _segments(page: Any, raw: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4):
        matrix = item.get_matrix()
        start = last = (0.0, 0.0)
        for number in range(raw.FPDFPath_CountSegments(item)):
            segment = raw.FPDFPath_GetPathSegment(item, number)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            place = matrix.on_point(x.value, y.value)
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
                start = place
            else:
                yield last, place
            if raw.FPDFPathSegment_GetClose(segment):
                yield place, start
            last = place
