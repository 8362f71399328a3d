"""The functions behind ``jiedu.read`` and ``jiedu.open``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from jiedu.pipeline import process
from jiedu.readers import parse_date, read_file, read_text
from jiedu.store import View

if TYPE_CHECKING:
    from datetime import date

    from jiedu.model import Reading

_FILE_NAME = re.compile(r"[^\s，。；]{1,250}\.(?:txt|text|md)", re.I)


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
    return View(path)


def _names_a_file(source: str) -> bool:
    """Whether a string is a path: of a file that is there, or of one that plainly should be."""
    if "\n" in source:
        return False
    try:
        return Path(source).is_file() or _FILE_NAME.fullmatch(source) is not None
    except (OSError, ValueError):  # longer than a name may be, or no name at all
        return False
