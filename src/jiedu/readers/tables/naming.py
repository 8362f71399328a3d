"""The indicator that a figure is about, from the names beside and above it."""

from __future__ import annotations

import re
from typing import NamedTuple

from jiedu.catalogue import identify, identify_at, indicator, indicator_of, industry_of
from jiedu.catalogue import match as match_name
from jiedu.model import Kind, Measure
from jiedu.readers.tables.facets import HeaderError
from jiedu.readers.tables.words import words

_BRACKETS = re.compile(r"(?:\([^()]*\))+$")
_NO_NAME = re.compile(r"[\d年月日季度份第上下半Qq\-./—:_\s()%]*")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_MARKED = re.compile(r"^(?:\s*其中|\s*[#＃]|\s)")
_OUTPUT = "产量"
_SCOPE = "规模以上"  # without it, 制造业增加值 is that of the national accounts
_PART = re.compile(r"(?:业|企业|行业|制造|门类|类|经济|单位)$")


class Subject(NamedTuple):
    """An indicator as a record has it.

    Attributes:
        name: in words of the table.
        id: the catalogue's id, where it is sure.
        region: the region that the name begins with, if it does.
    """

    name: str
    id: str | None
    region: str | None = None

    @property
    def is_stock(self) -> bool:
        """Whether it is counted at a moment."""
        table = words()["stocks"]
        bare = _BRACKETS.sub("", self.name)
        if self.name.startswith(tuple(table["moments"])):
            return True
        if self.id is not None and (found := indicator(self.id)) is not None:
            return found.kind is Kind.STOCK
        return bare.endswith(tuple(table["endings"]))


class Heading:
    """What the rows above say of bare names below: 汽车制造业 under 规模以上工业增加值."""

    def __init__(self, title: str) -> None:
        self._head = _head_of(title)
        self._scope = _SCOPE in title
        self._whole = ""

    def pass_by(self, name: str, *, group: bool) -> None:
        """Go on to the next row, whose name may be a heading or end what stood above."""
        if is_head(name):
            self._whole = name
        elif group and not _divides(name):
            self._whole = ""
        if head := _head_of(name):
            self._head = head
            self._scope = self._scope or name.startswith(_SCOPE)
        elif (group and not _divides(name)) or is_head(name):
            self._head = ""

    def over(self, name: str, cell: str) -> str:
        """A bare name with the indicator that it is a part of, else the name alone.

        Args:
            name: the name.
            cell: its cell, whose 其中 or indentation marks it as a part.
        """
        if is_head(name):
            return name
        if not self._head:
            return f"{self._whole}：{name}" if self._whole and _MARKED.match(cell) else name
        if self._head == _OUTPUT:
            return f"{name}{_OUTPUT}"
        if industry_of(_bare(name)) is None and not _PART.search(_bare(name)):
            return name
        scope = _SCOPE if self._scope and not name.startswith(_SCOPE) else ""
        return f"{scope}{name}{self._head}"


def composed(names: tuple[str, ...]) -> str:
    """One name from those of a row and of a column: 汽车制造业 and 营业收入.

    Raises:
        HeaderError: where it is not clear which of them is the indicator.
    """
    if not names:
        return ""
    first, *others = dict.fromkeys(names)
    for other in others:
        first = _joined(first, other)
    return first


def _joined(one: str, other: str) -> str:
    if other.startswith("占"):
        return one + other
    if is_head(one) == is_head(other):
        both = "both" if is_head(one) else "neither"
        raise HeaderError(f"of {one!r} and {other!r}, {both} would be the indicator")
    return one + other if is_head(other) else other + one


def is_name(name: str) -> bool:
    """Whether words can be the name of an indicator, and no bare number or sign."""
    if _NO_NAME.fullmatch(name):
        return False
    return _CHINESE.search(name) is not None or indicator_of(name) is not None


def is_whole(name: str) -> bool:
    """Whether words stand for all that a table is about (合计, 全省)."""
    return name in words()["names"]["wholes"]


def is_head(name: str) -> bool:
    """Whether a name says what is measured, not only a part of something measured."""
    bare = _bare(name)
    return bare.endswith(tuple(words()["names"]["endings"])) or indicator_of(name) is not None


def subject_of(
    name: str, unit: str, measure: Measure, region: str | None, *, real: bool = False
) -> Subject:
    """The indicator of a name.

    Args:
        name: the name, complete.
        unit: the base unit of the figure.
        measure: its measure.
        region: the region that the figure is about, in which some names are sure.
        real: whether it is said to be a real change.
    """
    found = identify(name, unit, measure)
    behind = None
    if found is None and (whole := match_name(name, unit, measure)) is not None:
        found, behind = whole.indicator_id, whole.region.name if whole.region else None
    if found is None and region is not None:
        found = identify_at(name, unit, measure)
    if real and not (found or "").startswith(tuple(words()["names"]["real"])):
        return Subject(f"{name}（实际）", None, behind)
    return Subject(name, found, behind)


def _bare(name: str) -> str:
    return _BRACKETS.sub("", name)


def _head_of(name: str) -> str:
    """The indicator of a total (规模以上工业增加值, 主要产品产量) that parts may follow."""
    bare = _bare(name)
    table = words()["names"]
    head = max((head for head in table["heads"] if bare.endswith(head)), key=len, default="")
    of = bare.removesuffix(head)
    return head if not of or of.endswith(tuple(table["totals"])) else ""


def _divides(name: str) -> bool:
    return name.startswith(tuple(words()["names"]["dividing"]))
