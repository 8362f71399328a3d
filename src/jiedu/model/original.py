"""What a release's text was taken out of: a page, a PDF file, a Word document."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes as they were found, kept beside the text.

    Attributes:
        data: the bytes.
        media_type: what they are, as ``text/html``.
        sha256: the digest of ``data``, in hexadecimal.
    """

    data: bytes = field(repr=False)
    media_type: str
    sha256: str


def original_of(data: bytes, media_type: str) -> Original:
    """Some bytes with their digest."""
    return Original(data, media_type, hashlib.sha256(data).hexdigest())
