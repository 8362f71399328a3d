"""The results of a run → the store, in the order of the input, by the one writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from jiedu.batch.columns import COMMITMENTS, OBSERVATIONS, RELEASES
from jiedu.batch.restoring import readings_of
from jiedu.pipeline.saving import save_readings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jiedu.errors import JieduError
    from jiedu.model import Reading
    from jiedu.pipeline.saving import Kept


def store_results(folder: Path, store: Path | str) -> Iterator[Kept | JieduError]:
    """Save the results of a folder; what the store holds already is not saved again.

    Args:
        folder: the results.
        store: the store's file, or a database's address.

    Raises:
        StoreError: where the store cannot be written.
    """
    return save_readings(store, results_of(folder))


def results_of(folder: Path) -> Iterator[Reading]:
    """The readings that a folder of results holds, in the order of the input."""
    for path in sorted((folder / RELEASES).iterdir()):
        yield from readings_of(
            pq.read_table(path),
            pq.read_table(folder / OBSERVATIONS / path.name),
            pq.read_table(folder / COMMITMENTS / path.name),
        )
