"""Which figures of a release come first: those of known indicators that are told every time."""

from __future__ import annotations

from collections import Counter
from math import log2
from typing import TYPE_CHECKING

from jiedu.briefings.composing.history import ambiguous
from jiedu.briefings.composing.said import is_said
from jiedu.briefings.data_files import headline_ids
from jiedu.catalogue import indicator
from jiedu.model import Bound, Kind, Measure, Status, Verdict

if TYPE_CHECKING:
    from jiedu.briefings.composing.setting import Setting
    from jiedu.model import Observation

_KNOWN = 3.0
_TOTAL = 1.5  # no part of another indicator
_HEADLINE = 3.0
_CHECKED = 1.0
_EARLY = 2.5  # for the first figure of a text, falling to nothing at its end
_COMPARED = 1.5
_OPEN = 0.5  # the exact figure stands beside it as a rule
_YEARLY = 1.5  # a growth a year over years is no news
_SURE = 0.5  # a figure that is more likely wrong than right is not told
_SURE_UNKNOWN = 0.8  # nor is one whose name is the text's own, and doubtful
_BY_MEASURE = {
    Measure.RANK: -3.0,
    Measure.CONTRIBUTION: -2.0,
    Measure.GROWTH_CHANGE: -6.5,  # the table tells the change beside the growth
    Measure.SHARE_CHANGE: -6.0,
    Measure.LEVEL_CHANGE: -1.0,
    Measure.SHARE: -0.5,
}


def headline_figures(setting: Setting) -> tuple[list[Observation], int]:
    """The figures that are told, in the order of the text, and how many are left out.

    So many of an indicator are told as there is room for, and none twice.
    """
    facts = _distinct(setting)
    ranked = sorted(facts, key=lambda found: -_weight(found, setting))
    kept: list[Observation] = []
    told: Counter[tuple[str, str | None]] = Counter()
    for found in ranked:
        key = (found.indicator_id or found.indicator, found.region)
        if told[key] < setting.limits.each and len(kept) < setting.limits.figures:
            told[key] += 1
            kept.append(found)
    kept.sort(key=lambda found: found.span)
    return kept, len(facts) - len(kept)


def _distinct(setting: Setting) -> list[Observation]:
    """The facts of the release, the first of those that say one thing."""
    found: dict[tuple[object, ...], Observation] = {}
    facts = setting.material.reading.observations
    open_ones = ambiguous((setting.release.id, item) for item in facts)
    for item in facts:
        least = _SURE if item.indicator_id else _SURE_UNKNOWN
        if item.status is not Status.ACTUAL or (item.confidence or 1.0) < least:
            continue
        if id(item) in open_ones or not is_said(item):
            continue
        name = item.indicator_id or item.indicator
        key = (name, item.measure, item.basis, item.region, item.period, item.value)
        found.setdefault(key, item)
    return list(found.values())


def _weight(found: Observation, setting: Setting) -> float:
    release = setting.release
    weight = _EARLY * (1 - found.span.start / max(1, len(release.text)))
    weight += _BY_MEASURE.get(found.measure, 0.0)
    if found.period is None:
        weight -= _KNOWN
    if found.bound is not Bound.EXACT:
        weight -= _OPEN
    if found.basis == "cagr":
        weight -= _YEARLY
    known = indicator(found.indicator_id) if found.indicator_id else None
    if known is None:
        return weight
    weight += _KNOWN + log2(1 + setting.history.times_told(found)) / 2
    if found.measure in {Measure.LEVEL, Measure.GROWTH}:
        weight += _headline(known.id)
    if not known.parents and "/" not in known.id:
        weight += _TOTAL
    if known.kind is Kind.STOCK and found.measure is Measure.GROWTH:
        weight -= 1.0
    if found.span.start in _checked(setting):
        weight += _CHECKED
    if setting.history.before(found, release):
        weight += _COMPARED
    return weight


def _headline(known_id: str) -> float:
    """More for what readers look for first; the list begins with it."""
    ids = headline_ids()
    if known_id not in ids:
        return 0.0
    return _HEADLINE * (2 - ids.index(known_id) / len(ids))


def _checked(setting: Setting) -> set[int]:
    return {
        finding.claim.observation.span.start
        for finding in setting.material.findings
        if finding.verdict is not Verdict.UNVERIFIABLE
    }
