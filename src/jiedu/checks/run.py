"""All rules over the claims of one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.checks import (
    contribution,
    differences,
    direction,
    gap,
    growths,
    plans,
    restated,
    shares,
    sums,
)
from jiedu.checks.book import key_of
from jiedu.checks.settings import wholes_of
from jiedu.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiedu.checks.book import Book
    from jiedu.model import Finding, Source

_RULES = (differences, gap, growths, shares, sums, contribution, direction, plans, restated)


def check_text(claims: Iterable[Source], book: Book) -> Iterator[Finding]:
    """What recomputing each claim of a text shows, in the order of the text.

    Args:
        claims: the figures of the text; goals and expectations claim nothing.
        book: what they may be held against.
    """
    for claim in claims:
        if claim.observation.status is not Status.ACTUAL:
            continue
        for rule in _RULES:
            yield from rule.check(claim, book)


def wanted_keys(claims: Iterable[Source]) -> set[str]:
    """The ids and names whose figures may decide the claims of a text."""
    wanted = set()
    for claim in claims:
        found = claim.observation
        wanted.add(key_of(found).name)
        wanted.update(wholes_of(found.indicator_id or ""))
        if (found.basis or "").startswith("vs:"):
            wanted.update(gap.other_ids(claim, (found.basis or "").removeprefix("vs:")))
    return wanted
