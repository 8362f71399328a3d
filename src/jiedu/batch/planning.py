"""Sources → parts, each small enough for a worker's memory; nothing is read but their sizes."""

from __future__ import annotations

from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from jiedu.batch.part import Kind, Part
from jiedu.batch.places import files_of, opened
from jiedu.errors import JieduError
from jiedu.readers.pieces import row_groups
from jiedu.readers.sources import COLLECTIONS, DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiedu.batch.places import File

PART_BYTES = 2 * 1024 * 1024
"""How large a part is, about: one to three seconds of one processor."""

_TABLES = frozenset({".parquet"})
_DOCUMENTS = 256  # of one part; small ones take longer to open than to read


def plan(sources: Iterable[str], part_bytes: int = PART_BYTES) -> Iterator[Part | JieduError]:
    """The parts of some sources, in their order.

    How the input is cut depends on itself and on the size alone, never on who reads it.

    Args:
        sources: files, folders, collections of JSON lines, Parquet files with the columns of a
            collection, and addresses of object storage.
        part_bytes: how large a part is, about.

    Yields:
        A part, or the error that stands in for a source that cannot be read.
    """
    for source in sources:
        try:
            files = files_of(source, DOCUMENTS | COLLECTIONS | _TABLES)
        except JieduError as error:
            yield error
            continue
        for kind, some in groupby(files, _kind):
            if kind is Kind.DOCUMENTS:
                yield from _documents(some, part_bytes)
                continue
            for file in some:
                yield from (
                    _lines(file, part_bytes) if kind is Kind.LINES else _rows(file, part_bytes)
                )


def _kind(file: File) -> Kind:
    ending = PurePosixPath(file.name).suffix.lower()
    if ending in COLLECTIONS:
        return Kind.LINES
    return Kind.ROWS if ending in _TABLES else Kind.DOCUMENTS


def _lines(file: File, part_bytes: int) -> Iterator[Part]:
    for start in range(0, file.size, part_bytes):
        end = min(start + part_bytes, file.size)
        yield Part(Kind.LINES, (file.name,), (file.mark,), start, end, end - start)


def _rows(file: File, part_bytes: int) -> Iterator[Part | JieduError]:
    try:
        with opened(file.name) as stream:
            sizes = row_groups(stream, file.name)
    except JieduError as error:
        yield error
        return
    for start, end in _runs(sizes, part_bytes, len(sizes)):
        size = sum(sizes[start:end])
        yield Part(Kind.ROWS, (file.name,), (file.mark,), start, end, size)


def _documents(files: Iterable[File], part_bytes: int) -> Iterator[Part]:
    held = list(files)
    for start, end in _runs([file.size for file in held], part_bytes, _DOCUMENTS):
        some = held[start:end]
        names, sizes, marks = zip(*some, strict=True)
        yield Part(Kind.DOCUMENTS, names, marks, 0, len(some), sum(sizes))


def _runs(sizes: list[int], most_bytes: int, most: int) -> Iterator[tuple[int, int]]:
    """Runs of things that are together no larger than is said, or one thing that is."""
    start = held = 0
    for number, size in enumerate(sizes):
        if number > start and (held + size > most_bytes or number - start >= most):
            yield start, number
            start, held = number, 0
        held += size
    if start < len(sizes):
        yield start, len(sizes)
