"""Noun phrases: cleaned at both ends, coordinated names told apart."""

from __future__ import annotations

import re
from functools import lru_cache

from jiedu.extraction.lexemes import (
    action_pattern,
    after_de_pattern,
    alternatives,
    head_pattern,
    lead_pattern,
    pattern,
    predicate_pattern,
    trail_pattern,
    words,
)

_NOTE = pattern("names.note")
_REMARK = pattern("names.remark")
_LEAD = lead_pattern()
_TRAIL = trail_pattern()
_CUT = pattern("names.cut")
_WITHIN = pattern("names.within")
_LINK = pattern("names.link")
_TIME_MARK = pattern("names.time_mark")
_EXPANDED: dict[str, str] = words()["expanded"]
_PAIRS: dict[str, list[str]] = words()["pairs"]


@lru_cache(maxsize=65536)
def clean_name(raw: str) -> str:
    """A name without connectives, remarks in brackets and linking words at its ends.

    Args:
        raw: the text in which the name stands.

    Returns:
        The name, empty where nothing of one is left.
    """
    name = _NOTE.sub("", raw) if "[" in raw else raw
    name = _REMARK.sub("", name) if "(" in name or ")" in name else name
    if found := _CUT.match(name):
        name = name[found.end() :]
    if found := _LEAD.match(name):
        name = name[found.end() :]
    if found := _TRAIL.search(name):
        name = name[: found.start()]
    name = _LINK.sub("", name)
    if _WITHIN.fullmatch(name):
        return ""
    return balance(name.strip())


def untimed(raw: str) -> str:
    """A text without the marks of words of time and the prepositions that led to them."""
    return _TIME_MARK.sub("", raw) if "\0" in raw else raw


def balance(name: str) -> str:
    """The name without a quotation mark whose partner is missing."""
    for opening, closing in (("“", "”"), ("《", "》"), ("(", ")")):
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return name


@lru_cache(maxsize=8192)
def coordinates(name: str, count: int) -> tuple[str, ...]:
    """Tell coordinated names apart where there are exactly ``count`` of them.

    ``汽车和电子行业增加值`` with two values is 汽车行业增加值 and 电子行业增加值.

    Returns:
        ``count`` names, or none where the name does not fall into that many.
    """
    for short, whole in _EXPANDED.items():
        name = name.replace(short, whole)
    if found := _ORDINALS.search(name):
        signs = [sign for sign in found.group() if sign in "一二三"]
        if len(signs) == count:  # 第一、二、三产业用电量
            before, rest = name[: found.start()], name[found.end() :]
            return tuple(f"{before}第{sign}产业{rest}" for sign in signs)
    for splitter in (
        r"、",
        r"、|和(?!国)|与|及(?!其)|以及",
        r"、|以及|和(?=[^、和]*$)|与(?=[^、与]*$)",
    ):
        parts = [part for part in re.split(splitter, _outside_quotes(name)) if part]
        if len(parts) == count:
            return _share(tuple(_restore(part) for part in parts))
    return _paired(name, count)


_ORDINALS = pattern("names.ordinals")
_QUOTED = pattern("names.quoted")
_HIDDEN = {"、": "\ue000", "和": "\ue001", "与": "\ue002", "及": "\ue003"}
_HIDE = str.maketrans(_HIDDEN)
_SHOW = str.maketrans({v: k for k, v in _HIDDEN.items()})


def _outside_quotes(name: str) -> str:
    return _QUOTED.sub(lambda m: m.group().translate(_HIDE), name)


def _restore(part: str) -> str:
    return part.translate(_SHOW)


def _paired(name: str, count: int) -> tuple[str, ...]:
    """Two names said in one word: 产销 → 产量, 销量."""
    for word, pair in _PAIRS.items():
        if len(pair) == count and word in name:
            return tuple(name.replace(word, part, 1) for part in pair)
    return ()


def across_commas(before: str, last: str, count: int) -> tuple[str, ...]:
    """Industries told apart by commas: …设备制造业，…制品制造业增加值.

    Args:
        before: the clauses before, parted by commas.
        last: the last name, with the head that all share.
        count: how many there must be.
    """
    names = [clean_name(part) for part in before.split("，")][1 - count :]
    listed = all(name.endswith("业") and _INDUSTRY.fullmatch(name) for name in names)
    return _share((*names, last)) if listed and len(names) == count - 1 else ()


_INDUSTRY = re.compile(r"[\u4e00-\u9fff、和及与]{2,24}")


