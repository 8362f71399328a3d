"""What kind of answer a question wants, by its words and by how much it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.model import Measure
from jiedu.questions.query import Kind, Over
from jiedu.questions.words import says, tables

if TYPE_CHECKING:
    from jiedu.questions.query import Asked

SEVERAL = frozenset({Kind.COMPARE, Kind.DIFFERENCE})
"""What needs two figures."""
_RELATIVE = frozenset({"", "%", "pp", "倍"})


def kind_of(text: str, *, now: bool, whole: str = "") -> Kind:
    """What a question wants, by its words; the first list with a word in it wins.

    Args:
        text: the question without its times.
        now: whether it asks for the present.
        whole: the question with its times (到2025年建设多少家).
    """
    for name in tables()["said"]["order"]:
        if says(text, name):
            return _where(text) if name == "where" else Kind(name)
    for kind in (Kind.MOST, Kind.LEAST, Kind.COMPARE, Kind.TARGET, Kind.LATEST):
        if says(text, kind.value):
            return kind
    if re.search(tables()["said"]["wish"], whole or text):
        return Kind.TARGET
    return Kind.LATEST if now else Kind.FIGURE


def _where(text: str) -> Kind:
    for kind in (Kind.MOST, Kind.LEAST):
        if says(text, kind.value):
            return kind
    return Kind.WHERE


def settled(kind: Kind, times: int, places: int, measure: Measure, asked: Asked | None) -> Kind:
    """The kind of a question, with how many times and places it names taken into account.

    Args:
        kind: by its words.
        times: how many times it names.
        places: how many places.
        measure: what it asks of them.
        asked: the unit it asks for.
    """
    if kind is Kind.FIGURE and times > 1:
        grown = measure in {Measure.GROWTH, Measure.LEVEL_CHANGE}
        return Kind.DIFFERENCE if grown else Kind.COMPARE
    if kind is Kind.FIGURE and places > 1:
        return Kind.COMPARE
    if kind is Kind.COMPARE and times > 1 and measure is Measure.GROWTH and asked is not None:
        return Kind.DIFFERENCE
    return kind


def single(kind: Kind, times: int, places: int, ids: int, *, grown: bool) -> Kind:
    """The kind of a question that says it compares, and names one thing alone."""
    if kind in SEVERAL and max(times, places, ids) < 2:
        # how much one thing grew is one figure; how much it is more than an unnamed one is none
        return Kind.FIGURE if kind is Kind.COMPARE or grown else kind
    return kind


def measure_of(text: str) -> Measure:
    """What a question asks of its indicator."""
    if says(text, "rank"):
        return Measure.RANK
    if says(text, "share") or ("占" in text and "百分之" in text):
        return Measure.SHARE
    return Measure.GROWTH if says(text, "growth") else Measure.LEVEL


def over_of(text: str) -> Over:
    """What the highest is sought among."""
    for over in (Over.MONTHS, Over.QUARTERS, Over.INDUSTRIES, Over.YEARS):
        if says(text, over.value):
            return over
    return Over.PROVINCES


def of_amount(measure: Measure, asked: Asked | None) -> Measure:
    """What is asked where the unit tells it: 增长了多少万户 is no growth in per cent."""
    if measure is Measure.GROWTH and asked is not None and asked.unit not in _RELATIVE:
        return Measure.LEVEL_CHANGE
    return measure
