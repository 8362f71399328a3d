"""What kind of statement a phrase makes: measure, sign, subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.extraction.lexemes import TailKind, own_pattern, pattern, reach_pattern
from jiedu.extraction.names import clean_name, split_action, topic_of
from jiedu.extraction.tails import Tail, read_tail
from jiedu.model import Bound, Measure
from jiedu.model.token import UnitKind

if TYPE_CHECKING:
    import re
    from decimal import Decimal

    from jiedu.extraction.context import Context
    from jiedu.extraction.phrases import Phrase


class Claim(NamedTuple):
    """A phrase as one statement.

    Attributes:
        measure: its kind.
        sign: 1 or -1.
        subject: the name's text, ``""`` where it is inherited.
        tail: how the text before the numeral ended.
        versus: the other indicator it is held against, or ``""``.
        action: the verb that the subject was counted by, or ``""``.
        origin: whether the figure is what a rise starts from.
        multiple: whether it is a multiple of an earlier level, so that 两倍 is +100 %.
        rule: the rule of this module that decided.
    """

    measure: Measure
    sign: int
    subject: str
    tail: Tail
    versus: str = ""
    action: str = ""
    origin: bool = False
    multiple: bool = False
    rule: str = ""


_SHARE = pattern("measures.share")
_NOT_SHARE = pattern("measures.not_share")
_SHARE_HEAD = pattern("measures.share_head")
_OF_WHOLE = pattern("measures.of_whole")
_GROWTH_AFTER = pattern("measures.growth_after")
_GROWTH_WORD = pattern("measures.growth_word")
_FALL_WORD = pattern("measures.fall_word")
_SIZED = pattern("measures.sized")
_WENT = pattern("measures.went")
_PULL = pattern("measures.pull")
_CONTRIBUTION = pattern("measures.contribution")
_VERSUS_BEFORE = pattern("measures.versus_before")
_VERSUS_BETWEEN = pattern("measures.versus_between")
_VS_TAIL = pattern("measures.vs_tail")
_RATE_NOUNS = frozenset({"增速", "增幅", "涨幅", "增长率"})
_NO_CHANGE = frozenset({"翻", "拓展", "扩大", "延长"}) | _RATE_NOUNS
_SETOFF = pattern("measures.setoff")
_EARLIER = pattern("measures.earlier")
_VERSUS_TIME = pattern("measures.versus_time")
_PLAIN = pattern("measures.plain")
_LESS = frozenset({"低于", "慢于", "低", "慢", "少", "落后于"})
_NARROW = pattern("measures.narrow")
_WIDEN = pattern("measures.widen")
_ADDED = pattern("measures.added")
_PERCENT_CHANGE = {TailKind.UP: 1, TailKind.DOWN: -1}
_WORSE = pattern("measures.worse")
_ORIGIN = pattern("measures.origin")
_MULTIPLE = pattern("measures.multiple")
_WITHIN = pattern("measures.within")
_RANK_TAIL = pattern("measures.rank_tail")
_RANK_ORIGIN = pattern("measures.rank_origin")
_PLACED = pattern("measures.placed")
_FRONT = pattern("measures.front")
_PLACE = pattern("measures.place")


SIZE = "size of a growth"
"""The rule of a growth that is said by its size (涨幅扩大至…)."""


def judge(phrase: Phrase, context: Context) -> Claim:
    """Decide what a phrase states about its subject.

    Args:
        phrase: the quantities with their text.
        context: what was said before, for clauses that leave their verb out.
    """
    kind = phrase.items[0].kind
    if kind is UnitKind.POINTS:
        return _points(phrase, context)
    if kind in {UnitKind.PERCENT, UnitKind.DIGITS}:
        return _percent(phrase, context)
    if kind is UnitKind.TIMES:
        return _times(phrase)
    if kind is UnitKind.RANK or _is_place(phrase):
        return _rank(phrase)
    return _count(phrase, context)


def _percent(phrase: Phrase, context: Context) -> Claim:
    left = phrase.left
    tail = read_tail(left)
    if found := _ORIGIN.search(left):
        return _origin(phrase, context, left[: found.start()])
    if (sized := _sized(left, context, fresh=phrase.fresh)) is not None:
        return sized
    named = phrase.right.startswith("的") or not tail.verb
    if named and _GROWTH_AFTER.match(phrase.right):
        return Claim(Measure.GROWTH, 1, tail.subject, tail, rule="growth named after")
    if _CONTRIBUTION.search(tail.subject):
        return Claim(Measure.CONTRIBUTION, 1, tail.subject, tail, rule="contribution rate")
    share = _share_subject(left, tail)
    if share is not None:
        found_bound = read_tail(share)
        if tail.bound is None and found_bound.bound is not None:
            tail = tail._replace(bound=found_bound.bound)
            share = found_bound.subject
        return Claim(Measure.SHARE, 1, share, tail, rule="share of")
    if tail.kind in _PERCENT_CHANGE:
        sign = _PERCENT_CHANGE[tail.kind]
        return Claim(Measure.GROWTH, sign, tail.subject, tail, rule="verb of growth")
    if found := _OF_WHOLE.search(left):
        return Claim(Measure.SHARE, 1, left[: found.start()], tail, rule="part of a whole")
    if "同比" in left or "环比" in left:
        return Claim(Measure.GROWTH, 1, tail.subject, tail, rule="growth by its basis")
    if tail.subject.endswith("改善"):
        sign = -1 if _WORSE.search(tail.subject) else 1
        name = tail.subject.removesuffix("改善")
        return Claim(Measure.GROWTH, sign, name, tail, rule="improvement")
    return Claim(_rate_measure(tail, phrase, context), 1, tail.subject, tail, rule="rate")


def _sized(left: str, context: Context, *, fresh: bool) -> Claim | None:
    """A growth said by its size, which changed: 同比降幅收窄至1.9%, 涨幅由…扩大至0.5%."""
    named = "幅" in left or "速" in left or "率" in left
    if named and (found := _SIZED.search(left)) and found["move"]:
        return _size_of(left, found)
    goes_on = context.measure is Measure.GROWTH and not fresh
    goes_on = goes_on or context.measure is Measure.GROWTH_CHANGE
    if context.rose and goes_on and _WENT.fullmatch(left):
        return Claim(Measure.GROWTH, context.rose, "", Tail("", "", TailKind.TO, None), rule=SIZE)
    return None


def _size_of(left: str, found: re.Match[str]) -> Claim:
    subject = left[: found.start()].removesuffix("复合").removesuffix("年均")
    sign = 1 if found["fall"] is None else -1
    return Claim(Measure.GROWTH, sign, subject, Tail(subject, "", None, None), rule=SIZE)


def rose(phrase: Phrase, claim: Claim) -> int:
    """What a phrase says of a growth whose size goes on changing behind it.

    Returns:
        1 for a rise, -1 for a fall (降幅由2.3%…, 降幅收窄0.3个百分点，…), 0 where it says neither.
    """
    if claim.measure is Measure.GROWTH and claim.origin:
        return claim.sign
    if claim.measure is Measure.GROWTH_CHANGE and not claim.versus:
        return -1 if _FALL_WORD.search(phrase.left) else 1
    return 0


def _origin(phrase: Phrase, context: Context, before: str) -> Claim:
    """The value a rise starts from: 从2020年的51%."""
    if found := _SIZED.search(before):
        return _size_of(before, found)._replace(origin=True)
    tail = read_tail(before)
    share = _share_subject(before, tail)
    if "贡献率" in before:
        measure = Measure.CONTRIBUTION
    elif context.measure is Measure.GROWTH and not clean_name(tail.subject):
        measure = Measure.GROWTH
    elif share is not None:
        measure = Measure.SHARE
    else:
        measure = _rate_measure(tail, phrase, context)
    subject = tail.subject if share is None or "贡献率" in before else share
    return Claim(measure, 1, subject, tail, origin=True, rule="start of a rise")


def _share_subject(left: str, tail: Tail) -> str | None:
    """The subject of a share (… 占 …), or ``None`` where the phrase states none."""
    text = tail.subject
    if tail.kind is TailKind.DOWN or (tail.kind is TailKind.UP and "占" not in text[-12:]):
        return None
    for candidate in (text, left.rstrip("的")):
        at = candidate.rfind("占")
        if at < 0 or _NOT_SHARE.match(candidate, at):
            continue
        if at and candidate[at - 1] in "侵抢强霸":
            continue
        return candidate[:at]
    if text.endswith(("比重", "比例", "份额", "占比")):
        return text
    return None


def _rate_measure(tail: Tail, phrase: Phrase, context: Context) -> Measure:
    name = clean_name(tail.subject)
    if not name and tail.kind is TailKind.TO and context.measure is Measure.CONTRIBUTION:
        return Measure.CONTRIBUTION
    known = name or topic_of(phrase.prior) or (context.names[-1] if context.names else "")
    if own_pattern().search(known):
        return Measure.LEVEL
    if reach_pattern().search(name) or name.endswith(("率", "度", "比重", "比例")):
        return Measure.SHARE
    if phrase.right.startswith("的") or not name:
        if not phrase.fresh and context.measure is Measure.GROWTH and not phrase.noun:
            return Measure.GROWTH
        return Measure.SHARE
    if context.measure is Measure.GROWTH and not phrase.fresh and tail.kind is None:
        return Measure.GROWTH
    return Measure.SHARE


def _points(phrase: Phrase, context: Context) -> Claim:
    left = phrase.left
    tail = read_tail(left)
    if at := _PULL.search(left):
        after = read_tail(left[at.end() :])
        subject = after.subject or left[: at.start()]
        sign = -1 if after.kind is TailKind.DOWN or left.startswith("下拉") else 1
        return Claim(Measure.CONTRIBUTION, sign, subject, tail, rule="pull")
    versus, sign, subject = "", 1, tail.subject
    if timed := _VERSUS_TIME.search(left.rstrip("约近")):
        tail = tail._replace(bound=None)
        sign = -1 if timed["word"] in _LESS else 1
        measure = _change_measure(left, left[: timed.start()], context)
        return Claim(measure, sign, left[: timed.start()], tail, rule="gap to a time")
    stripped = _VS_TAIL.sub("", left.rstrip("了出约近超"))
    level = tail.verb in _RATE_NOUNS
    if tail.kind is None and (found := _VERSUS_BETWEEN.search(stripped)):
        versus, sign = found["name"], -1 if found["word"] in _LESS else 1
        subject = left[: found.start()]
    elif (tail.kind is None or level) and (found := _VERSUS_BEFORE.search(stripped)):
        versus, sign = found["name"], -1 if found["word"] in _LESS else 1
        subject = stripped[: found.start()]
    elif tail.kind is TailKind.DOWN:
        sign = -1
    elif tail.kind is None and (found := _PLAIN.search(stripped)):
        sign = -1 if found.group().strip("了出") in _LESS else 1
        subject = stripped[: found.start()]
    subject, sign = _narrowing(left, subject, sign)
    whole = left if clean_name(subject) else phrase.prior + left
    measure = _change_measure(whole, subject, context)
    if measure is Measure.SHARE_CHANGE and (cut := subject.rfind("占")) >= 0:
        subject = subject if _NOT_SHARE.match(subject, cut) else subject[:cut]
    versus = _VS_TAIL.sub("", versus.replace("\0", "").strip("的和与"))
    rule = "gap to another" if versus else "points"
    return Claim(measure, sign, subject, tail, versus, rule=rule)


def _narrowing(left: str, subject: str, sign: int) -> tuple[str, int]:
    """A fall that narrows is a rise of the growth; a rise that narrows is a fall."""
    fall = bool(_FALL_WORD.search(left))
    if found := _NARROW.search(left):
        sign = 1 if fall else -1
        subject = left[: found.start()]
    elif fall and (found := _WIDEN.search(left)):
        sign = -1
        subject = left[: found.start()]
    if fall:
        subject = _FALL_WORD.sub("", subject)
    return subject, sign


def _change_measure(left: str, subject: str, context: Context) -> Measure:
    if _GROWTH_WORD.search(left) or _FALL_WORD.search(left):
        return Measure.GROWTH_CHANGE
    if "贡献率" in left:
        return Measure.SHARE_CHANGE
    name = clean_name(subject)
    if _SHARE_HEAD.search(left) or "占" in subject:
        return Measure.SHARE_CHANGE
    if own_pattern().search(name):
        return Measure.LEVEL_CHANGE
    if reach_pattern().search(name) or name.endswith("率"):
        return Measure.SHARE_CHANGE
    if context.measure in {Measure.SHARE, Measure.SHARE_CHANGE, Measure.CONTRIBUTION}:
        return Measure.SHARE_CHANGE
    if context.measure in {Measure.LEVEL, Measure.LEVEL_CHANGE}:
        return Measure.LEVEL_CHANGE
    return Measure.GROWTH_CHANGE


def _times(phrase: Phrase) -> Claim:
    tail = read_tail(phrase.left)
    if phrase.items[0].unit == "%":
        return Claim(Measure.GROWTH, 1, tail.subject, tail, rule="doubling")
    if tail.kind in _PERCENT_CHANGE:
        sign = _PERCENT_CHANGE[tail.kind]
        return Claim(Measure.GROWTH, sign, tail.subject, tail, rule="verb of growth")
    if found := _MULTIPLE.search(phrase.left):
        subject = phrase.left[: found.start()]
        return Claim(Measure.GROWTH, 1, subject, tail, multiple=True, rule="multiple of a time")
    return Claim(Measure.LEVEL, 1, tail.subject, tail, rule="multiple")


def _rank(phrase: Phrase) -> Claim:
    left = phrase.left.removesuffix("第")
    found = _RANK_TAIL.search(left)
    subject = left[: found.start()] if found else left
    origin = False
    if found := _RANK_ORIGIN.search(subject):
        origin = len(found.group()) == 1  # 由全国第12位: the first of the two is the start
        subject = subject[: found.start()]
    subject = _PLACE.sub("", subject)
    if within := _WITHIN.fullmatch(subject):
        subject = within["whole"]
    tail = Tail(subject, "", None, Bound.AT_MOST if left.endswith("前") else None)
    return Claim(Measure.RANK, 1, subject, tail, origin=origin, rule="rank")


def _is_place(phrase: Phrase) -> bool:
    """排名由369位升至235位, 进入全国前8位: places without 第."""
    if phrase.items[0].unit not in {"位", "名"}:
        return False
    front = not phrase.noun and _FRONT.search(phrase.left)
    return bool(front or _PLACED.search(phrase.left))


def _count(phrase: Phrase, context: Context) -> Claim:
    left = phrase.left
    tail = read_tail(left)
    if tail.kind in _PERCENT_CHANGE and tail.verb not in _NO_CHANGE:
        sign = _PERCENT_CHANGE[tail.kind]
        return Claim(Measure.LEVEL_CHANGE, sign, tail.subject, tail, rule="change of a count")
    stripped = left.rstrip("约近超了")
    if tail.kind is None and (found := _SETOFF.search(stripped)):
        sign = -1 if found["word"] in _LESS else 1
        other = "" if _EARLIER.search(found["name"]) else found["name"]
        subject = left[: found.start()]
        return Claim(Measure.LEVEL_CHANGE, sign, subject, tail, other, rule="set off")
    if found := _ORIGIN.search(left):
        subject = left[: found.start()]
        return Claim(Measure.LEVEL, 1, subject, tail, origin=True, rule="start of a rise")
    before, action = split_action(left_core(left, tail))
    if action and tail.bound is None:
        tail = tail._replace(bound=read_tail(before).bound)
    subject = tail.subject
    goes_on = not action and not clean_name(subject) and not phrase.fresh and phrase.noun
    if goes_on and context.measure is Measure.LEVEL_CHANGE:
        return Claim(Measure.LEVEL_CHANGE, 1, subject, tail, rule="further change")
    if goes_on:
        action = context.action
    listed = left.startswith(("、", "和")) and tail.subject == left
    if listed and not action and context.measure is Measure.LEVEL_CHANGE:
        return Claim(Measure.LEVEL_CHANGE, 1, subject, tail, rule="further change")
    if listed and not action and context.measure is Measure.LEVEL:
        action = context.action  # 改造老旧小区…个、老旧管道…公里
    if _ADDED.search(action or subject[-16:]):
        if subject.endswith("就业"):
            return Claim(Measure.LEVEL, 1, subject, tail, rule="level")
        name = _ADDED.sub("", subject)
        return Claim(Measure.LEVEL_CHANGE, 1, name, tail, "", action, rule="added to a stock")
    if left.strip(" ,，:：") == "其中" and not action and context.measure is Measure.LEVEL_CHANGE:
        return Claim(Measure.LEVEL_CHANGE, 1, subject, tail, rule="further change")
    rule = "counted by a verb" if action else "level"
    return Claim(Measure.LEVEL, 1, subject, tail, "", action, rule=rule)


def left_core(left: str, tail: Tail) -> str:
    """The text before a count with bound words off but its verb kept."""
    core = tail.subject + (tail.verb or "")
    return core or left


def signed(value: Decimal, claim: Claim) -> Decimal:
    """A value with the claim's sign; a multiple of an earlier level as its growth."""
    if claim.multiple:
        return (value - 1) * 100
    return -value if claim.sign < 0 else value
