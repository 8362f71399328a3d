"""All rules over the claims of one text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
from jiedu.checks.periods import wanted_periods
from jiedu.checks.settings import wholes_of
from jiedu.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

    from jiedu.checks.book import Book
    from jiedu.model import Finding, Source


class Wanted(NamedTuple):
    """The figures that may decide the claims of a text.

    Attributes:
        ids: of their indicators.
        names: of those without an id, as the text writes them.
        periods: in every spelling.
        regions: those of the claims; the country counts beside them.
    """

    ids: frozenset[str]
    names: frozenset[str]
    periods: frozenset[str]
    regions: frozenset[str]


_MODULES: dict[ModuleType, tuple[str, ...]] = {
    differences: ("growth_difference", "level_change", "share_difference"),
    gap: ("gap",),
    growths: ("level_growth", "average_growth"),
    shares: ("share",),
    sums: ("sum",),
    contribution: ("contribution",),
    direction: ("direction",),
    plans: ("bound", "target"),
    restated: ("restated",),
}

RULES: dict[str, str] = {
    name: (module.__doc__ or "").strip() for module, names in _MODULES.items() for name in names
}
"""Each rule with what it checks: its formula, its source and its limits."""


def check_text(claims: Iterable[Source], book: Book) -> Iterator[Finding]:
    """What recomputing each claim of a text shows, in the order of the text.

    Args:
        claims: the figures of the text; goals and expectations claim nothing.
        book: what they may be held against.
    """
    for claim in claims:
        if claim.observation.status is not Status.ACTUAL:
            continue
        for rule in _MODULES:
            yield from rule.check(claim, book)


def wanted(claims: Iterable[Source]) -> Wanted:
    """What has to be known to decide the claims of a text."""
    ids: set[str] = set()
    names: set[str] = set()
    periods: set[str] = set()
    regions: set[str] = set()
    for claim in claims:
        found = claim.observation
        if found.status is not Status.ACTUAL:
            continue
        if found.region is not None:
            regions.add(found.region)
        periods |= wanted_periods(found.period, found.basis)
        if found.indicator_id is None:
            names.add(found.indicator)
        else:
            ids.add(found.indicator_id)
            ids.update(wholes_of(found.indicator_id))
        if (found.basis or "").startswith("vs:"):
            ids.update(gap.other_ids(claim, (found.basis or "").removeprefix("vs:")))
    return Wanted(frozenset(ids), frozenset(names), frozenset(periods), frozenset(regions))
