"""What a search found."""

from __future__ import annotations

from dataclasses import dataclass

from jiedu.model.release import Release
from jiedu.model.span import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """One place of a release that a search found.

    Attributes:
        span: the words that were found.
        context: the words around them, up to the ends of their sentence where it is short.
        speaker: who says them, where the text names them.
    """

    span: Span
    context: Span
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A release with the places in it that a search found.

    Attributes:
        release: the release.
        hits: the places, in the order of the text.
        more: whether the text holds more places than were looked at.
    """

    release: Release
    hits: tuple[Hit, ...]
    more: bool = False
