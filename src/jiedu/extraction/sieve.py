"""Quantities that are no statistics: size classes, the text's own lists, ordinals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.extraction.lexemes import pattern
from jiedu.model import Decision
from jiedu.model.token import UnitKind

if TYPE_CHECKING:
    from jiedu.extraction.phrases import Phrase
    from jiedu.model.token import Quantity

_INDEX = pattern("sieve.index")
_CLASS = pattern("sieve.class")
_THRESHOLD = pattern("sieve.threshold")
_OWN_LIST = pattern("sieve.own_list")
_LASTING = pattern("sieve.lasting")
_SPAN_OF_TIME = pattern("sieve.span_of_time")
_CLOCK = frozenset({"天", "小时", "分钟", "秒", "毫秒"})
_AGED = pattern("sieve.aged")
_PLACED = pattern("sieve.placed")
_ORDERED = pattern("sieve.ordered")
_UNBROKEN = pattern("sieve.unbroken")
_ACROSS = 40  # characters that a share in words spans at most
_DAY = 24  # hours: 24小时值守 is an idiom
_YIELDS = pattern("sieve.yields")
_PART_OF_MANY = pattern("sieve.part_of_many")
_RANKED = pattern("sieve.ranked")
_GREAT = pattern("sieve.great")
_GREAT_NOUN = pattern("sieve.great_noun")
_BARE_RANK = pattern("sieve.bare_rank")
_AND_MORE = frozenset({"以上", "以下"})
_EXCLAIMED = frozenset({"", "!", "。"})  # 1分钟！…
_LISTS = frozenset("、和与及—-~至到")
_PAUSE = frozenset("，,。、；;！!）)\n且并和的")


def unwanted(normal: str, phrase: Phrase) -> Decision | None:
    """Why a phrase's numeral is no statistic; ``None`` where it may be one.

    Args:
        normal: the release's text in normal form.
        phrase: the quantities with their text.
    """
    item = phrase.items[0]
    if item.kind is UnitKind.STREAK:
        return Decision.STREAK
    if item.kind is UnitKind.NONE and not item.scale:
        return None if _INDEX.search(phrase.left) else Decision.UNKNOWN
    if phrase.left.endswith("=") or _is_part_of_many(normal, item) or _is_threshold(phrase):
        return Decision.RATIO
    counted_by = phrase.left.endswith(("每", "每隔")) and _YIELDS.match(phrase.right)
    if counted_by or (item.unit in _CLOCK and phrase.right.startswith("就")):
        return Decision.PER
    if _LASTING.search(phrase.left):
        return Decision.DURATION
    round_the_clock = item.unit == "小时" and item.value == _DAY
    if round_the_clock and _UNBROKEN.match(phrase.right):
        return Decision.DURATION
    alone = not phrase.left and phrase.right[:1] in _EXCLAIMED
    if item.unit in _CLOCK and (alone or _SPAN_OF_TIME.match(phrase.right)):
        return Decision.DURATION
    if item.unit == "分":
        return None if _INDEX.search(phrase.left) else Decision.RATIO
    after = phrase.items[-1].stop
    if _CLASS.match(normal, after):
        return Decision.SIZE_CLASS if normal[after] == "级" else Decision.LIST
    sized = item.kind is UnitKind.AMOUNT and normal[item.stop - 2 : item.stop] in _AND_MORE
    if sized and phrase.limit < phrase.clause_end and phrase.noun == phrase.right.strip():
        return Decision.SIZE_CLASS if phrase.noun else None
    if _OWN_LIST.match(phrase.noun):
        return Decision.LIST
    aged = item.unit in {"岁", "周岁"} and _AGED.match(phrase.right)
    return Decision.AGE if aged else None


def _is_threshold(phrase: Phrase) -> bool:
    """Whether a percentage is a line that figures are held against: 50%的临界点."""
    return phrase.items[0].kind is UnitKind.PERCENT and _THRESHOLD.match(phrase.right) is not None


def _is_part_of_many(normal: str, item: Quantity) -> bool:
    """Whether a numeral is one of the two that say a share in words: 每10个基站就有6个."""
    start = normal.rfind("每", max(0, item.start - _ACROSS), item.start)
    while start >= 0:
        found = _PART_OF_MANY.match(normal, start)
        if found is not None:
            return item.start in {found.start("many"), found.start("part")}
        start = normal.rfind("每", max(0, item.start - _ACROSS), start)
    return False


def refused(normal: str, item: Quantity) -> Decision | None:
    """Why a numeral can be no statistic, before its sentence is read."""
    if item.kind is UnitKind.RANK:
        return None if is_rank(normal, item) else Decision.ORDINAL
    if item.kind is UnitKind.NONE and not item.scale:
        listed = normal[item.stop : item.stop + 1] in _LISTS
        index = listed or _INDEX.search(normal[max(0, item.start - 16) : item.start])
        return None if index else Decision.UNKNOWN
    return None


def is_rank(normal: str, item: Quantity) -> bool:
    """Whether 第N is a rank (居全国第二) and not an ordinal (第一产业, 第一批)."""
    before = normal[max(0, item.start - 8) : item.start - 1]
    if item.unit == "名" and _RANKED.search(normal, max(0, item.start - 24), item.start):
        return True
    if item.unit == "位" or (item.unit == "名" and _ORDERED.search(before)):
        return bool(_PLACED.search(before))
    if item.unit == "大":
        return bool(_GREAT.search(before) and _GREAT_NOUN.match(normal, item.stop - 1))
    after = normal[item.stop : item.stop + 1]
    return (not after or after in _PAUSE) and bool(_BARE_RANK.search(before))
