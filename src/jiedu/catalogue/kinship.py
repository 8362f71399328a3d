"""What a bare name means behind a figure whose indicator is known."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue.data_files import read_toml
from jiedu.catalogue.indicators import indicator
from jiedu.catalogue.matching import identify
from jiedu.catalogue.patterns import patterns
from jiedu.catalogue.units import LEVELS, fits
from jiedu.catalogue.wording import plain, wordings
from jiedu.model import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAME = "*"
_OF_PARTS = frozenset({Measure.GROWTH, Measure.GROWTH_CHANGE})
_AFTER_A_STOP = LEVELS | _OF_PARTS  # a share or a rank may be that of another whole


class _Kin(NamedTuple):
    heads: dict[str, dict[str, str]]
    subjects: dict[str, dict[str, str]]
    topics: frozenset[str]
    wholes: frozenset[str]
    contribution: re.Pattern[str]


@cache
def _kin() -> _Kin:
    raw = read_toml("kinship")
    heads: dict[str, dict[str, str]] = {}
    for row in raw["heads"]:
        for name in row["names"]:
            heads.setdefault(plain(name), {}).update(row["after"])
    families = frozenset(raw["subjects"]["after"])
    subjects: dict[str, dict[str, str]] = {}
    for pattern in patterns():
        if pattern.id in families:
            subjects.setdefault(pattern.id, {}).update(pattern.words)
    said = raw["contributions"]
    wholes = frozenset(map(plain, said["wholes"]))
    leaders = {before for after in heads.values() for before in after} | {*families}
    topics = leaders - {f"{family}/{_SAME}" for family in raw["topics"]["without"]}
    return _Kin(heads, subjects, frozenset(topics), wholes, re.compile(said["pattern"]))


def kinships() -> dict[str, dict[str, str]]:
    """For each bare head, the ids it may follow and those it then has."""
    return _kin().heads


def leads_on(indicator_id: str) -> bool:
    """Whether bare names in the next sentence may follow an indicator: it is the topic then."""
    topics = _kin().topics
    return indicator_id in topics or f"{indicator_id.partition('/')[0]}/{_SAME}" in topics


def _continued(form: str, measure: Measure, before: str) -> Iterator[str]:
    kin = _kin()
    family, _, key = before.partition("/")
    after = kin.heads.get(form, {})
    if before in after:
        yield after[before]
    if key and (target := after.get(f"{family}/{_SAME}")) is not None:
        yield target.replace(_SAME, key)
    part = kin.subjects.get(family, {}).get(form)
    if part is not None and measure in _OF_PARTS:
        yield f"{family}/{part}"


def identify_after(
    name: str, unit: str, measure: Measure, before: str, *, same: bool = True
) -> str | None:
    """The id of a figure that may lean on the one before it, or ``None``.

    A name that is sure alone has its own id. A bare head (出口, 利润总额) or a bare industry
    (装备制造业) takes its subject or its head from the figure before: ``trade.goods`` and 出口
    give ``trade.goods_exports``, ``industry.revenue/light`` and 利润 ``industry.profit/light``.

    Args:
        name: the observation's indicator, in words of the text.
        unit: its unit, as the guide writes it.
        measure: its measure.
        before: the id of the figure before it in the same sentence, or of the whole that the
            sentence before spoke of. Elsewhere the subject may have changed, and a wrong id is
            worse than none.
        same: whether that figure stands in the same sentence.
    """
    if (found := identify(name, unit, measure)) is not None:
        return found
    if not same and measure not in _AFTER_A_STOP:
        return None
    for form in wordings(name):
        for candidate in _continued(form, measure, before):
            known = indicator(candidate)
            if known is not None and fits(known.unit, unit, measure):
                return candidate
    return None


def is_of_a_part(name: str) -> bool:
    """Whether a contribution's name says only the whole that it goes to.

    Behind 装备制造业增加值, both 对规模以上工业增长的贡献率 and 拉动规模以上工业增长 are the
    contribution of 装备制造业增加值.
    """
    kin = _kin()
    return any(form in kin.wholes or kin.contribution.fullmatch(form) for form in wordings(name))
