"""Sample releases that ship with the package: public figures of 2022–2026, retold by us."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

__all__ = ["samples_path", "samples_text"]

_NAME = "releases.jsonl"


def samples_path() -> AbstractContextManager[Path]:
    """The collection as a file, for as long as the context is open.

    Each line is one release: ``id``, ``title``, ``date``, ``publisher``, ``region``, ``url`` and
    ``text``. The figures are the publishers' own; the wording is ours, and ``url`` is ``null``.

    Example:
        >>> with samples_path() as path:
        ...     path.name
        'releases.jsonl'
    """
    return as_file(files(__name__) / _NAME)


def samples_text() -> str:
    """The whole collection as JSON lines."""
    return (files(__name__) / _NAME).read_text(encoding="utf-8")
