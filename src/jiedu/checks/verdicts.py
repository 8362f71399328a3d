"""A claim and what was computed → a finding, with the sum written out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.checks.intervals import Interval, half_unit, printed, written
from jiedu.checks.slips import is_slip
from jiedu.model import Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Source


_SLIP = ", whose digits in another order would agree"
_NEARLY = 4  # times the narrowest room
_OPEN = Decimal(10) ** 30  # the room of an interval with an open end
_ORDER = (Verdict.HOLDS, Verdict.REVISED, Verdict.COMPARABLE_BASIS, Verdict.OFF)


def said(fact: Source, home: str) -> str:
    """A figure as a sum shows it: its words, and where they are from if not from the text."""
    found = fact.observation
    words = f"{abs(found.value):f}{found.unit}" if fact.cell else found.text
    if found.value < 0:
        words = f"−{words}"
    if fact.release == home:
        return words
    cell = f" {fact.sentence}" if fact.cell else ""
    return f"{words} ({fact.release}{cell}, {fact.published})"


def words_after(claim: Source) -> str:
    """What the sentence of a claim says after its figure and the unit."""
    found = claim.observation
    return claim.sentence[found.span.start - found.sentence.start + len(found.text) :]


def settle(
    rule: str,
    claim: Source,
    evidence: Sequence[Source],
    computed: Interval,
    sum_: str,
    otherwise: Verdict = Verdict.OFF,
) -> Finding:
    """A finding: the claim holds where its interval meets the computed one.

    Args:
        rule: the name of the check.
        claim: the figure that is checked.
        evidence: what it was computed from.
        computed: the interval that follows from the evidence.
        sum_: the sum in words.
        otherwise: what is said where they do not meet; a claim whose digits in another order
            would agree is off.
    """
    stated = printed(claim.observation)
    verdict = Verdict.HOLDS if stated.meets(computed) else otherwise
    half = half_unit(claim.observation)
    expected = computed.widened(half)
    slip = verdict not in {Verdict.HOLDS, Verdict.OFF} and is_slip(claim.observation, expected)
    if slip:
        verdict = Verdict.OFF
    result = written(computed, claim.observation)
    words = f"{sum_} = {result}; stated {said(claim, claim.release)}"
    words += f"{_SLIP if slip else ''}: {verdict.value}"
    return Finding(rule, claim, tuple(evidence), expected, verdict, words)


def decided(finding: Finding, verdict: Verdict) -> Finding:
    """A finding with another verdict, in its words as well."""
    reason = f"{finding.reason.rpartition(': ')[0]}: {verdict.value}"
    return replace(finding, verdict=verdict, reason=reason)


def missing(rule: str, claim: Source, wanted: str, evidence: Sequence[Source] = ()) -> Finding:
    """A finding that says which figure would decide the claim."""
    reason = f"{wanted} would decide it; none is known"
    return Finding(rule, claim, tuple(evidence), (None, None), Verdict.UNVERIFIABLE, reason)


def best(findings: Sequence[Finding]) -> Finding | None:
    """Of what different evidence says of one claim, the one to be told.

    Evidence that leaves the narrowest room counts; where several leave nearly the same, that the
    claim holds, if any of them says so: an older vintage may be what the claim was made from.
    """
    told = [finding for finding in findings if finding.verdict is not Verdict.UNVERIFIABLE]
    if not told:
        return findings[0] if findings else None
    widths = [_width(finding) for finding in told]
    room = min(widths) * _NEARLY
    close = [finding for finding, width in zip(told, widths, strict=True) if width <= room]
    return min(close, key=lambda finding: _ORDER.index(finding.verdict))


def _width(finding: Finding) -> Decimal:
    low, high = finding.expected
    return _OPEN if low is None or high is None else high - low


def near(one: Interval, other: Interval, share: Decimal) -> bool:
    """Whether two intervals of positive numbers are within a share of one another."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    return one.low <= other.high * (1 + share) and other.low <= one.high * (1 + share)
