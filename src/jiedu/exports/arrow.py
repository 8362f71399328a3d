"""Rows as Arrow record batches.

``value`` is the nearest double, for reckoning; ``value_text``, the last column, has every digit
of the decimal. A value beyond the range of doubles is null in ``value``. A ``percent`` of the
ledger has a digit behind the point, which a double shows: it has no such column.
"""

from __future__ import annotations

import math
from decimal import Decimal
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from jiedu.exports.cells import digits, encodable
from jiedu.exports.layouts import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiedu.exports.layouts import Layout, Row

BATCH = 65_536
"""How many rows a batch, and a row group of a file, holds."""

_TYPES = {
    "published": pa.date32(),
    **dict.fromkeys(("start", "end", "target", "evidence_start", "evidence_end"), pa.int64()),
    **dict.fromkeys(("value", "confidence", "percent"), pa.float64()),
}
_EMPTY = frozenset(
    {"start", "end", "indicator_id", "period", "basis", "region", "speaker", "confidence", "value"}
    | {"owner", "deadline", "instrument", "target", "percent"}
    | {"evidence_release", "evidence_start", "evidence_end", "evidence_sentence"}
)
"""The columns that may hold nulls."""
_DIGITS = "value_text"


def schema_of(layout: Layout) -> pa.Schema:
    """The columns of a layout with their types."""
    columns = [
        pa.field(name, _TYPES.get(name, pa.string()), name in _EMPTY) for name in layout.fields
    ]
    if "value" in layout.fields:
        columns.append(pa.field(_DIGITS, pa.string(), nullable=False))
    return pa.schema(columns)


SCHEMA = schema_of(FIGURES)


def batches(
    rows: Iterable[Row], schema: pa.Schema = SCHEMA, size: int = BATCH
) -> Iterator[pa.RecordBatch]:
    """Rows in batches, read as they are asked for."""
    source = iter(rows)
    while taken := list(islice(source, size)):
        arrays = [pa.array(_column(field.name, taken), type=field.type) for field in schema]
        yield pa.record_batch(arrays, schema=schema)


def _column(name: str, rows: list[Row]) -> list[Any]:
    if name == _DIGITS:
        return [digits(value) for value in map(attrgetter("value"), rows)]
    return [_plain(value) for value in map(attrgetter(name), rows)]


def _plain(value: object) -> object:
    if isinstance(value, str):
        return encodable(value)
    return _double(value) if isinstance(value, Decimal) else value


def _double(value: Decimal) -> float | None:
    nearest = float(value)
    return nearest if math.isfinite(nearest) else None
