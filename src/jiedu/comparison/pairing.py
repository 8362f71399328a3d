"""The best pairs of two lists, one to one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Scores = Mapping[tuple[int, int], float]

_SMALL = 40  # rows of a group that is solved exactly: the cost grows with their cube


def best_pairs(scores: Scores) -> list[tuple[int, int]]:
    """The pairs, one to one, whose scores have the largest sum.

    Groups of items that no score joins are solved apart, each exactly; a group of more than
    forty items on its smaller side is solved from the highest score down.

    Args:
        scores: what a pair (of the left list, of the right list) is worth, above 0; pairs that
            may not be are left out.

    Returns:
        The pairs in the order of the left list.
    """
    found: list[tuple[int, int]] = []
    for group in _groups(scores):
        lefts = {left for left, _ in group}
        rights = {right for _, right in group}
        if len(group) == 1:
            found += group
        elif min(len(lefts), len(rights)) > _SMALL:
            found += _greedy(group)
        elif len(lefts) <= len(rights):
            found += _solve(group)
        else:
            turned = {(right, left): score for (left, right), score in group.items()}
            found += [(left, right) for right, left in _solve(turned)]
    return sorted(found)


def _groups(scores: Scores) -> Iterator[dict[tuple[int, int], float]]:
    """The connected parts of the graph that the scores draw."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for left, right in scores:
        parent[root(("left", left))] = root(("right", right))
    groups: dict[tuple[str, int], dict[tuple[int, int], float]] = defaultdict(dict)
    for (left, right), score in scores.items():
        groups[root(("left", left))][left, right] = score
    yield from groups.values()


def _greedy(scores: Scores) -> Iterator[tuple[int, int]]:
    lefts: set[int] = set()
    rights: set[int] = set()
    for left, right in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if left not in lefts and right not in rights:
            lefts.add(left)
            rights.add(right)
            yield left, right


def _solve(scores: Scores) -> Iterator[tuple[int, int]]:
    """The Hungarian method with potentials (Kuhn 1955, Munkres 1957), rows ≤ columns."""
    rows = sorted({left for left, _ in scores})
    columns = sorted({right for _, right in scores})
    gains = [[scores.get((left, right), 0.0) for right in columns] for left in rows]
    for row, column in enumerate(_assign(gains)):
        pair = rows[row], columns[column]
        if pair in scores:
            yield pair


def _assign(gains: list[list[float]]) -> list[int]:
    """The column of each row in an assignment of the largest sum; rows ≤ columns."""
    width = len(gains[0])
    over_rows, over_columns = [0.0] * len(gains), [0.0] * width
    taken = [-1] * width  # the row of each column
    for row in range(len(gains)):
        column, before = _path(gains, row, taken, over_rows, over_columns)
        while before[column] != -1:
            taken[column] = taken[before[column]]
            column = before[column]
        taken[column] = row
    columns = [-1] * len(gains)
    for column, row in enumerate(taken):
        if row != -1:
            columns[row] = column
    return columns


def _path(
    gains: list[list[float]],
    row: int,
    taken: list[int],
    over_rows: list[float],
    over_columns: list[float],
) -> tuple[int, list[int]]:
    """The cheapest way from a row to a free column, and from where each column is reached."""
    width = len(over_columns)
    least = [float("inf")] * width
    before = [-1] * width
    used: list[int] = []
    free = set(range(width))
    at, column = row, -1
    while True:
        for other in free:
            slack = -gains[at][other] - over_rows[at] - over_columns[other]
            if slack < least[other]:
                least[other], before[other] = slack, column
        column = min(free, key=lambda other: (least[other], other))
        step = least[column]
        over_rows[row] += step
        for other in used:
            over_rows[taken[other]] += step
            over_columns[other] -= step
        for other in free:
            least[other] -= step
        used.append(column)
        free.remove(column)
        at = taken[column]
        if at == -1:
            return column, before
