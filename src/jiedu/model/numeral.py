"""What became of one numeral of a release."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from jiedu.model.span import Span


class Decision(StrEnum):
    """Why a numeral is an observation or none."""

    OBSERVATION = "observation"
    TIME = "time"
    """A word of time: 2023年, 上半年, 1—5月, 6月30日, 九时."""
    NAME = "name"
    """Part of a name of letters and digits, or of a quoted one: 5G, R18, “751工程”."""
    TITLE = "title"
    """Inside the title of a document or an address."""
    RATIO = "ratio"
    """A ratio, a formula or what was won in a match: 3∶1, 1+N, 2比0, 9金5银."""
    ORDINAL = "ordinal"
    """A place in an order: 第一批, 第二产业, 一是, （三）, 图1."""
    GRADE = "grade"
    """A level of a scale or the number of a thing: 三级医院, 220千伏, 9号线, 第十四届."""
    SIZE_CLASS = "size class"
    """A size inside a name: 千亿级产业, 万吨级泊位."""
    LIST = "own list"
    """A count of the text's own list or of a meeting: 以下三个方面, 二十届三中全会."""
    DURATION = "duration"
    """How long something lasts or may take: 为期三天, 30日内."""
    AGE = "age"
    """An age that tells a group of people: 60岁以上老人."""
    STREAK = "streak"
    """How often something has happened in a row: 连续8年."""
    WORD = "word"
    """A Chinese numeral inside a word: 统一, 一批, 万众, 三农."""
    PER = "per"
    """What a rate is counted by: 每10分钟就有1.5吨."""
    VAGUE = "vague"
    """An amount that is no number: 数百家, 成千上万, 几十个."""
    MAGNITUDE = "bare magnitude"
    """A magnitude without a numeral: 超万亿元. The contract counts numerals only."""
    UNNAMED = "unnamed"
    """A figure of which the text does not say what it measures."""
    UNKNOWN = "unknown"
    """None of these."""

    @property
    def decided(self) -> bool:
        """Whether it is known what the numeral is."""
        return self not in {Decision.UNNAMED, Decision.UNKNOWN}


class Numeral(NamedTuple):
    """One numeral and what became of it.

    Attributes:
        span: the numeral.
        decision: why it is an observation or none.
    """

    span: Span
    decision: Decision
