"""Findings as the rows that programs read, and how many there are of each kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from jiedu.exports.rows import record_row
from jiedu.model import FINDING_FIELDS, Verdict, finding_row_of, record_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.model import Finding, Reading, Source

FIELDS = FINDING_FIELDS
SUMMARY_FIELDS = ("by", "name", *(verdict.value for verdict in Verdict), "claims")
UNNAMED = "—"
"""The publisher of releases that do not say theirs."""


def finding_row(finding: Finding) -> dict[str, Any]:
    """A finding with the claim and its evidence as observations."""
    return {
        "rule": finding.rule,
        "verdict": finding.verdict.value,
        "stated": finding.claim.observation.value,
        "expected": list(finding.expected),
        "claim": source_row(finding.claim),
        "evidence": [source_row(fact) for fact in finding.evidence],
        "reason": finding.reason,
    }


def flat_row(finding: Finding) -> dict[str, Any]:
    """A finding without its evidence, for CSV."""
    row = finding_row_of(finding)
    return {name: getattr(row, name) for name in FIELDS}


def source_row(fact: Source) -> dict[str, Any]:
    """A figure of a claim or its evidence; one of a table stands in no text."""
    row = record_row(record_of(fact.observation, fact.release, fact.published, fact.sentence))
    return {**row, "start": None, "end": None} if fact.cell else row


def summary_rows(checked: Iterable[tuple[Reading, list[Finding]]]) -> list[dict[str, Any]]:
    """How many claims got which verdict, by rule and by publisher; those with most ``off`` first.

    Args:
        checked: texts with their findings; of each only its counts are kept.
    """
    counts: dict[tuple[str, str], Counter[Verdict]] = defaultdict(Counter)
    for reading, findings in checked:
        for finding in findings:
            counts["rule", finding.rule][finding.verdict] += 1
            counts["publisher", reading.release.publisher or UNNAMED][finding.verdict] += 1
    return [
        {
            "by": by,
            "name": name,
            **{verdict.value: counted[verdict] for verdict in Verdict},
            "claims": counted.total(),
        }
        for (by, name), counted in sorted(counts.items(), key=_first_the_worst)
    ]


def _first_the_worst(item: tuple[tuple[str, str], Counter[Verdict]]) -> tuple[Any, ...]:
    (by, name), counted = item
    return by != "rule", -counted[Verdict.OFF], -counted.total(), name
