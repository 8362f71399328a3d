"""Which releases repeat the text of an earlier one, over all parts.

The database that finds them works on the disk where they are many: memory does not grow with the
number of releases.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from jiedu.batch.columns import RELEASES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from jiedu.batch.checkpoints import Checkpoints

_MEMORY = "512MB"
_FETCHED = 4096
_STEP = 16_384
_FILE = "texts.db"

# half of a digest is what the database calls a UUID, sixteen bytes: of a hundred million texts, two
# would share one by chance in fewer than one of 10^22 collections
_KEEP = """
CREATE TABLE texts AS
SELECT part * 4294967296 + row AS place, CAST(left(sha256, 32) AS UUID) AS text, release
FROM source
"""
_QUERY = """
WITH several AS (SELECT text, min(place) AS first FROM texts GROUP BY text HAVING count(*) > 1)
SELECT texts.place // 4294967296, texts.place % 4294967296, original.release
FROM texts
JOIN several ON texts.text = several.text AND texts.place > several.first
JOIN texts AS original ON original.place = several.first
ORDER BY texts.place
"""


class Repeat(NamedTuple):
    """A release whose text came before.

    Attributes:
        part: the number of its part, from nought.
        row: its row in the releases of the part.
        first: the id of the release that had the text first.
    """

    part: int
    row: int
    first: str


def repeats(checkpoints: Checkpoints, keys: Sequence[str], work: Path) -> Iterator[Repeat]:
    """The releases that repeat an earlier text, in the order of the input.

    Args:
        checkpoints: the finished parts.
        keys: their names, in the order of the input.
        work: a folder for what does not fit into memory.
    """
    settings: dict[str, Any] = {
        "memory_limit": _MEMORY,
        "threads": "2",
        "temp_directory": str(work),
        "preserve_insertion_order": "false",
    }
    work.mkdir(parents=True, exist_ok=True)
    with closing(duckdb.connect(work / _FILE, config=settings)) as database:
        source = pa.RecordBatchReader.from_batches(_SCHEMA, _texts(checkpoints, keys))
        database.register("source", source)
        database.execute(_KEEP)
        found = database.execute(_QUERY)
        while rows := found.fetchmany(_FETCHED):
            yield from (Repeat(*row) for row in rows)


_SCHEMA = pa.schema(
    [
        ("part", pa.int64()),
        ("row", pa.int64()),
        ("sha256", pa.string()),
        ("release", pa.string()),
    ]
)


def _texts(checkpoints: Checkpoints, keys: Sequence[str]) -> Iterator[pa.RecordBatch]:
    for part, key in enumerate(keys):
        row = 0
        with pq.ParquetFile(checkpoints.path(key, RELEASES)) as file:
            for batch in file.iter_batches(_STEP, columns=["sha256", "release"], use_threads=False):
                count = batch.num_rows
                numbers = [[part] * count, list(range(row, row + count))]
                columns = [pa.array(values, pa.int64()) for values in numbers]
                yield pa.record_batch(
                    [*columns, batch.column("sha256"), batch.column("release")], schema=_SCHEMA
                )
                row += count
