"""Official tables into the store; apart from readings, for its libraries load slowly."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.errors import InputError, JieduError
from jiedu.model import Table
from jiedu.readers.tables import read_tables
from jiedu.store import Saved
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path


class KeptTable(NamedTuple):
    """A table that is in the store, and what saving it did."""

    table: Table
    saved: Saved


def import_into(
    store: Path | str,
    files: Iterable[Path],
    published: date | None = None,
    *,
    publisher: str | None = None,
    region: str | None = None,
) -> Iterator[KeptTable | JieduError]:
    """Read official tables and save each before the next is read.

    Args:
        store: the store's file, which is made where there is none, or a database's address.
        files: CSV, XLSX, HTML, or exports of jiedu.
        published: when they were published, where they do not say.
        publisher: who published them, where they do not say.
        region: what region they are about, where they do not say.

    Yields:
        What is in the store by now, or the error of a file that is no table that can be held.

    Raises:
        StoreError: where the store cannot be written.
    """
    with Writer(store) as writer:
        for path in files:
            try:
                table = read_tables(path, published=published, publisher=publisher, region=region)
                saved = writer.save_table(table)
            except InputError as error:
                yield error
            else:
                yield KeptTable(table, saved)
