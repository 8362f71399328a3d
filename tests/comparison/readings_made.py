"""Readings of texts made for a test."""

from __future__ import annotations

from datetime import date

from jiedu.model import Reading, Release, digest
from jiedu.pipeline import process


def read(text: str, published: str = "2023-07-20", region: str | None = None) -> Reading:
    """A text as it is read, under the name of its day."""
    day = date.fromisoformat(published)
    release = Release(published, text[:20], day, text, digest(text), region=region)
    return process(release)


def plans(*measures: str, published: str = "2025-02-01") -> Reading:
    """Measures as a plan tells them, a sentence each."""
    return read("下一步工作安排\n下一步，我们将做好以下工作。\n" + "\n".join(measures), published)