def _share(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Give each name the head of the last and the opening of the first."""
    last = parts[-1]
    found = head_pattern().search(last)
    own = any(_AMOUNT_HEAD.search(part) for part in parts[:-1])
    head = found.group() if found and not own else ""  # where one has its own, each stands alone
    named = [_with_head(part, last, head) for part in parts[:-1]]
    return tuple(_unlinked(_with_opening(parts[0], name)) for name in (*named, last))


def _unlinked(name: str) -> str:
    """实现旅游总花费 → 旅游总花费: a verb that only links says nothing of the thing."""
    verb, rest = opening_action(name)
    return rest if verb in _LINKING else name


_LINKING = frozenset({"实现", "完成"})


def _with_head(part: str, last: str, head: str) -> str:
    if part.endswith("级") and "级" in last:
        return part + last.partition("级")[2]  # 国家级、省级创新平台
    if not head or head_pattern().search(part):
        return part
    if last[: len(part)] and len(part) <= 3 and last.startswith(("农村", "乡村", "电子", "女")):
        return part + last[2:] if not last.startswith("女") else part + last[1:]
    if len(part) == 1:
        return part + last[1:]  # 内、外贸集装箱吞吐量
    overlap = next((n for n in range(len(head), 0, -1) if part.endswith(head[:n])), 0)
    return part + head[overlap:]


_BARE_HEAD = pattern("names.bare_head")
_AMOUNT_HEAD = pattern("names.amount_head")
_OPENING = pattern("names.opening")
_SCOPE = pattern("names.scope")


def _with_opening(first: str, name: str) -> str:
    if _BARE_HEAD.fullmatch(name) and (head := head_pattern().search(first)) and head.start():
        return first[: head.start()] + name
    found = _OPENING.match(first)
    if found is None or name.startswith(found.group()) or name is first:
        return name
    own_head = head_pattern().search(first) is not None and _SCOPE.match(first)
    verbed = own_head or _OPENING.match(name) or opening_action(name)[0]
    guests = found.group() != "接待" or name.endswith(("客", "人次", "者", "人数"))
    return found.group() + name if guests and not verbed else name


@lru_cache(maxsize=32768)
def counted_noun(right: str) -> str:
    """The noun that follows a classifier, up to its predicate.

    Args:
        right: the text after the unit, up to the next boundary.
    """
    text = right.removeprefix("的").strip(_STOPS)
    end = len(text)
    hidden = _QUOTED.sub(lambda m: "\ue010" * len(m.group()), text)
    for found in predicate_pattern().finditer(hidden):
        if found.lastgroup != "nounish":
            end = found.start()
            break
    noun = text[:end].strip(_STOPS).removesuffix("大关")
    if not noun and _LED.match(text) and "的" in text:
        noun = text  # 由中国专家牵头制定的国际标准: what leads belongs to the noun
    head, sign, rest = noun.rpartition("的")
    if sign and (not rest or after_de_pattern().fullmatch(rest)):
        noun = head
    noun = _DANGLING.sub("", noun.removesuffix("中有").removesuffix("中")) or noun
    return balance(noun.rstrip("等和与及的"))


_LED = pattern("names.led")
_TOPIC = pattern("names.topic")
_DANGLING = pattern("names.dangling")
_STOPS = " 、,，:：;；。！!？?\n"


@lru_cache(maxsize=4096)
def topic_of(text: str) -> str:
    """The subject of a clause without a figure: 第一产业用电量增长较快 → 第一产业用电量."""
    found = _TOPIC.match(text)
    topic = clean_name(found["topic"]) if found else ""
    return topic if len(topic) > 2 else ""


def headless(noun: str) -> str:
    """A counted noun without the head that a later figure is of: 重点产业产值 → 重点产业."""
    return head_pattern().sub("", noun) or noun


@lru_cache(maxsize=32768)
def split_action(text: str) -> tuple[str, str]:
    """Take the leading verb from the text before a counted noun.

    Returns:
        What stands before the verb, and the verb (empty where none ends the text).
    """
    stripped = text.rstrip("了的 ")
    found = action_pattern().search(stripped)
    if found is None:
        return text, ""
    return text[: found.start()], found.group().rstrip("了")


@lru_cache(maxsize=32768)
def opening_action(name: str) -> tuple[str, str]:
    """Take the verb from the front of a name: 建成过江通道 → 建成, 过江通道."""
    found = _OPENING_ACTION.match(name)
    if found is None or found.end() >= len(name):
        return "", name
    return found.group(), name[found.end() :]


_OPENING_ACTION = re.compile(rf"(?:各地|累计|{alternatives(words()['action'])})+")
