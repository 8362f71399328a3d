"""Pieces of collections → releases: a range of bytes of lines, some row groups of a table.

Each release comes with its place: the byte where its line begins, or the number of its row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from jiedu.errors import BadLineError, EncodingError, InputError, JieduError
from jiedu.model import Release
from jiedu.readers.collections import is_wide, read_line, read_row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from typing import BinaryIO


_COLUMNS = ("id", "title", "date", "publisher", "region", "url", "text")
_NEEDED = ("id", "text")
_ROWS = 256  # that are held at once
_LONGEST = 64 * 1024 * 1024  # bytes of a line; as long as a document may be
_SKIPPED = 1024 * 1024


class Placed(NamedTuple):
    """A release of a collection, or the error that stands in for it.

    Attributes:
        place: the byte where its line begins, or the number of its row, from nought.
        found: the release or the error.
    """

    place: int
    found: Release | JieduError


def read_range(
    stream: BinaryIO, name: str, start: int, end: int, given: date | None = None
) -> Iterator[Placed]:
    """The releases of the lines that begin in a range of bytes.

    Ranges that touch give every line once, wherever they are cut.

    Args:
        stream: the collection, which can be sought in.
        name: it, for errors, whose offset is the byte where a line begins.
        start: the first byte of the range.
        end: the byte after it.
        given: the published date of lines that have none.
    """
    stream.seek(0)
    if is_wide(stream.read(2)):
        if start == 0:
            error = EncodingError(
                "the collection is in UTF-16", document=name, hint="save it as UTF-8"
            )
            yield Placed(0, error)
        return
    place = _first_line(stream, start)
    while place < end:
        raw = stream.readline(_LONGEST)
        if not raw:
            return
        at, place = place, place + len(raw)
        if len(raw) == _LONGEST and not raw.endswith(b"\n"):
            place += _skip_line(stream)
            yield Placed(at, _too_long(name, at))
        elif raw.strip():
            yield Placed(at, read_line(raw, name, at, given))


def _first_line(stream: BinaryIO, start: int) -> int:
    """Where the first line begins at a byte or after it."""
    if start == 0:
        stream.seek(0)
        return 0
    stream.seek(start - 1)
    return start - 1 + _skip_line(stream)


def _skip_line(stream: BinaryIO) -> int:
    """How many bytes were left of a line, of which no more than a piece is held."""
    skipped = 0
    while piece := stream.readline(_SKIPPED):
        skipped += len(piece)
        if piece.endswith(b"\n"):
            break
    return skipped


def _too_long(name: str, at: int) -> BadLineError:
    return BadLineError(
        f"the line has more than {_LONGEST // 2**20} MB",
        document=name,
        offset=at,
        hint="the other lines are read",
    )


def row_groups(stream: BinaryIO, name: str) -> list[int]:
    """The bytes of each row group of a Parquet file of releases, unpacked.

    Raises:
        InputError: where it is none, or lacks a column that every collection has.
    """
    metadata = _opened(stream, name).metadata
    return [metadata.row_group(number).total_byte_size for number in range(metadata.num_row_groups)]


def read_groups(
    stream: BinaryIO, name: str, start: int, end: int, given: date | None = None
) -> Iterator[Placed]:
    """The releases of some row groups of a Parquet file.

    Args:
        stream: the file.
        name: it, for errors, whose offset is the number of a row, from nought.
        start: the first row group.
        end: the one after the last.
        given: the published date of rows that have none.

    Raises:
        InputError: where it cannot be read.
    """
    file = _opened(stream, name)
    place = sum(file.metadata.row_group(number).num_rows for number in range(start))
    columns = [column for column in _COLUMNS if column in file.schema_arrow.names]
    try:
        for batch in file.iter_batches(_ROWS, list(range(start, end)), columns, use_threads=False):
            for row in batch.to_pylist():
                yield Placed(place, read_row(row, name, place, given))
                place += 1
    except (pa.ArrowException, ValueError) as error:
        raise _damaged(name) from error


def _opened(stream: BinaryIO, name: str) -> pq.ParquetFile:
    try:
        file = pq.ParquetFile(stream)
    except (pa.ArrowException, ValueError) as error:
        raise _damaged(name) from error
    missing = [column for column in _NEEDED if column not in file.schema_arrow.names]
    if missing:
        raise InputError(
            f"the table has no column {' and no '.join(missing)}",
            document=name,
            hint=f"name them {', '.join(_COLUMNS)}",
        )
    return file


def _damaged(name: str) -> InputError:
    return InputError(
        "it is no Parquet file, or a damaged one", document=name, hint="write or copy it anew"
    )
