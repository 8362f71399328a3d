"""Rows as Parquet, one row group after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from jiedu.exports.arrow import batches, schema_of
from jiedu.exports.layouts import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jiedu.exports.layouts import Layout, Row


def write_file(rows: Iterable[Row], path: Path, layout: Layout = FIGURES) -> int:
    """Write rows and return how many they were."""
    schema = schema_of(layout)
    written = 0
    with path.open("wb") as file, pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for batch in batches(rows, schema):
            writer.write_batch(batch)
            written += batch.num_rows
    return written
