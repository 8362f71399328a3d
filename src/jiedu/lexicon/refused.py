"""The numerals that the one pass over a text sees and takes for no quantity, and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jiedu.lexicon.scan import quantity_of, scanner
from jiedu.lexicon.units import unit_table
from jiedu.model.numeral import Decision

if TYPE_CHECKING:
    from collections.abc import Iterator


class Stretch(NamedTuple):
    """A range of a text, in code points, whose numerals share one decision."""

    start: int
    end: int
    decision: Decision


_TOKENS = {
    "time": Decision.TIME,
    "quoted": Decision.NAME,
    "name": Decision.NAME,
    "ratio": Decision.RATIO,
}
_HIDDEN = (
    (re.compile(r"《|https?:"), Decision.TITLE),
    (re.compile(r".*岁"), Decision.AGE),
    (re.compile(r"\d{1,2}[:：时]|\d{4}[-/.]"), Decision.TIME),
)
_LASTING = frozenset({"日", "月", "年", "周", "世纪", "个半小时"})
_WITHIN = frozenset("内之后前")
_CLOCK = frozenset({"时", "点钟"})
_LISTED = frozenset({"方面", "部门", "部委", "部委局"})
_VAGUE = frozenset({"百", "千", "十"})


def refused(normal: str) -> Iterator[Stretch]:
    """What holds digits or numerals in a text in normal form and is no quantity.

    Args:
        normal: a text from :func:`jiedu.lexicon.normalise`.

    Returns:
        The stretches in the order of the text.
    """
    for match in scanner().finditer(normal):
        kind = match.lastgroup or ""
        if kind in _TOKENS:
            yield Stretch(match.start(), match.end(), _TOKENS[kind])
        elif kind == "hidden":
            yield Stretch(match.start(), match.end(), _hidden(match.group()))
        elif quantity_of(match) is None:
            yield Stretch(match.start(), match.end(), _no_quantity(match))


def _hidden(words: str) -> Decision:
    return next((why for shape, why in _HIDDEN if shape.match(words)), Decision.NAME)


def _no_quantity(match: re.Match[str]) -> Decision:
    if match.group("chinese") is not None:
        return _no_chinese(match)
    if match.group("number") is None:
        return Decision.NAME  # 第111…: too long to be worth anything
    before = match.string[match.start("number") - 1 : match.start("number")]
    start = match.start("number")
    if (before and before in "表图附第") or "第" in match.string[max(0, start - 6) : start]:
        return Decision.ORDINAL
    if before and before in "+×/.±-比":
        return Decision.RATIO
    unit = match.group("unit")
    after = match.string[match.end() : match.end() + 1]
    if unit == "日" and after not in _WITHIN:
        return Decision.TIME
    if unit in _LASTING:
        return Decision.DURATION
    if unit in _CLOCK or unit == "元":
        return Decision.TIME
    if unit in _LISTED:
        return Decision.LIST
    if unit:
        named = unit.isascii() or match.string.startswith("道", match.end())
        return Decision.NAME if named else Decision.GRADE
    year = re.fullmatch(r"(?:19|20)\d\d", match.group("number"))
    return Decision.TIME if year else Decision.NAME


def _no_chinese(match: re.Match[str]) -> Decision:
    numeral, unit = match.group("chinese"), match.group("cunit")
    if numeral == "一":
        return Decision.WORD
    if unit == "点":
        return Decision.TIME
    if numeral in _VAGUE:
        return Decision.VAGUE
    if unit_table()[unit][1] is None or unit in {"期", "轮", "门", "口"}:
        return Decision.GRADE
    return Decision.WORD
