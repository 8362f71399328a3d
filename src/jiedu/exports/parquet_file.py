"""Figures as Parquet, one row group after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from jiedu.exports.arrow import SCHEMA, batches

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jiedu.model import Record


def write_file(records: Iterable[Record], path: Path) -> int:
    """Write figures and return how many they were."""
    written = 0
    with path.open("wb") as file, pq.ParquetWriter(file, SCHEMA, compression="zstd") as writer:
        for batch in batches(records):
            writer.write_batch(batch)
            written += batch.num_rows
    return written
