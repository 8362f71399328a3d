"""What was taken out of a page or a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Extracted:
    r"""The text of a page or a document, and what it says of itself.

    Attributes:
        text: lines told apart by ``\n``, a paragraph or the row of a table each; the cells of a
            row are told apart by tabs.
        title: its headline; empty where it says none but in its text.
        published: when it was published, where it says so.
        publisher: who published it, where it says so.
    """

    text: str
    title: str = ""
    published: date | None = None
    publisher: str | None = None
