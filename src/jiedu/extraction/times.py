"""Which word of time a figure belongs to, and what a change is compared with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jiedu.extraction.lexemes import TailKind
from jiedu.extraction.names import coordinates
from jiedu.lexicon import closing_day
from jiedu.model import Measure

if TYPE_CHECKING:
    from jiedu.extraction.context import Context
    from jiedu.extraction.measures import Claim
    from jiedu.extraction.phrases import Phrase
    from jiedu.lexicon import When
    from jiedu.model.token import TimeWord


class Timed(NamedTuple):
    """The words of time of a sentence, told apart by their use."""

    word: TimeWord
    when: When
    compared: bool
    origin: bool = False
    since: bool = False


_COMPARED_BEFORE = re.compile(r"(?:比|较|相比|对比|相较于?|相对于?|超过|高于|低于|同|与|为|是|和)(?:于)?$")
_COMPARED_AFTER = re.compile(r"(?:期)?(?:相比|的\d|的[一两三]倍|的水平)")
_STRICT_BEFORE = re.compile(r"(?:比|较|相比|对比|相较于?|相对于?|超过|超|[好高低快慢优多少大小]于)$")
_PUBLISHED = re.compile(r"发布|公布|获悉|了解到|介绍|举行|召开|印发|显示|表示|宣布|通报|消息")
_PLAN_NAME = re.compile(r"五[”’]?(?:规划)?$")
_PAUSE = frozenset("，,。；;：:、") | {""}
_MULTIPLE_OF = re.compile(r"[^,，。;；]{0,10}的(?:近|约|超|超过)?[\d.一两三四五六七八九十多]+倍")
_ORIGIN_BEFORE = re.compile(r"[从由自]“?$")
_YOY = re.compile(r"(?:去年|上年)(?:同期|同月)?|同期")
_YTD = re.compile(r"(?:去年|上年)[末底]|年初|(?:去年|上年)年[末底]")
_STOCK = re.compile(
    r"(?:余额|用户数?|户数|保有量|存量|库存|总数|基站数?|端口数?|装机|装机容量|在建|总户数|网点|里程|面积|贷款|存款|储备|M2|人口|装机规模)$"
)


def classify(normal: str, words: list[TimeWord], context: Context) -> list[Timed]:
    """Resolve the words of time of a sentence and mark those that are only compared with."""
    result: list[Timed] = []
    for word in words:
        before = normal[max(0, word.start - 4) : word.start]
        after = normal[word.end : word.end + 4]
        compared = bool(_STRICT_BEFORE.search(before)) or after.startswith(("相比", "期相比"))
        if _MULTIPLE_OF.match(normal[word.end : word.end + 18]):
            compared = True
        if not compared and result and result[-1].compared:
            between = normal[result[-1].word.end : word.start]
            compared = between in {"和", "、", "与", "及"}
        when = context.resolve(word.words)
        if when.plan and _PLAN_NAME.search(word.words) and after[:1] not in _PAUSE:
            continue
        if before.endswith(("（", "(")) and result and result[-1].when.now:
            continue
        leads = bool(_ORIGIN_BEFORE.search(before))
        origin = after.startswith("的") and (leads or (compared and after[1:2].isdigit()))
        compared = compared and not origin
        if word.words in {"去年同期", "上年同期"}:
            compared = True
        if word.words == "今年" and after.startswith(("首", "第", "新入")):
            continue
        since = normal[max(0, word.start - 1) : word.start] in {"自", "从"}
        result.append(Timed(word, when, compared, origin, since))
        if not compared and not origin:
            context.frame_on(when)
    return result


def said(timed: list[Timed], normal: str, end: int, *, origin: bool = False) -> When | None:
    """The period that holds at a place of a sentence, ``None`` where it says none.

    Args:
        timed: the sentence's words of time.
        normal: the text in normal form.
        end: the place; only what stands before it counts.
        origin: whether the figure there is what a rise starts from (从2020年的51%).
    """
    strong: When | None = None
    weak: When | None = None
    since = False
    for item in timed:
        if item.word.end > end or item.compared or item.when.period is None:
            continue
        if item.origin and not (origin and end - item.word.end <= 6):
            continue
        if item.when.now and item.word.words not in _PRESENT:
            event = not _PUBLISHED.search(normal[item.word.end : item.word.end + 24])
            if event and strong is None:
                weak = item.when
            continue
        strong = _joined(strong, item, since=since)
        since = item.since
    return strong or weak


_PRESENT = frozenset({"目前", "截至目前", "当前", "如今", "截止目前", "到目前为止", "眼下"})


def _joined(earlier: When | None, item: Timed, *, since: bool) -> When:
    """Two words of time that say one span: 截至3月16日…今年, 自11月1日…截至1月29日."""
    when = item.when
    if earlier is None or earlier.period is None or when.period is None:
        return when
    if since and when.instant and "/" not in earlier.period + when.period:
        return when._replace(period=f"{earlier.period}/{when.period}", instant=False)
    so_far = item.word.words in {"今年", "今年以来"}
    if so_far and earlier.instant and not earlier.now and earlier.period[:4] == when.period[:4]:
        start = f"{when.period[:4]}-01"
        if len(earlier.period) == 10:
            start += "-01"
        return when._replace(period=f"{start}/{earlier.period}", explicit=True)
    return when


def basis(
    phrase: Phrase, claim: Claim, timed: list[Timed], period: str | None, context: Context
) -> tuple[str | None, ...]:
    """The bases of a phrase, one or one for each value; ``(None,)`` where none is said.

    The words before the numeral win over the run of figures it stands in.
    """
    if claim.measure in {Measure.LEVEL, Measure.SHARE, Measure.RANK, Measure.CONTRIBUTION}:
        return (None,)
    if claim.versus:
        names = coordinates(claim.versus, len(phrase.items)) if len(phrase.items) > 1 else ()
        return tuple(f"vs:{name}" for name in names or (claim.versus,))
    first = phrase.items[0].start
    if "环比" in phrase.left:
        return (_worded_basis(phrase, claim, period, context),)
    compared = [t for t in timed if t.compared and phrase.clause <= t.word.start < first]
    if not compared and claim.measure is Measure.GROWTH:
        compared = [t for t in timed if t.compared and t.word.start < first][-1:]
        if phrase.fresh and compared and phrase.clause > compared[-1].word.end + 12:
            compared = []
    if compared:
        return tuple(_compared_basis(t, period, claim) for t in compared)
    return (_worded_basis(phrase, claim, period, context),)


def _year_before(base: str, period: str | None) -> bool:
    """Whether a base is the same span one year earlier."""
    return period is not None and len(base) == len(period) and _same_span(period, base[:4]) == base and int(period[:4]) - int(base[:4]) == 1


def _compared_basis(item: Timed, period: str | None, claim: Claim) -> str | None:
    words = item.word.words
    if _YTD.fullmatch(words):
        return "ytd"
    if words in {"去年", "上年", "去年同期", "上年同期", "同期", "去年同月", "上一年"}:
        return "yoy"
    if words in {"上月", "上个月"}:
        return "mom"
    if words == "上季度":
        return "qoq"
    if words.endswith("同期") and period and item.when.period:
        return _same_span(period, item.when.period[:4])
    base = item.when.period
    level = claim.measure in {Measure.GROWTH, Measure.LEVEL_CHANGE}
    if base and level and _year_before(base, period):
        return "yoy"
    return base


def _same_span(period: str, year: str) -> str:
    """The same months of another year."""
    first, slash, last = period.partition("/")
    return year + first[4:] + (slash + year + last[4:] if slash else "")


_CAGR = re.compile(r"年均|年平均|两年平均|年复合|复合增长|平均每年")


def _worded_basis(
    phrase: Phrase, claim: Claim, period: str | None, context: Context
) -> str | None:
    left = phrase.left
    if _CAGR.search(left):
        return "cagr"
    if "环比" in left or "上月" in left:
        return "qoq" if period and _is_quarter(period) else "mom"
    if "上季度" in left:
        return "qoq"
    if "同比" in left or "上年同期" in left or "去年同期" in left:
        return "yoy"
    if "较年初" in left or "比年初" in left or "年初" in left:
        return "ytd"
    if claim.measure is not Measure.GROWTH:
        return None
    if "年增长" in phrase.right[:8] or "年增速" in phrase.right[:8]:
        return "yoy"
    return _bare_basis(phrase, claim, period, context)


_OTHER_BASE = re.compile(r"上一?届|上次|上轮|上期|上一轮|改造前|实施前|商用初期|原来|以往|往年")
_EFFECT = re.compile(r"平均$|平均缩短|平均提|平均下|平均减|平均降")
_ECONOMIC = frozenset({"增长", "上涨", "增", "涨", "同增", "下降", "减少", "增速", "涨幅", "降幅", "回落", "下滑", "下跌", "增幅", "增速为", "增长率", "正增长", "负增长", "净增长", "递增", "降", "萎缩", "上升"})


def _bare_basis(
    phrase: Phrase, claim: Claim, period: str | None, context: Context
) -> str | None:
    """Bare 增长 with a year's or a year-to-date figure is year on year."""
    verb = claim.tail.verb
    if period is not None and _many_years(period):
        return "cagr" if context.basis == "cagr" and not phrase.fresh else None
    if _EFFECT.search(phrase.left) or "%" in claim.tail.subject:
        return None
    if _OTHER_BASE.search(phrase.left):
        return None
    if phrase.items[0].kind.value == "digits" or not verb:
        return "yoy"
    if verb in _ECONOMIC:
        if context.basis in {"cagr", "mom", "qoq"} and not phrase.fresh:
            return context.basis
        if verb in {"增长", "上涨", "增速", "涨幅", "增", "涨", "回落", "下跌", "下滑", "增幅", "同增"}:
            return "yoy"
        return "yoy" if context.basis == "yoy" else None
    return None


