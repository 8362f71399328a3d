"""The figures that a claim may be held against, found by what they are about."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import indicator, plain, unit_family
from jiedu.checks.intervals import half_unit
from jiedu.checks.periods import same
from jiedu.model import Bound, Kind, Measure, Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

    from jiedu.model import Observation, Source


_Group = tuple[str, Measure, Status, str | None, str | None]
_MOST = 200  # figures of one thing, place and time
_NEAR = 300  # figures before and behind a claim: more than any release has that this was made on
_COARSE = 10  # half units of a figure that another makes superfluous


class Key(NamedTuple):
    """What figures of one thing have in common: an id, or else a name."""

    name: str
    sure: bool


def key_of(found: Observation) -> Key:
    """The id of a figure's indicator, or its name without signs where it has none."""
    if found.indicator_id is not None:
        return Key(found.indicator_id, sure=True)
    return Key(plain(found.indicator), sure=False)


def is_moment(found: Observation) -> bool:
    """Whether a figure stands at a moment, so that only the end of its period counts."""
    if found.measure is Measure.GROWTH:
        return False
    known = indicator(found.indicator_id) if found.indicator_id else None
    return known is not None and known.kind is Kind.STOCK


class Book:
    """Facts by what they are about.

    Args:
        facts: figures of the text that is checked and of earlier releases, in any order.
        home: the id of the text that is checked; its own figures are preferred.
        later: whether figures count that were published after the claim.
    """

    def __init__(self, facts: Iterable[Source], home: str, *, later: bool = False) -> None:
        self.home = home
        self.later = later
        self._groups: dict[_Group, dict[str | None, list[Source]]] = defaultdict(dict)
        self._found: dict[tuple[object, ...], list[Source]] = {}
        self._own: list[Source] = []
        for fact in facts:
            found = fact.observation
            group = key_of(found).name, found.measure, found.status, found.region, found.basis
            self._groups[group].setdefault(found.period, []).append(fact)
            if fact.release == home:
                self._own.append(fact)
        self._own.sort(key=_start)
        self._starts = list(map(_start, self._own))

    def near(self, claim: Source) -> list[Source]:
        """The figures of the text around a claim, the claim among them, in the text's order."""
        at = bisect_left(self._starts, claim.observation.span.start)
        return self._own[max(0, at - _NEAR) : at + _NEAR]

    def find(
        self,
        name: str,
        measure: Measure,
        *,
        period: str | None,
        region: str | None,
        basis: str | None = None,
        unit: str | None = None,
        until: date | None = None,
        status: Status = Status.ACTUAL,
    ) -> list[Source]:
        """Figures of one thing, place and time: the text's own first, then the finest and newest.

        Figures with a bound (超过, 近) are left out where there are exact ones, and those printed
        to fewer digits where there are finer ones. A text may say one figure thousands of times:
        of what is left, the first ones are given.

        Args:
            name: the id, or the name without signs.
            measure: the kind of statement.
            period: the period they must be of.
            region: the place they must be of.
            basis: the basis they must have.
            unit: the unit they must have, where it matters.
            until: the last day of publication, unless later ones count.
            status: facts, goals or expectations.
        """
        asked = name, measure, period, region, basis, unit, until, status
        if asked not in self._found:
            group = self._groups.get((name, measure, status, region, basis), {})
            self._found[asked] = self._best(group, period, unit, until)
        return self._found[asked]

    def _best(
        self,
        group: dict[str | None, list[Source]],
        period: str | None,
        unit: str | None,
        until: date | None,
    ) -> list[Source]:
        found = [
            fact
            for told, facts in group.items()
            if same(told, period, moment=is_moment(facts[0].observation))
            for fact in facts
            if unit is None or unit_family(fact.observation.unit) == unit_family(unit)
            if until is None or self.later or fact.published <= until
        ]
        exact = [fact for fact in found if fact.observation.bound is Bound.EXACT]
        kept = exact or found
        if not kept:
            return []
        finest = min(half_unit(fact.observation) for fact in kept)
        kept = [fact for fact in kept if half_unit(fact.observation) < finest * _COARSE]
        return sorted(kept, key=self._place)[:_MOST]

    def _place(self, fact: Source) -> tuple[bool, Decimal, int, int]:
        return (
            fact.release != self.home,
            half_unit(fact.observation),
            -fact.published.toordinal(),
            fact.observation.span.start,
        )


def _start(fact: Source) -> int:
    return fact.observation.span.start
