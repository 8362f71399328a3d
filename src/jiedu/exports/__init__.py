"""Figures and measures as files, frames and snapshots: what leaves jiedu, and SQL over it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from jiedu.exports.choosing import to_frame
from jiedu.exports.failures import ExportError, MissingError, QueryError
from jiedu.exports.forms import ExportFormat
from jiedu.exports.layouts import FIGURES, FINDINGS, MEASURES, Layout
from jiedu.exports.writing import write

if TYPE_CHECKING:
    from jiedu.exports.apart import query_apart
    from jiedu.exports.frames import to_arrow, to_pandas, to_polars
    from jiedu.exports.queries import query
    from jiedu.exports.snapshot import Snapshot, write_snapshot

__all__ = [
    "FIGURES",
    "FINDINGS",
    "MEASURES",
    "ExportError",
    "ExportFormat",
    "Layout",
    "MissingError",
    "QueryError",
    "Snapshot",
    "query",
    "query_apart",
    "to_arrow",
    "to_frame",
    "to_pandas",
    "to_polars",
    "write",
    "write_snapshot",
]

# Arrow and DuckDB load when they are first used
_LAZY = {
    "Snapshot": "jiedu.exports.snapshot",
    "query": "jiedu.exports.queries",
    "query_apart": "jiedu.exports.apart",
    "to_arrow": "jiedu.exports.frames",
    "to_pandas": "jiedu.exports.frames",
    "to_polars": "jiedu.exports.frames",
    "write_snapshot": "jiedu.exports.snapshot",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
