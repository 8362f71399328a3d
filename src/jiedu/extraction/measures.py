"""What kind of statement a phrase makes: measure, sign, subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jiedu.extraction.lexemes import TailKind, own_pattern, reach_pattern
from jiedu.extraction.names import clean_name, split_action
from jiedu.extraction.tails import Tail, read_tail
from jiedu.model import Measure
from jiedu.model.token import UnitKind

if TYPE_CHECKING:
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
    """

    measure: Measure
    sign: int
    subject: str
    tail: Tail
    versus: str = ""
    action: str = ""
    origin: bool = False
    multiple: bool = False


_SHARE = re.compile(r"占(?![地用道领据])(比|[^占]{0,26}?)?(?:的|比重|比例|份额|比)*$")
_NOT_SHARE = re.compile(r"占(?:[地道领据有]|用(?!户))")
_SHARE_HEAD = re.compile(r"(?:占比|比重|比例|份额|占有率|占全国|渗透率)")
_OF_WHOLE = re.compile(r"(?:达到|达|相当于|等于|为|是)(?P<whole>[^达]{2,24})的$")
_GROWTH_AFTER = re.compile(r"的?(?:高|快|较快|平均|年均|年)*(?:速度|增速|增长|增幅|年增长率|年均增长率|年均增速|复合增长率|增长率|年增速)")
_GROWTH_WORD = re.compile(r"(?:增速|增幅|涨幅|升幅|增长率|增长速度)")
_FALL_WORD = re.compile(r"(?:降幅|跌幅|减幅)")
_PULL = re.compile(r"(?:拉动|带动|贡献|影响|上拉|下拉)")
_CONTRIBUTION = re.compile(r"贡献率|贡献度|贡献(?:了)?$")
_VERSUS_BEFORE = re.compile(
    r"(?P<word>高于|快于|低于|慢于|高出|快过|领先于|领先|好于|大于|超出|优于|落后于|超过)(?P<name>[^,，]+?)$"
)
_VERSUS_BETWEEN = re.compile(
    r"(?:比|较|与|跟)(?P<name>[^比较]{2,}?)(?:分别|均|都)?(?P<word>高出|高|快|低|慢|多|少)(?:了|出|约)?$"
)
_VS_TAIL = re.compile(r"(?:的?(?:平均)?(?:增速|增幅|涨幅|占比))+$")
_RATE_NOUNS = frozenset({"增速", "增幅", "涨幅", "增长率"})
_NO_CHANGE = frozenset({"翻", "拓展", "扩大", "延长"}) | _RATE_NOUNS
_LESS = frozenset({"低于", "慢于", "低", "慢", "少", "落后于"})
_NARROW = re.compile(r"收窄|缩窄|收缩|缩小|收敛")
_WIDEN = re.compile(r"扩大|加深")
_ADDED = re.compile(r"(?:新增|净增|新增加)(?!就业)")
_PERCENT_CHANGE = {TailKind.UP: 1, TailKind.DOWN: -1}
_WORSE = re.compile(r"(?:浓度|PM2\.5|能耗|排放|强度|成本|周期|事故)[^,，]{0,12}改善$")


_ORIGIN = re.compile(r"(?:从|由|自|(?:较|比)(?=\0))\0?(?:过去|原来|以前|最初|此前|当初|不足|约|近|超过|超)*的?(?:不足|约|近|超过|超|低于)?$")


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
    if kind is UnitKind.RANK:
        return _rank(phrase)
    return _count(phrase, context)


def _percent(phrase: Phrase, context: Context) -> Claim:
    left = phrase.left
    tail = read_tail(left)
    if found := _ORIGIN.search(left):
        return _origin(phrase, context, left[: found.start()])
    if phrase.right.startswith("的") and _GROWTH_AFTER.match(phrase.right):
        return Claim(Measure.GROWTH, 1, tail.subject, tail)
    if _GROWTH_AFTER.match(phrase.right) and not tail.verb:
        return Claim(Measure.GROWTH, 1, tail.subject, tail)
    if _CONTRIBUTION.search(tail.subject):
        return Claim(Measure.CONTRIBUTION, 1, tail.subject, tail)
    share = _share_subject(left, tail)
    if share is not None:
        found_bound = read_tail(share)
        if tail.bound is None and found_bound.bound is not None:
            tail = tail._replace(bound=found_bound.bound)
            share = found_bound.subject
        return Claim(Measure.SHARE, 1, share, tail)
    if tail.kind in _PERCENT_CHANGE:
        sign = _PERCENT_CHANGE[tail.kind]
        return Claim(Measure.GROWTH, sign, tail.subject, tail)
    if found := _OF_WHOLE.search(left):
        return Claim(Measure.SHARE, 1, left[: found.start()], tail)
    if tail.subject.endswith("改善"):
        sign = -1 if _WORSE.search(tail.subject) else 1
        return Claim(Measure.GROWTH, sign, tail.subject.removesuffix("改善"), tail)
    return Claim(_rate_measure(tail, phrase, context), 1, tail.subject, tail)