def _is_quarter(period: str) -> bool:
    first, _, last = period.partition("/")
    return bool(last) and len(last) == 7 and int(last[5:]) - int(first[5:]) == 2


def _many_years(period: str) -> bool:
    first, _, last = period.partition("/")
    return bool(last) and first[:4] != last[:4]


def placed(when: When | None, claim: Claim, name: str, setting: Setting) -> str | None:
    """A resolved time as the period of one figure: flows are spans, stocks their last day.

    Args:
        when: the time that holds.
        claim: the statement.
        name: its indicator.
        setting: what else decides.
    """
    if when is None or when.period is None:
        return None
    period = when.period
    if when.instant and not when.now:
        return _moment(period, claim, name)
    if when.plan:
        return _plan_period(period, claim, name, setting)
    if claim.origin or claim.tail.kind is TailKind.TO:
        return _end_of_range(period, first=claim.origin)
    return period


class Setting(NamedTuple):
    """What decides, beside the time itself, which part of it a figure belongs to.

    Attributes:
        counted: whether an action was counted (建设了…个).
        compared: whether a basis other than the year before is said.
        here: whether the time is said in the figure's own sentence.
        actual: whether it is a fact.
        published: the release's date in ISO form.
    """

    counted: bool
    compared: bool
    here: bool
    actual: bool
    published: str


