"""What a phrase's figures are called: their subject, a counted noun, or what was said before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import region_of
from jiedu.extraction.lexemes import alternatives, head_pattern, pattern, words
from jiedu.extraction.names import (
    across_commas,
    clean_name,
    coordinates,
    opening_action,
    topic_of,
    untimed,
)
from jiedu.model import Measure
from jiedu.model.token import UnitKind

if TYPE_CHECKING:
    from jiedu.extraction.context import Context
    from jiedu.extraction.measures import Claim
    from jiedu.extraction.phrases import Phrase

_COUNTABLE = frozenset({UnitKind.COUNT, UnitKind.NONE, UnitKind.AMOUNT})
_ATTRIBUTES = frozenset(words()["attributes"])
_AMOUNT = pattern("names.amount_head")
_MEASURES = frozenset(words()["measures"])
_THAT_IS = ("即", "也就是", "也即")
_EACH_TIME = re.compile("\0(?:[和、与及]\0)+分别")  # one thing at several times
_TWO_TIMES = re.compile("\0[和、与及]\0")  # one thing against two times
_EARNINGS = frozenset(words()["earnings"])
_HELD = pattern("naming.held")
_RANKED = frozenset(words()["ranked"])
_MODIFIERS = frozenset(words()["modifiers"])
_GENERIC = frozenset(words()["generic"])
_BARE = frozenset(words()["bare"])
_MODAL = pattern("naming.modal")
_HEAD = head_pattern()
_OUTPUTS = frozenset(words()["outputs"])
_TRADED = frozenset(words()["traded"])
_PARTNER = pattern("naming.partner")
_OUTPUT = re.compile(rf"(?:{alternatives(words()['outputs'])})$")
_BECAME = pattern("naming.became")
_DID = pattern("naming.did")
_PART = pattern("naming.part")
_THING = pattern("naming.thing")
_TODAY = pattern("naming.today")
_EACH = pattern("naming.each")
_DEED = pattern("naming.deed")
_EDGES = " 、,，:：;；。！\n"
_ALSO_CALLED = pattern("naming.also_called")
_FIELD = pattern("naming.field")
_SHORT = 6  # a name of so few characters may be only an attribute
_THIN = 4  # a noun of fewer characters says too little alone
_LONG = 24  # a longer name is a clause, and nothing is hung onto it


class Named(NamedTuple):
    """The indicators of a phrase's figures.

    Attributes:
        names: one name for all, or one for each; none where nothing says what was measured.
        rule: where they were taken from.
    """

    names: tuple[str, ...]
    rule: str


def names_of(phrase: Phrase, claim: Claim, context: Context) -> Named:
    """The indicator of each figure of a phrase.

    Args:
        phrase: the quantities with their text.
        claim: what they state.
        context: what was said before, for clauses without a subject.
    """
    count = 1 if phrase.ranged else len(phrase.items)
    subject = clean_name(untimed(claim.subject))
    first = phrase.items[0]
    if first.kind in _COUNTABLE and (named := _counted(phrase, claim, subject, context)):
        return named
    portion = claim.measure is Measure.SHARE and not claim.origin
    portion = portion and first.kind is UnitKind.PERCENT
    listed = phrase.left.endswith(("和", "及", "、"))
    if portion and phrase.noun and (phrase.right.startswith("的") or listed or not subject):
        return Named((phrase.noun,), "noun behind a share")
    if phrase.prior and subject.startswith(_THAT_IS):
        subject = clean_name(phrase.prior)  # 社会物流总额，即实物商品价值总和
    if not subject:
        changed = claim.measure is Measure.GROWTH and claim.tail.verb == phrase.left
        if changed and len(phrase.noun) > 1 and not phrase.right.startswith("的"):
            return Named((phrase.noun,), "noun behind a growth")
        return _unsaid(phrase, context)
    if count > 1 and untimed(claim.subject).lstrip("、, ").startswith("分别"):
        return _spread_before(subject, count, phrase, context)
    if count > 1 and claim.measure is Measure.LEVEL and _EACH_TIME.search(phrase.left):
        return Named((clean_name(subject.replace("分别", "")),), "subject")
    if count > 1 and (whole := _over_comma(phrase, claim)) and (spread := _spread(whole, count)):
        return Named(spread, "shared head")
    if count > 1 and (industries := across_commas(phrase.prior, subject, count)):
        return Named(industries, "shared head")
    if count > 1 and (spread := _spread(subject, count)):
        return Named(spread, "shared head")
    name = _completed(subject.replace("分别", ""), phrase, claim, context)
    if len(name) > 1:
        return Named((name,), "subject" if name == subject else "completed subject")
    return Named((), "") if phrase.fresh else _unsaid(phrase, context)


def _unsaid(phrase: Phrase, context: Context) -> Named:
    """The names of a phrase that has no subject of its own."""
    count = len(phrase.items)
    names = context.names
    if count == 1 and 1 < len(names) <= 3 and _EACH.search(phrase.left):
        return Named(("、".join(names),), "all said before")
    topic = topic_of(phrase.prior)
    if also := _ALSO_CALLED.fullmatch(phrase.prior):
        topic = also["name"]
    if not topic and (whole := _PART.fullmatch(phrase.prior)):
        topic = clean_name(whole["part"])
    if not topic and _HEAD.search(phrase.prior):
        topic = clean_name(phrase.prior)
    if topic:
        return Named((_spread(topic, count) if count > 1 else ()) or (topic,), "topic")
    if count > 1 and not _TWO_TIMES.search(phrase.left):
        if len(names) == count:
            return Named(names, "inherited list")
        if len(context.recent) >= count:
            return Named(tuple(context.recent[-count:]), "inherited list")
    if context.measure is Measure.RANK and names:
        longer = (name for name in reversed(context.recent) if names[-1] in name[1:])
        names = (next(longer, names[-1]),)  # 东盟为第一大伙伴，占…: 对东盟进出口
    return Named(names[-1:], "inherited in clause" if not phrase.fresh else "inherited")


def _completed(subject: str, phrase: Phrase, claim: Claim, context: Context) -> str:
    """A bare attribute with the subject it belongs to: 增量 → 地区生产总值增量."""
    last = context.names[-1] if context.names else ""
    if output := _output(subject, last, context):
        return output
    if len(subject) <= _SHORT and (field := _FIELD.fullmatch(clean_name(phrase.prior))):
        return field.group() + subject
    if subject in _TRADED and (partner := _PARTNER.match(clean_name(phrase.prior))):
        return (partner["partner"] or partner["industry"]) + subject
    if subject.endswith("级") and "级" in last:
        return subject + last.partition("级")[2]
    if claim.measure is Measure.RANK and subject in _RANKED:
        return last + subject if len(last) <= _LONG else subject
    if context.named == context.group and (owned := _owned(subject, last, context)):
        return owned
    if subject in _ATTRIBUTES:
        if topic := topic_of(phrase.prior) or context.topic:
            return topic + subject
        near = context.named == context.group
        if near and last and subject not in last and len(last) <= _LONG:
            last = opening_action(last)[1]
            amount = _HEAD.fullmatch(subject) and _AMOUNT.search(last)
            return (_HEAD.sub("", last) if amount else last) + subject
    if subject in _MODIFIERS and last and len(last) <= _LONG:
        return subject + opening_action(last)[1]
    return subject


def _output(subject: str, last: str, context: Context) -> str:
    """An output without its product: 销量 → 汽车销量."""
    if subject not in _OUTPUTS:
        return ""
    if context.aspect:
        return context.aspect + subject
    found = _OUTPUT.search(last)
    return last[: found.start()] + subject if found else ""


def _owned(subject: str, last: str, context: Context) -> str:
    """What the holder of the figure before earns or contributes: 利润 → …企业利润."""
    if subject.startswith("对") and subject.endswith("贡献率"):
        pulled = context.measure is Measure.CONTRIBUTION  # then last is what was pulled
        return "" if pulled or len(last) > _LONG else last + subject
    held = _HELD.match(last) if subject in _EARNINGS else None
    return held["holder"] + subject if held else ""


def _counted(phrase: Phrase, claim: Claim, subject: str, context: Context) -> Named | None:
    """The name of a counted thing: its noun, with what it did or what counted it."""
    noun = phrase.noun
    if phrase.items[0].kind is UnitKind.AMOUNT:
        wants = claim.action or phrase.left.rstrip("\0").endswith("的")
        if noun and subject in _MEASURES and phrase.right.startswith("的"):
            return Named((noun + subject,), "attribute and noun")
        placed = noun and subject and len(subject) <= _SHORT and region_of(subject) is not None
        if noun and claim.action and len(noun) < _THIN and claim.action not in _BARE:
            return Named((claim.action + noun,), "verb and noun")
        if noun and (wants or placed or not subject):
            return Named((noun,), "noun of an amount")
        return None
    if claim.origin:
        return None
    if not noun or noun in _OUTPUTS:
        deed = "" if subject else _did(phrase, context)
        return Named((deed,), "deed") if deed else None
    short = not claim.action and (len(noun) < 4 or len(subject) <= 3 or noun in _GENERIC)
    if subject and short and (joined := _with_subject(phrase, subject, noun)):
        return Named((joined,), "subject and noun")
    if claim.measure is Measure.LEVEL_CHANGE:
        return Named((noun,), "counted noun")
    if deed := _deed(phrase, noun):
        return Named((f"{deed}的{noun}",), "noun and deed")
    if claim.action and claim.action not in _BARE and len(claim.action) <= len(noun):
        return Named((claim.action + noun,), "verb and noun")
    return Named((noun,), "counted noun")


def _with_subject(phrase: Phrase, subject: str, noun: str) -> str:
    """A short noun with the words before its count: 省外12所高水平大学."""
    if phrase.left.endswith("等") and len(noun) >= 4:
        return ""  # what stands before 等 are examples of it
    deed = _deed(phrase, noun)
    if len(subject) <= 14 and not deed:
        subject = subject.replace("已经", "").replace("已", "")
        return subject + ("等" if phrase.left.endswith("等") else "") + noun
    return f"{deed}的{subject}{noun}" if len(subject) <= 3 else ""


def _deed(phrase: Phrase, noun: str) -> str:
    """What the counted things did, where the clause goes on to say so."""
    right = phrase.right.strip(_EDGES)
    at = right.find(noun)
    rest = right[at + len(noun) :] if at >= 0 else ""
    rest = _TODAY.sub("", rest).strip("均都已全部的正在还将了也")
    goes_on = phrase.limit == phrase.clause_end and 2 <= len(rest) <= 26
    return rest if goes_on and _DEED.match(rest) else ""


def _did(phrase: Phrase, context: Context) -> str:
    """209个探索了智能化升级: what was done, with the thing said before where one was."""
    right = phrase.right.strip(_EDGES).removeprefix("已").removeprefix("中")
    if became := _BECAME.match(right):
        return became["noun"]
    if not 3 <= len(right) <= 30 or not (_DEED.match(right) or _DID.match(right)):
        return right if _THING.fullmatch(right) else ""
    last = context.names[-1].rpartition("的")[2] if context.names else ""
    noun = opening_action(last)[1]
    return f"{right}的{noun}" if noun else right


def _over_comma(phrase: Phrase, claim: Claim) -> str:
    """A list that goes on behind a comma: 第一产业、第二产业，以及居民用电量分别…."""
    raw = untimed(claim.subject).lstrip(_EDGES)
    if not phrase.prior or not raw.startswith(("以及", "及", "和", "与")):
        return ""
    return clean_name(phrase.prior + raw)


def _spread_before(subject: str, count: int, phrase: Phrase, context: Context) -> Named:
    """全年分别进出口…: several values of what the clause or the figures before have named."""
    topic = topic_of(phrase.prior) or clean_name(phrase.prior)
    if topic and (spread := _spread(topic, count)):
        return Named(spread, "topic")
    if len(context.names) == count:
        return Named(context.names, "inherited list")
    return Named((subject,), "subject")


def _spread(subject: str, count: int) -> tuple[str, ...]:
    """A name for each of several values (甲、乙分别…)."""
    before, sign, after = subject.partition("分别")
    if not sign:
        return coordinates(subject, count)
    after = _MODAL.sub("", after)
    return tuple(part + after for part in coordinates(before.rstrip("、"), count))
