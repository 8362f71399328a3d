"""A part of the input: what one worker reads at a time."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LAYOUT = 1
"""The number of the layout of what is written; it goes up when a reader would misread it."""


class Kind(StrEnum):
    """What a part is cut from."""

    LINES = "lines"
    """A range of bytes of a collection of JSON lines."""
    ROWS = "rows"
    """Some row groups of a Parquet file."""
    DOCUMENTS = "documents"
    """Some files of one release each."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the input.

    Attributes:
        kind: what it is cut from.
        names: the file, or the files of documents; whole paths, or addresses of object storage.
        marks: what tells a file's state from an earlier one, in the order of the names.
        start: the first byte or row group; 0 for documents.
        end: the one after the last; the number of documents.
        size: its bytes, for showing how far a run is.
    """

    kind: Kind
    names: tuple[str, ...]
    marks: tuple[str, ...]
    start: int
    end: int
    size: int


@dataclass(frozen=True, slots=True)
class Terms:
    """What, beside its part of the input, decides what a worker writes.

    Attributes:
        extractor: what reads; see `jiedu.pipeline.extractor`.
        published: the published date of texts that have none.
    """

    extractor: str
    published: date | None = None


def key_of(part: Part, terms: Terms) -> str:
    """A name for what reading a part gives: the same for the same input and extractor only."""
    told = [LAYOUT, terms.extractor, str(terms.published), part.kind, part.names, part.marks]
    told += [part.start, part.end]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:32]