def _end_of_range(period: str, *, first: bool) -> str:
    """The year a rise over years starts from or leads to."""
    start, slash, last = period.partition("/")
    if slash and len(start) == 4 and len(last) == 4:
        return start if first else last
    return period


_STATE = re.compile(r"(?:生产总值|收入|规模|余额|总量|产值|占比|强度|水平)$")


def _plan_period(period: str, claim: Claim, name: str, setting: Setting) -> str:
    """Counts over a plan are the plan's; what was reached by its end is its last year's."""
    last = period.partition("/")[2]
    if setting.actual and last >= setting.published[:4]:
        last = setting.published
    if claim.measure is Measure.LEVEL_CHANGE:
        return period
    if claim.measure is Measure.GROWTH:
        return last if setting.compared and not setting.here else period
    if claim.measure is Measure.LEVEL and claim.tail.kind is None:
        if setting.counted or (setting.here and not _STATE.search(name)):
            return period
    return last


def _moment(period: str, claim: Claim, name: str) -> str:
    """截至6月底 is a day for a stock and the span from January for a flow."""
    if len(period) != 7:
        return period
    stock = bool(_STOCK.search(name))
    flow = claim.measure is Measure.GROWTH or name.endswith(("收入", "总值", "产量", "销量", "利润", "投资", "总额", "额"))
    if flow and not stock:
        month = period[5:]
        return period[:4] + "-01" if month == "01" else f"{period[:4]}-01/{period}"
    return closing_day(period)
