"""The functions behind ``jiedu.read`` and ``jiedu.open``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jiedu.pipeline import process
from jiedu.readers import parse_date, read_file, read_text
from jiedu.store import View

if TYPE_CHECKING:
    from datetime import date

    from jiedu.model import Reading

_LONGEST_PATH = 1024


def read(source: Path | str, published: date | str | None = None) -> Reading:
    """Read one text.

    Args:
        source: a path, the name of a file that exists, or the text itself.
        published: when it was published (a date or ``YYYY-MM-DD``), where it does not say.

    Raises:
        InputError: where the file is no text, or nobody says when it was published.
    """
    day = parse_date(published, "published") if isinstance(published, str) else published
    if isinstance(source, Path) or _names_a_file(source):
        return process(read_file(Path(source), day))
    return process(read_text(source, "text", day))


def open_store(path: Path | str) -> View:
    """A store for reading.

    Raises:
        StoreError: where there is none, or it cannot be read.
    """
    return View(Path(path))


def _names_a_file(source: str) -> bool:
    short = len(source) < _LONGEST_PATH and "\n" not in source
    return short and Path(source).is_file()
