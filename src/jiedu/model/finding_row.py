"""A finding as a flat row, without its evidence: what is exported and printed as CSV."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.model.finding import Verdict

if TYPE_CHECKING:
    from jiedu.model.finding import Finding


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as a row.

    Attributes:
        rule: the name of the check.
        verdict: what came of it.
        release: the id of the release that makes the claim.
        start: where its numeral starts in the text, in code points.
        end: where it ends, likewise.
        stated: the claimed value.
        low: the least that it may be, ``None`` for an open end.
        high: the most that it may be, likewise.
        reason: the sum.
    """

    rule: str
    verdict: Verdict
    release: str
    start: int
    end: int
    stated: Decimal
    low: Decimal | None
    high: Decimal | None
    reason: str


FINDING_FIELDS = tuple(field.name for field in fields(FindingRow))
"""The fields of a row, in the order in which every row has them."""


def finding_row_of(finding: Finding) -> FindingRow:
    """A finding as a row."""
    span = finding.claim.observation.span
    low, high = finding.expected
    return FindingRow(
        rule=finding.rule,
        verdict=finding.verdict,
        release=finding.claim.release,
        start=span.start,
        end=span.end,
        stated=finding.claim.observation.value,
        low=low,
        high=high,
        reason=finding.reason,
    )
