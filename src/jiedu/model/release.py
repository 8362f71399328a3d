"""A published document."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

from jiedu.model.original import Original


def digest(text: str) -> str:
    """The sha256 of a text in UTF-8, in hexadecimal: a release's identity by content."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Release:
    """One published document, its text exactly as it was read.

    Attributes:
        id: the collection's id, or the stem of the file.
        title: its headline.
        published: the day the world could know it.
        text: the kept text; every span of every stage counts code points in it.
        sha256: the digest of ``text``.
        publisher: who published it, where known.
        region: the province or city a provincial release is about, else ``None``.
        url: where it was found, where known.
        original: what the text was taken out of, where it was read just now; a store gives it
            apart. It does not tell two releases apart.
    """

    id: str
    title: str
    published: date
    text: str
    sha256: str
    publisher: str | None = None
    region: str | None = None
    url: str | None = None
    original: Original | None = field(default=None, compare=False, repr=False)
