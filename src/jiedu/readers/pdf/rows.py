"""Runs → lines in the order in which one reads them, column by column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from jiedu.readers.pdf.cells import Cells, cells_of
from jiedu.readers.pdf.ruling import Ruling
from jiedu.readers.pdf.runs import APART, SAME, WIDE_SPACE, Row, Run, is_wide

_SPACED = 0.3  # sizes of a space between two runs
_CROSSING = 0.15  # of the lines of a page that may cross the gap between its columns
_COLUMN = 6  # lines that a column has at least
_FULL = 0.6  # of a column's width that its lines fill


class Leaf(NamedTuple):
    """A page: its width, the lines drawn on it, and its runs."""

    width: float
    ruling: Ruling
    runs: Sequence[Run]


def rows_of(pages: Sequence[Leaf]) -> list[list[Row]]:
    """The lines of each page in the order in which one reads them."""
    gaps = [_gap(page.runs, page.width) for page in pages]
    usual = median(found) if (found := [gap for gap in gaps if gap is not None]) else None
    return [
        _in_columns(page, usual if gap is None and _few_cross(page.runs, usual) else gap)
        for gap, page in zip(gaps, pages, strict=True)
    ]


def _in_columns(page: Leaf, gap: float | None) -> list[Row]:
    runs, ruling = page.runs, page.ruling
    if gap is None:
        return _rows(runs, 0, ruling)
    rows: list[Row] = []
    wide = sorted((run for run in runs if run.left < gap < run.right), key=lambda run: -run.base)
    narrow = [run for run in runs if not run.left < gap < run.right]
    for below in [*(run.base for run in wide), float("-inf")]:
        band = [run for run in narrow if run.base > below]
        narrow = [run for run in narrow if run.base <= below]
        rows += _rows([run for run in band if run.right <= gap], 1, ruling)
        rows += _rows([run for run in band if run.right > gap], 2, ruling)
        rows += _rows([run for run in wide if run.base == below], 0, ruling)
    return rows


def lines_of(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs that stand at one height, from the top down, each line from left to right."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.base, run.left)):
        if lines and abs(lines[-1][0].base - run.base) <= SAME * min(lines[-1][0].size, run.size):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [sorted(line, key=lambda run: run.left) for line in lines]


def _gap(runs: Sequence[Run], width: float) -> float | None:
    """Where a page is parted into two columns, or ``None``: few lines cross it, both sides fill."""
    if len(runs) < 2 * _COLUMN:
        return None
    best: tuple[int, float] | None = None
    for step in range(35, 66):
        x = width * step / 100
        crossing = sum(run.left < x < run.right for run in runs)
        if _few_cross(runs, x) and (best is None or crossing < best[0]):
            left = [run for run in runs if run.right <= x]
            right = [run for run in runs if run.left >= x]
            if _is_column(left) and _is_column(right):
                best = (crossing, x)
    return best[1] if best else None


def _few_cross(runs: Sequence[Run], gap: float | None) -> bool:
    """Whether a page may be parted there: the last page of a text has one column at times."""
    if gap is None:
        return False
    return sum(run.left < gap < run.right for run in runs) <= _CROSSING * len(runs)


def _is_column(runs: Sequence[Run]) -> bool:
    """Whether runs are prose that fills its width, and no cells of a table."""
    if len(runs) < _COLUMN:
        return False
    width = max(run.right for run in runs) - min(run.left for run in runs)
    return median(run.right - run.left for run in runs) >= _FULL * width > 0


def _rows(runs: Sequence[Run], column: int, ruling: Ruling) -> list[Row]:
    """Runs as lines, from the top down; what stands in one cell of a table is taken together."""
    rows: list[Row] = []
    open_row: Cells | None = None
    for line in lines_of(runs):
        cells = cells_of(line, ruling)
        if cells is None:
            rows.append(_row(line, column))
            open_row = None
        elif open_row is not None and open_row.holds(cells, ruling):
            open_row.add(cells)
            rows[-1] = open_row.row(column)
        else:
            open_row = cells
            rows.append(cells.row(column))
    return rows


def _row(line: Sequence[Run], column: int) -> Row:
    text = line[0].text
    for before, run in pairwise(line):
        gap = (run.left - before.right) / max(before.size, run.size)
        if gap > APART:
            text += "\t"
        elif gap > (WIDE_SPACE if is_wide(text[-1]) or is_wide(run.text[0]) else _SPACED):
            text += " "
        text += run.text
    size = max(line, key=lambda run: len(run.text)).size
    right = max(run.right for run in line)
    return Row(text, line[0].left, right, line[0].base, size, column)
