"""What a bare name means behind a figure whose indicator is known."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue.data_files import read_toml
from jiedu.catalogue.indicators import indicator
from jiedu.catalogue.matching import identify
from jiedu.catalogue.patterns import patterns
from jiedu.catalogue.units import fits
from jiedu.catalogue.wording import plain, wordings
from jiedu.model import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAME = "*"
_OF_PARTS = frozenset({Measure.GROWTH, Measure.GROWTH_CHANGE})


class _Kin(NamedTuple):
    heads: dict[str, dict[str, str]]
    subjects: dict[str, dict[str, str]]


@cache
def _kin() -> _Kin:
    raw = read_toml("kinship")
    heads = {plain(name): row["after"] for row in raw["heads"] for name in row["names"]}
    families = frozenset(raw["subjects"]["after"])
    subjects: dict[str, dict[str, str]] = {}
    for pattern in patterns():
        if pattern.id in families:
            subjects.setdefault(pattern.id, {}).update(pattern.words)
    return _Kin(heads, subjects)


def kinships() -> dict[str, dict[str, str]]:
    """For each bare head, the ids it may follow and those it then has."""
    return _kin().heads


def _continued(form: str, measure: Measure, before: str) -> Iterator[str]:
    family, _, key = before.partition("/")
    after = _kin().heads.get(form, {})
    if before in after:
        yield after[before]
    if key and (target := after.get(f"{family}/{_SAME}")) is not None:
        yield target.replace(_SAME, key)
    part = _kin().subjects.get(family, {}).get(form)
    if part is not None and measure in _OF_PARTS:
        yield f"{family}/{part}"


def identify_after(name: str, unit: str, measure: Measure, before: str) -> str | None:
    """The id of a figure that may lean on the one before it, or ``None``.

    A name that is sure alone has its own id. A bare head (出口, 利润总额) or a bare industry
    (装备制造业) takes its subject or its head from the figure before: ``trade.goods`` and 出口
    give ``trade.goods_exports``, ``industry.revenue/light`` and 利润 ``industry.profit/light``.

    Args:
        name: the observation's indicator, in words of the text.
        unit: its unit, as the guide writes it.
        measure: its measure.
        before: the id of the figure before it in the same sentence, or in the one before where
            this sentence opens with the bare name (其中，出口…). Elsewhere the subject may have
            changed, and a wrong id is worse than none.
    """
    if (found := identify(name, unit, measure)) is not None:
        return found
    for form in wordings(name):
        for candidate in _continued(form, measure, before):
            known = indicator(candidate)
            if known is not None and fits(known.unit, unit, measure):
                return candidate
    return None
