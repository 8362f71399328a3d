"""What ``import jiedu`` offers: reading texts, opening stores, and both as frames."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jiedu.api.frames import Reading, Series, slots_of
from jiedu.api.given import day_of, names_a_file
from jiedu.api.view import View
from jiedu.pipeline import process as process_release
from jiedu.readers import read_file, read_text

if TYPE_CHECKING:
    from datetime import date

    from jiedu.model import Release

__all__ = ["Reading", "Series", "View", "open_store", "process", "read"]


def read(source: Path | str, published: date | str | None = None) -> Reading:
    """Read one text.

    Args:
        source: a path, the name of a file that exists, or the text itself.
        published: when it was published (a date or ``YYYY-MM-DD``), where it does not say.

    Raises:
        InputError: where the file is no text, or nobody says when it was published.
    """
    day = day_of(published, "published")
    if isinstance(source, Path) or names_a_file(source):
        return process(read_file(Path(source), day))
    return process(read_text(source, "text", day))


def process(release: Release) -> Reading:
    """Read one release into turns, points and observations; touches nothing outside.

    Args:
        release: the document; the same one gives the same reading, always.
    """
    return Reading(**slots_of(process_release(release)))


def open_store(place: Path | str) -> View:
    """A store for reading.

    Args:
        place: the store's file, or the address of a PostgreSQL database.

    Raises:
        StoreError: where there is none, or it cannot be read.
    """
    return View(place)
