"""Figures as Arrow record batches.

``value`` is the nearest double, for reckoning; ``value_text``, the last column, has every digit
of the decimal. A value beyond the range of doubles is null in ``value``.
"""

from __future__ import annotations

import math
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from jiedu.exports.cells import digits, encodable
from jiedu.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiedu.model import Record

BATCH = 65_536
"""How many figures a batch, and a row group of a file, holds."""

_TYPES = {
    "published": pa.date32(),
    "start": pa.int64(),
    "end": pa.int64(),
    "value": pa.float64(),
    "confidence": pa.float64(),
}
_EMPTY = frozenset(
    {"start", "end", "indicator_id", "period", "basis", "region", "speaker", "confidence", "value"}
)
"""The columns that may hold nulls."""

SCHEMA = pa.schema(
    [
        *(pa.field(name, _TYPES.get(name, pa.string()), name in _EMPTY) for name in FIELDS),
        pa.field("value_text", pa.string(), nullable=False),
    ]
)


def batches(records: Iterable[Record], size: int = BATCH) -> Iterator[pa.RecordBatch]:
    """Figures in batches, read as they are asked for."""
    source = iter(records)
    while taken := list(islice(source, size)):
        yield _batch(taken)


def _batch(records: list[Record]) -> pa.RecordBatch:
    columns = [_column(name, records) for name in FIELDS]
    columns.append([digits(record.value) for record in records])
    arrays = [
        pa.array(column, type=field.type) for column, field in zip(columns, SCHEMA, strict=True)
    ]
    return pa.record_batch(arrays, schema=SCHEMA)


def _column(name: str, records: list[Record]) -> list[Any]:
    if name == "value":
        return [_double(record) for record in records]
    values = list(map(attrgetter(name), records))
    if name in _TYPES:
        return values
    return [value if value is None else encodable(value) for value in values]


def _double(record: Record) -> float | None:
    nearest = float(record.value)
    return nearest if math.isfinite(nearest) else None
