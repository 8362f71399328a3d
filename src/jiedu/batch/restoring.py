"""The tables of a part → the readings that were written into them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jiedu.model import (
    Bound,
    Commitment,
    Measure,
    Observation,
    Point,
    Reading,
    Release,
    Role,
    Span,
    Status,
    Turn,
    original_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

Row = dict[str, Any]
_STEP = 64  # releases that are taken apart at once


def readings_of(
    releases: pa.Table, observations: pa.Table, commitments: pa.Table
) -> Iterator[Reading]:
    """The readings of a file of releases, in order; repeated texts are left out.

    Args:
        releases: its table.
        observations: the figures in the file of the same number.
        commitments: the measures, likewise.
    """
    figures = _Following(observations)
    measures = _Following(commitments)
    number = 0
    for batch in releases.to_batches(max_chunksize=_STEP):
        for row in batch.to_pylist():
            mine, announced = figures.of(number), measures.of(number)
            number += 1
            if row["same_as"] is None:
                yield _reading(row, mine, announced)


class _Following:
    """Rows in the order of their releases, taken a release at a time."""

    def __init__(self, table: pa.Table) -> None:
        self._rows = (
            row for batch in table.to_batches(max_chunksize=1024) for row in batch.to_pylist()
        )
        self._next: Row | None = next(self._rows, None)

    def of(self, number: int) -> list[Row]:
        """The rows of the release of a number; numbers are asked for in order."""
        found = []
        while self._next is not None and self._next["release_row"] <= number:
            if self._next["release_row"] == number:
                found.append(self._next)
            self._next = next(self._rows, None)
        return found


def _reading(row: Row, figures: list[Row], measures: list[Row]) -> Reading:
    return Reading(
        _release(row),
        tuple(
            Turn(Span(item["start"], item["end"]), Role(item["role"]), item["speaker"])
            for item in row["turns"]
        ),
        tuple(
            Point(Span(item["start"], item["end"]), item["marker"], item["level"])
            for item in row["points"]
        ),
        tuple(map(_observation, figures)),
        tuple(map(_commitment, measures)),
    )


def _release(row: Row) -> Release:
    data = row["original"]
    return Release(
        id=row["release"],
        title=row["title"],
        published=row["published"],
        text=row["text"],
        sha256=row["sha256"],
        publisher=row["publisher"],
        region=row["region"],
        url=row["url"],
        original=None if data is None else original_of(data, row["original_type"]),
    )


def _observation(row: Row) -> Observation:
    return Observation(
        span=Span(row["start"], row["end"]),
        indicator=row["indicator"],
        measure=Measure(row["measure"]),
        value=Decimal(row["value_text"]),
        unit=row["unit"],
        bound=Bound(row["bound"]),
        period=row["period"],
        basis=row["basis"],
        status=Status(row["status"]),
        text=row["text"],
        sentence=Span(row["sentence_start"], row["sentence_end"]),
        speaker=row["speaker"],
        region=row["region"],
        indicator_id=row["indicator_id"],
        confidence=row["confidence"],
        rule=row["rule"],
    )


def _commitment(row: Row) -> Commitment:
    return Commitment(
        span=Span(row["start"], row["end"]),
        action=row["action"],
        object=row["object"],
        owner=row["owner"],
        deadline=row["deadline"],
        targets=tuple(row["targets"]),
        instrument=row["instrument"],
        speaker=row["speaker"],
    )
