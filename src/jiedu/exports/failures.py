"""What can fail where figures leave jiedu; `jiedu.errors` draws the whole tree."""

from __future__ import annotations

from jiedu.errors import InputError, JieduError, MissingError

__all__ = ["ExportError", "MissingError", "QueryError"]


class ExportError(JieduError):
    """A file or a snapshot cannot be written, or a snapshot cannot be read."""


class QueryError(InputError):
    """The SQL of a query cannot be run, is not allowed, or takes too much."""
