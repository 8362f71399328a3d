"""Bytes → releases: texts, folders, collections; official tables → records."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from jiedu.readers.dates import parse_date
from jiedu.readers.decoding import decode
from jiedu.readers.sources import read_file, read_sources, read_text

if TYPE_CHECKING:
    from jiedu.readers.tables import read_tables

__all__ = ["decode", "parse_date", "read_file", "read_sources", "read_tables", "read_text"]

# the readers of workbooks and pages load when a table is first read
_LAZY = {"read_tables": "jiedu.readers.tables"}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
