"""Runs between drawn borders → the cells of a table's row."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from jiedu.readers.pdf.runs import Row, is_wide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.readers.pdf.ruling import Ruling
    from jiedu.readers.pdf.runs import Run

_BORDERS = 3  # of two cells


class Cells:
    """A row of a table with drawn borders, as far as it is read."""

    def __init__(self, borders: list[float], line: Sequence[Run]) -> None:
        self._borders = borders
        self._texts = [""] * (len(borders) - 1)
        self._line = line
        self._base = line[0].base
        for run in line:
            at = bisect_right(borders, (run.left + run.right) / 2) - 1
            self._texts[at] += run.text

    def holds(self, below: Cells, ruling: Ruling) -> bool:
        """Whether a line below stands in the same cells: no line lies between them."""
        run = below._line[0]
        middle = (run.left + run.right) / 2
        return len(below._borders) == len(self._borders) and not ruling.parted(
            below._base, self._base, middle
        )

    def add(self, below: Cells) -> None:
        """Take a line below into the cells."""
        for at, text in enumerate(below._texts):
            before = self._texts[at]
            narrow = before and text and not is_wide(before[-1]) and not is_wide(text[0])
            self._texts[at] += f" {text}" if narrow else text
        self._base = below._base

    def row(self, column: int) -> Row:
        """The cells, told apart by tabs."""
        first, last = self._line[0], self._line[-1]
        text = "\t".join(self._texts).rstrip("\t")
        return Row(text, first.left, last.right, first.base, first.size, column)


def cells_of(line: Sequence[Run], ruling: Ruling) -> Cells | None:
    """The cells that a line stands in, or ``None`` where it stands in no table with borders."""
    borders = ruling.borders(line[0].base + line[0].size / 4)
    if len(borders) < _BORDERS:
        return None
    middles = [(run.left + run.right) / 2 for run in line]
    if min(middles) < borders[0] or max(middles) > borders[-1]:
        return None
    return Cells(borders, line)
