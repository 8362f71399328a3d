"""Quantities that are no statistics: size classes, the text's own lists, ordinals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.model.token import UnitKind

if TYPE_CHECKING:
    from jiedu.extraction.phrases import Phrase
    from jiedu.model.token import Quantity

_INDEX = re.compile(r"(?:指数|系数|景气度|PMI|评分|得分|满意度)[^,，]{0,6}$")
_CLASS = re.compile(
    r"级|产业结|产业增|全会|会议|党代会|台阶|周年|个?方面|届|期工程|口以上|口的县"
)
_OWN_LIST = re.compile(r"(?:方面|重点方面|原则|阶段|月|更好|走在前)|.*台阶$")
_AGED = re.compile(r"的?老|人")
_PLACED = re.compile(r"[居列排至为球界国省]")
_ORDERED = re.compile(r"[居列排]")
_GREAT = re.compile(r"[为是成居]")
_GREAT_NOUN = re.compile(r"大(?:经济|贸易|出口|进口|市场|消费|汽车|货物|投资|支柱)")
_BARE_RANK = re.compile(
    r"(?:[居列球界国排]|保持|排名|省区|升至|蝉联|西部|中部|东部|亚洲)$"
)
_PAUSE = frozenset("，,。、；;！!）)\n且并和的")


def unwanted(normal: str, phrase: Phrase) -> bool:
    """Whether a phrase's numeral is no statistic.

    Args:
        normal: the release's text in normal form.
        phrase: the quantities with their text.
    """
    item = phrase.items[0]
    if item.kind is UnitKind.NONE and not item.scale:
        return not _INDEX.search(phrase.left)
    if item.unit == "分":
        return not _INDEX.search(phrase.left)
    if _CLASS.match(normal, item.stop) or _OWN_LIST.match(phrase.noun):
        return True
    return item.unit in {"岁", "周岁"} and bool(_AGED.match(phrase.right))


def is_rank(normal: str, item: Quantity) -> bool:
    """Whether 第N is a rank (居全国第二) and not an ordinal (第一产业, 第一批)."""
    before = normal[max(0, item.start - 8) : item.start - 1]
    if item.unit == "位" or (item.unit == "名" and _ORDERED.search(before)):
        return bool(_PLACED.search(before))
    if item.unit == "大":
        return bool(_GREAT.search(before) and _GREAT_NOUN.match(normal, item.stop - 1))
    after = normal[item.stop : item.stop + 1]
    return (not after or after in _PAUSE) and bool(_BARE_RANK.search(before))
