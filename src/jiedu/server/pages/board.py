"""Findings in the order in which a reader should see them: what is off first, the newest first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from jiedu.server.pages.annotating import GRAVEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from jiedu.model import Finding, Verdict
    from jiedu.server.held import Checked
    from jiedu.store import View

PLACE = (int, int, str, int)
"""The kinds of the parts of a place."""


class Head(NamedTuple):
    """What is told of a release beside its text."""

    title: str
    publisher: str | None


class Claim(NamedTuple):
    """A finding where it stands.

    Attributes:
        place: the verdict's rank, the day counted backwards, the release and the number in it.
        finding: the finding.
        head: of the release that claims it.
    """

    place: tuple[int, int, str, int]
    finding: Finding
    head: Head


class WantedClaims(NamedTuple):
    """Which findings are shown; ``None`` wants all."""

    verdict: Verdict | None = None
    rule: str | None = None
    release: str | None = None
    publisher: str | None = None
    since: date | None = None
    until: date | None = None


class Shown(NamedTuple):
    """The findings that are wanted, and how many there are of each kind.

    Attributes:
        claims: in their order.
        counts: by rule and verdict, of all that is wanted but for the rule and the verdict.
    """

    claims: list[Claim]
    counts: Mapping[tuple[str, Verdict], int]

    def every(self, rule: str | None = None) -> int:
        """How many there are, of one rule or of all."""
        return sum(count for (of, _), count in self.counts.items() if rule in (None, of))

    def of_verdict(self, verdict: Verdict, rule: str | None = None) -> int:
        """How many have a verdict, of one rule or of all."""
        return sum(
            count
            for (of, told), count in self.counts.items()
            if told is verdict and rule in (None, of)
        )

    def of_rule(self, rule: str, verdict: Verdict | None = None) -> int:
        """How many are of a rule, with one verdict or with any."""
        return sum(
            count
            for (of, told), count in self.counts.items()
            if of == rule and verdict in (None, told)
        )


class Board(NamedTuple):
    """All findings of a store.

    Attributes:
        claims: in the order of their places.
        heads: of the releases that claims and their evidence are of.
    """

    claims: Sequence[Claim]
    heads: Mapping[str, Head]

    def shown(self, wanted: WantedClaims) -> Shown:
        """Those that are wanted."""
        found: list[Claim] = []
        counts: Counter[tuple[str, Verdict]] = Counter()
        for claim in self._within(wanted):
            finding = claim.finding
            counts[finding.rule, finding.verdict] += 1
            if wanted.rule in (None, finding.rule) and wanted.verdict in (None, finding.verdict):
                found.append(claim)
        return Shown(found, counts)

    def _within(self, wanted: WantedClaims) -> Iterator[Claim]:
        for claim in self.claims:
            fact = claim.finding.claim
            if wanted.release not in (None, fact.release):
                continue
            if wanted.publisher and wanted.publisher not in (claim.head.publisher or ""):
                continue
            if wanted.since is not None and fact.published < wanted.since:
                continue
            if wanted.until is None or fact.published <= wanted.until:
                yield claim


def board_of(checked: Iterable[Checked], view: View) -> Board:
    """The findings of a store in the order of their pages.

    Args:
        checked: the findings.
        view: the store.
    """
    heads: dict[str, Head] = {}

    def head(release: str) -> Head:
        if release not in heads:
            found = view.release(release)
            heads[release] = Head(found.title or found.id, found.publisher)
        return heads[release]

    claims = []
    for place, finding in checked:
        published, release, number = place
        ordered = GRAVEST.index(finding.verdict), -published.toordinal(), release, number
        claims.append(Claim(ordered, finding, head(release)))
        for fact in finding.evidence:
            if not fact.cell:
                head(fact.release)
    return Board(sorted(claims, key=lambda claim: claim.place), heads)