def _origin(phrase: Phrase, context: Context, before: str) -> Claim:
    """The value a rise starts from: 从2020年的51%."""
    tail = read_tail(before)
    share = _share_subject(before, tail)
    if "贡献率" in before:
        measure = Measure.CONTRIBUTION
    elif share is not None:
        measure = Measure.SHARE
    else:
        measure = _rate_measure(tail, phrase, context)
    subject = tail.subject if share is None or "贡献率" in before else share
    return Claim(measure, 1, subject, tail, origin=True)


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
    known = name or (context.names[-1] if context.names else "")
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
    whole = tail.subject
    if _PULL.search(left):
        at = _PULL.search(left)
        assert at is not None
        after = read_tail(left[at.end() :])
        subject = after.subject or left[: at.start()]
        sign = -1 if after.kind is TailKind.DOWN or left.startswith("下拉") else 1
        return Claim(Measure.CONTRIBUTION, sign, subject, tail)
    versus, sign, subject = "", 1, whole
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
    subject, sign = _narrowing(left, subject, sign)
    measure = _change_measure(left, subject, context)
    versus = _VS_TAIL.sub("", versus.replace("\0", "").strip("的和与"))
    return Claim(measure, sign, subject, tail, versus)


def _narrowing(left: str, subject: str, sign: int) -> tuple[str, int]:
    """A fall that narrows is a rise of the growth; a rise that narrows is a fall."""
    fall = bool(_FALL_WORD.search(left))
    if found := _NARROW.search(left):
        sign = 1 if fall else -1
        subject = left[: found.start()]
    elif fall and _WIDEN.search(left):
        sign = -1
        subject = left[: _WIDEN.search(left).start()]  # type: ignore[union-attr]
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
        return Claim(Measure.GROWTH, 1, tail.subject, tail)
    if tail.kind in _PERCENT_CHANGE:
        return Claim(Measure.GROWTH, _PERCENT_CHANGE[tail.kind], tail.subject, tail)
    if found := _MULTIPLE.search(phrase.left):
        return Claim(Measure.GROWTH, 1, phrase.left[: found.start()], tail, multiple=True)
    return Claim(Measure.LEVEL, 1, tail.subject, tail)


_MULTIPLE = re.compile(r"(?:是|为|达|达到|达到了|相当于|超过|近|约)+\0[^\0]{0,10}的(?:近|约|超)?$")
_WITHIN = re.compile(r"(?:[^在]{0,8})在(?P<whole>.+)中")
_RANK_TAIL = re.compile(
    r"(?:稳居|位居|位列|跃居|高居|名列|居于|升至|上升至|跃升至|跃升到|排名|排在|排|列|居|保持|蝉联|占据|位于|处于|跻身|进入|均居|均为|均|连续多年|连续数年|连续|继续|为|是|稳定在|全球|世界|全国|全省|国内|亚洲|各省区|省区市|西部|中部|东部|东北|行业|同类|双双|前列|的|、|,|，|\0)+$"
)


def _rank(phrase: Phrase) -> Claim:
    left = phrase.left.removesuffix("第")
    found = _RANK_TAIL.search(left)
    subject = left[: found.start()] if found else left
    subject = _without_place(subject)
    if within := _WITHIN.fullmatch(subject):
        subject = within["whole"]
    tail = Tail(subject, "", None, None)
    return Claim(Measure.RANK, 1, subject, tail)


def _without_place(subject: str) -> str:
    return re.sub(r"(?:在[^,，]{1,12}中|稳居|位居|居|列|排名|保持|占据)?(?:全球|世界|全国|亚洲|国内|各省区)$", "", subject)


def _count(phrase: Phrase, context: Context) -> Claim:
    left = phrase.left
    tail = read_tail(left)
    if tail.kind in _PERCENT_CHANGE and tail.verb not in _NO_CHANGE:
        sign = _PERCENT_CHANGE[tail.kind]
        return Claim(Measure.LEVEL_CHANGE, sign, tail.subject, tail)
    if found := _ORIGIN.search(left):
        return Claim(Measure.LEVEL, 1, left[: found.start()], tail, origin=True)
    _, action = split_action(left_core(left, tail))
    subject = tail.subject
    if not action and not clean_name(subject) and not phrase.fresh and phrase.noun:
        action = context.action
    listed = left.startswith(("、", "和")) and tail.subject == left
    if listed and not action and context.measure is Measure.LEVEL_CHANGE:
        return Claim(Measure.LEVEL_CHANGE, 1, subject, tail)
    if _ADDED.search(subject[-16:] if not action else action):
        name = _ADDED.sub("", subject)
        return Claim(Measure.LEVEL_CHANGE, 1, name, tail, "", action)
    return Claim(Measure.LEVEL, 1, subject, tail, "", action)


def left_core(left: str, tail: Tail) -> str:
    """The text before a count with bound words off but its verb kept."""
    core = tail.subject + (tail.verb or "")
    return core or left


def signed(value: Decimal, claim: Claim) -> Decimal:
    """A value with the claim's sign; a multiple of an earlier level as its growth."""
    if claim.multiple:
        return (value - 1) * 100
    return -value if claim.sign < 0 else value
