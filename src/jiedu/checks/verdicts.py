"""A claim and what was computed → a finding, with the sum written out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from jiedu.checks.intervals import CHINESE, Interval, half_unit, printed, written
from jiedu.checks.slips import is_slip
from jiedu.model import Finding, Measure, Status, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Source


_SLIP = ", whose digits in another order would agree"
_SLIP_ZH = "，数字换个次序就相符"
VERDICTS_ZH = {
    Verdict.HOLDS: "相符",
    Verdict.OFF: "不符",
    Verdict.REVISED: "或有修订",
    Verdict.COMPARABLE_BASIS: "口径不可比",
    Verdict.UNVERIFIABLE: "无从核验",
}
"""The verdicts in Chinese."""

MARKS = {
    Verdict.HOLDS: "✓",
    Verdict.OFF: "✗",
    Verdict.REVISED: "~",
    Verdict.COMPARABLE_BASIS: "≈",
    Verdict.UNVERIFIABLE: "?",
}
"""A sign for each verdict, so that colour never tells it alone."""

_KINDS = {
    Measure.GROWTH: ("growth", "增速"),
    Measure.LEVEL: ("level", "水平值"),
    Measure.SHARE: ("share", "占比"),
}
_NEARLY = 4  # times the narrowest room
_OPEN = Decimal(10) ** 30  # the room of an interval with an open end
_ORDER = (Verdict.HOLDS, Verdict.REVISED, Verdict.COMPARABLE_BASIS, Verdict.OFF)


class Words(NamedTuple):
    """A sum that has words in it, in both languages."""

    english: str
    chinese: str


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
    sum_: str | Words,
    otherwise: Verdict = Verdict.OFF,
) -> Finding:
    """A finding: the claim holds where its interval meets the computed one.

    Args:
        rule: the name of the check.
        claim: the figure that is checked.
        evidence: what it was computed from.
        computed: the interval that follows from the evidence.
        sum_: the sum; in both languages where it is more than signs and figures.
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
    result = Words(
        written(computed, claim.observation), written(computed, claim.observation, CHINESE)
    )
    both = sum_ if isinstance(sum_, Words) else Words(sum_, sum_)
    mine = said(claim, claim.release)
    words = f"{both.english} = {result.english}; stated {mine}"
    words += f"{_SLIP if slip else ''}: {verdict.value}"
    chinese = f"{both.chinese} = {result.chinese}；文中为{mine}"
    chinese += f"{_SLIP_ZH if slip else ''}：{VERDICTS_ZH[verdict]}"
    return Finding(rule, claim, tuple(evidence), expected, verdict, words, chinese)


def decided(finding: Finding, verdict: Verdict) -> Finding:
    """A finding with another verdict, in its words as well."""
    reason = f"{finding.reason.rpartition(': ')[0]}: {verdict.value}"
    chinese = f"{finding.reason_zh.rpartition('：')[0]}：{VERDICTS_ZH[verdict]}"
    return replace(finding, verdict=verdict, reason=reason, reason_zh=chinese)


def missing(rule: str, claim: Source, wanted: Words, evidence: Sequence[Source] = ()) -> Finding:
    """A finding that says which figure would decide the claim."""
    reason = f"{wanted.english} would decide it; none is known"
    chinese = f"要核验，需要{wanted.chinese}；库中没有"
    unknown = (None, None)
    return Finding(rule, claim, tuple(evidence), unknown, Verdict.UNVERIFIABLE, reason, chinese)


def wanted_of(
    measure: Measure, name: str, period: str | None, status: Status | None = None
) -> Words:
    """The figure that would decide a claim: what is measured of what, and when."""
    english, chinese = _KINDS.get(measure, (measure.value, measure.value))
    if status is Status.TARGET:
        english, chinese = "plan", "计划数"
    return Words(f"the {english} of {name} in {period}", f"{name}在 {period} 的{chinese}")


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
