"""Which words of time a sentence says, and which of them holds at a place of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.extraction.lexemes import pattern
from jiedu.lexicon import When, span_before
from jiedu.model.token import TimeWord

if TYPE_CHECKING:
    from jiedu.extraction.context import Context


class Timed(NamedTuple):
    """The words of time of a sentence, told apart by their use.

    Attributes:
        word: the word.
        when: what it means.
        compared: whether it is only compared with.
        origin: whether a value of it is given (从2020年的51%).
        since: whether the span begins with it.
        turned: whether it is what a trend turned from (由上月上涨…转为下降).
        against: whether figures behind it are held against it, its value given or not.
    """

    word: TimeWord
    when: When
    compared: bool
    origin: bool = False
    since: bool = False
    against: bool = False
    turned: bool = False


_STRICT_BEFORE = pattern("times.strict_before")
_SINCE_EVENT = pattern("times.since_event")
_PUBLISHED = pattern("times.published")
_PLAN_NAME = pattern("times.plan_name")
_PAUSE = frozenset("，,。；;：:、") | {""}
_MULTIPLE_OF = pattern("times.multiple_of")
_SIDE_BY_SIDE = pattern("times.side_by_side")
_LAST_MONTH = frozenset({"上月", "上个月"})
_TURNED = pattern("times.turned")
_ORIGIN_BEFORE = pattern("times.origin_before")


def classify(normal: str, words: list[TimeWord], context: Context) -> list[Timed]:
    """Resolve the words of time of a sentence and mark those that are only compared with.

    Args:
        normal: the release's text in normal form.
        words: the sentence's words of time, in order.
        context: the year the text speaks of; it takes the years that are said here.
    """
    result: list[Timed] = []
    for word in words:
        item = _use(normal, word, result, context)
        if item is None:
            continue
        result.append(item)
        context.plan_on(item.when)
        if not item.compared and not item.origin:
            context.frame_on(item.when)
    return result


def _use(normal: str, word: TimeWord, earlier: list[Timed], context: Context) -> Timed | None:
    """How one word of time is used; ``None`` where it names something or only repeats."""
    if names_a_plan(normal, word):
        return None
    before = normal[max(0, word.start - 4) : word.start]
    after = normal[word.end : word.end + 4]
    when = context.resolve(word.words)
    if before.endswith(("（", "(")) and earlier and earlier[-1].when.now:
        return None
    if word.words == "今年" and after.startswith(("首", "第", "新入")):
        return None
    if before.endswith(("自", "从")) and _SINCE_EVENT.match(normal, word.end):
        return Timed(word, context.resolve("目前"), False)
    compared = _compared(normal, word, before, earlier)
    if compared and word.words == "全年" and earlier and earlier[-1].when.period is not None:
        when = when._replace(period=earlier[-1].when.period[:4])  # 比去年同期和全年
    leads = bool(_ORIGIN_BEFORE.search(before))
    origin = after.startswith("的") and (leads or (compared and after[1:2].isdigit()))
    origin = origin or (leads and word.words in _LAST_MONTH and after[:1].isdigit())
    turned = leads and _TURNED.match(normal, word.end, word.end + _NEAR) is not None
    since = before[-1:] in {"自", "从"}
    if leads and word.words in _LAST_MONTH:
        when = _month_before(earlier, context) or when
    aside = compared and not (origin or turned)
    return Timed(word, when, aside, origin or turned, since, against=compared, turned=turned)


def _month_before(earlier: list[Timed], context: Context) -> When | None:
    """The month before the one that a sentence speaks of, which is not that of publication."""
    spoken = [item.when for item in earlier if not item.origin] + (
        [context.period] if context.period else []
    )
    for when in reversed(spoken):
        if when.period is not None and len(when.period) == len("2026-01"):
            return when._replace(period=span_before(when.period))
    return None


def names_a_plan(normal: str, word: TimeWord) -> bool:
    """Whether “十四五” only names something: “十四五”规划纲要, 2035年远景目标, 春运工作."""
    if normal.startswith(("远景", "愿景"), word.end):
        return True
    if word.words.endswith("春运") and normal.startswith(("工作", "专班"), word.end):
        return True
    if not _PLAN_NAME.search(word.words) or normal[word.end : word.end + 1] in _PAUSE:
        return False
    return not _STRICT_BEFORE.search(normal, max(0, word.start - 4), word.start)


def opening_word(
    normal: str, words: list[TimeWord], context: Context
) -> tuple[TimeWord | None, bool]:
    """The word of time that a sentence opens with, the day of its report and plans' names aside.

    Returns:
        The word, and whether a day of report stood before it (今天…公布，上半年…).
    """
    reported = False
    for word in words:
        if names_a_plan(normal, word):
            continue
        now = word.words not in _PRESENT and context.resolve(word.words).now
        if now and _PUBLISHED.search(normal, word.end, word.end + _NEAR):
            reported = True
            continue
        return word, reported
    return None, reported


def _compared(normal: str, word: TimeWord, before: str, earlier: list[Timed]) -> bool:
    if word.words in {"去年同期", "上年同期"} or _STRICT_BEFORE.search(before):
        return True
    rest = normal[word.end : word.end + 24]
    if _SIDE_BY_SIDE.match(rest) or _MULTIPLE_OF.match(rest):
        return True
    if earlier and earlier[-1].compared:
        return normal[earlier[-1].word.end : word.start] in {"和", "、", "与", "及"}
    return False


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
        between = normal[item.word.end : end]
        if item.origin and not ((origin or item.turned) and len(between) <= _CLOSE):
            continue
        if item.turned and "转" in between:
            continue  # 由上月持平转为上涨0.7%: what it turned into is of now
        if item.when.now and item.word.words not in _PRESENT:
            event = not _PUBLISHED.search(normal[item.word.end : item.word.end + _NEAR])
            if event and strong is None:
                weak = item.when
            continue
        strong = _joined(strong, item, since=since)
        since = item.since
    return strong or weak


_CLOSE = 6  # how far behind a word of time the value that a trend starts from is said
_NEAR = 24  # how far behind a day its report is said, in characters
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
