"""Stores of a few texts, for questions that are asked of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.model import Release, digest
from jiedu.pipeline import process
from jiedu.store import View
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path


def view_of(texts: Mapping[str, tuple[date, str | None, str]], folder: Path) -> View:
    """A store of some texts, open for reading.

    Args:
        texts: the day, the region and the text of each, by its id; its first line is the title.
        folder: where the store is made.
    """
    place = folder / "store.db"
    with Writer(place) as writer:
        for name, (day, region, text) in texts.items():
            title = text.partition("\n")[0]
            writer.save(process(Release(name, title, day, text, digest(text), region=region)))
    return View(place)
