"""A text against itself and a store: what of it can be recomputed, and whether it agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.checks import Book, check_text, wanted
from jiedu.model import Reading, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.model import Finding
    from jiedu.store import View


def claims_of(reading: Reading) -> list[Source]:
    """The figures of a text as claims, in the order of the text."""
    release = reading.release
    # figures of one sentence share its words
    told = {found.sentence: found.sentence.of(release.text) for found in reading.observations}
    return [
        Source(release.id, release.published, found, told[found.sentence])
        for found in reading.observations
    ]


def check_reading(
    reading: Reading, view: View | None, *, without: str | None = None, later: bool = False
) -> list[Finding]:
    """What recomputing the claims of a text shows.

    Args:
        reading: the text.
        view: the store with earlier releases; without one the text is held against itself.
        without: a release of the store that is this text as it was published.
        later: whether releases after the text's day count as well.

    Returns:
        The findings, in the order of the claims.
    """
    claims = claims_of(reading)
    facts = list(claims)
    if view is not None:
        need = wanted(claims)
        until = None if later else reading.release.published
        own = [reading.release.id, *([without] if without else [])]
        facts += view.sources(*need, until=until, without=own)
    return list(check_text(claims, Book(facts, reading.release.id, later=later)))


def check_store(view: View, *, later: bool = False) -> Iterator[tuple[Reading, list[Finding]]]:
    """Each release of a store with what checking it shows, in the order of their days."""
    for reading in view.readings():
        yield reading, check_reading(reading, view, later=later)
