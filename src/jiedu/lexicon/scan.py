"""One pass over a text: quantities and words of time, names with digits left out.

The pass is one alternation over the normal form. Its order says what wins: addresses, titles
and quoted names hide the digits inside them, words of time come before numerals, numerals
before bare classifiers.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from jiedu.lexicon.numerals import MAGNITUDES, numeral_value
from jiedu.lexicon.periods import period_pattern
from jiedu.lexicon.units import unit_table
from jiedu.model.observation import Bound
from jiedu.model.token import Quantity, TimeWord, UnitKind

_HUNDRED = Decimal(100)
_TEN = Decimal(10)
_AFTER = {
    "多": Bound.ABOVE, "余": Bound.ABOVE, "几": Bound.ABOVE, "来": Bound.ABOUT,
    "以上": Bound.AT_LEAST, "及以上": Bound.AT_LEAST, "以内": Bound.AT_MOST,
    "以下": Bound.BELOW, "左右": Bound.ABOUT, "上下": Bound.ABOUT,
}  # fmt: skip
_MAGNITUDE = (
    r"万亿|百万亿|十万亿|千亿|百亿|十亿|千万(?!千瓦)|百万(?!千瓦)|十万|万万|万|亿"
    r"|千(?!瓦|米|克|伏|兆|卡|升|斤|字)|百(?!分)|十"
)
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:/\d+)?"
_SUFFIX = r"(?:及?以上|以内|以下|左右|上下|多|余)"
_CHANGED = frozenset("升高加降少大长落缩展增涨")  # 提升到2025年的: 到 belongs to the verb
_LOOSE = frozenset({"人", "户", "村", "家企业"})
_CN = "一二两三四五六七八九十"


class Scan(NamedTuple):
    """The tokens of a text, each list in order."""

    quantities: list[Quantity]
    times: list[TimeWord]


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def scanner() -> re.Pattern[str]:
    """The compiled alternation of everything the pass looks for."""
    table = unit_table()
    units = _alternatives(list(table))
    latin = _alternatives([unit for unit in table if unit[0].isascii() and unit[0].isalpha()])
    counts = _alternatives(
        [unit for unit, (_, kind) in table.items() if kind is UnitKind.COUNT]
        + ["千瓦", "小时", "公里", "亩", "元"]
    )
    first = rf"[\d{_CN}百千半过连“‘《第今去上前明来本近过这最全同当年首下从自由到至截目如眼现迄时昨日党翻多元春清五端国暑劳中hA-Za-z]"
    return re.compile(
        rf"(?={first})(?:"
        r"(?P<hidden>https?://[^\s)]+|《[^》\n]{1,60}》|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}时\d{1,2}分|\d{1,2}[:：]\d{2}(?!\d)|[A-Z]\d+)"
        rf"|(?P<time>{period_pattern()})"
        r"|(?P<quoted>“[^”\n%亿万，。]{1,20}”|‘[^’\n%亿万，。]{1,20}’)"
        rf"|(?P<name>[A-Za-z]+[A-Za-z.\-/]*\d[A-Za-z0-9.\-]*|\d+(?:\.\d+)?(?!(?:{latin})(?![A-Za-z]))[A-Za-z][A-Za-z0-9\-]*)"
        r"|(?P<ratio>\d+(?:\.\d+)?[∶:](?:\d+(?:\.\d+)?)(?:[∶:]\d+)?|\d+(?:\+\d+)+|\d{1,2}点(?:\d{1,2}分)?(?=[,，至到，。 ]))"
        rf"|连续(?:第)?(?P<streak>\d+|[{_CN}]+)个?(?P<streakunit>年|季度|月|届|周|天|个交易日)(?:份)?"
        rf"|第(?P<rank>\d+|[{_CN}]+)(?P<rankunit>位|名|大(?![类道]))?"
        rf"|百分之(?P<hundredth>\d+(?:\.\d+)?|[{_CN}百]+)(?P<hs>{_SUFFIX})?"
        rf"|(?P<fraction>[三四五六七八九十二]分之[一二三四五六七八九])(?P<fs>{_SUFFIX})?"
        rf"|(?P<tenths>(?:[{_CN[:-1]}]|[1-9])成半?(?:[{_CN[1:-1]}](?![\u4e00-\u9fff]))?)(?![为立果功本员品长效绩型份熟交分千百亿就套年人都群对因立])(?P<ts>{_SUFFIX})?"
        rf"|(?P<hours>\d+|[{_CN}])个半(?P<hourunit>小时|月|钟头)"
        rf"|(?P<half>一半|(?<=过)半(?=[,，。、;；])|(?<=[过比]过)半(?!年))(?P<halfs>{_SUFFIX})?"
        r"|(?P<digits>[两三])位数"
        rf"|翻(?:了)?(?P<fold>[{_CN}])番"
        rf"|(?P<number>{_NUMBER})(?P<a>[多余几来])? ?(?P<scale>{_MAGNITUDE})?(?P<b>[多余几来])?(?P<unit>{units})?(?P<suffix>{_SUFFIX})?"
        rf"|(?<![第这那每前后首另各数几百千万零“{_CN}])(?P<chinese>[{_CN}百千]+)(?P<ca>[多余几])?(?P<cscale>万亿|万|亿)?(?P<cb>[多余])?(?P<cunit>倍|{counts})(?P<cs>{_SUFFIX})?"
        r")"
    )


def scan(normal: str) -> Scan:
    """Find the quantities and words of time of a text in normal form.

    Args:
        normal: a text from :func:`jiedu.lexicon.normalise`.

    Returns:
        Both lists in the order of the text; offsets are code points.
    """
    quantities: list[Quantity] = []
    times: list[TimeWord] = []
    for match in scanner().finditer(normal):
        kind = match.lastgroup
        if kind == "time":
            words = match.group()
            before = normal[match.start() - 1 : match.start()]
            tied = words[0] in "从自由" or (words[0] in "到至" and before in _CHANGED)
            times.append(TimeWord(match.start() + tied, match.end(), words[tied:]))
        elif kind not in {"hidden", "quoted", "name", "ratio"}:
            quantity = _quantity(match)
            if quantity is not None:
                quantities.append(quantity)
    return Scan(quantities, times)


def _quantity(match: re.Match[str]) -> Quantity | None:
    group = match.group
    if group("number") is not None:
        return _arabic(match)
    if group("chinese") is not None:
        return _chinese(match)
    return _worded(match)


def _bound(*words: str | None) -> Bound | None:
    for word in words:
        if word:
            return _AFTER[word]
    return None


def _arabic(match: re.Match[str]) -> Quantity | None:
    number, before, scale, after, unit, suffix = match.group(
        "number", "a", "scale", "b", "unit", "suffix"
    )
    start, end = match.span("number")
    if len(number) > 30 or (start and match.string[start - 1] in "+×/.±表图附第"):
        return None
    base, kind = unit_table()[unit] if unit else ("", UnitKind.NONE)
    if kind is None:
        return None
    try:
        value = numeral_value(number)
    except ValueError:
        return None
    if "/" in number:
        base, kind, value = ("%", UnitKind.PERCENT, value * _HUNDRED)
    if not scale and kind is UnitKind.NONE:
        if number[0] == "0" and "." not in number:
            return None
        if len(number) == 4 and number[:2] in {"19", "20"}:
            return None
    value *= MAGNITUDES[scale or ""]
    if start > 1 and match.string[start - 1] == "-":
        if match.string[start - 2].isascii():
            return None
        value = -value
    return Quantity(
        start, end, match.end(), value, base, kind, _bound(suffix, after, before), scale or ""
    )


def _chinese(match: re.Match[str]) -> Quantity | None:
    numeral, before, scale, after, unit, suffix = match.group(
        "chinese", "ca", "cscale", "cb", "cunit", "cs"
    )
    if numeral == "一" and unit != "倍":
        return None
    if numeral == "十" and before:
        return None
    start, end = match.span("chinese")
    opening = match.string[max(0, start - 2) : start]
    if numeral in {"百", "千"}:
        if scale and not opening.endswith(("超", "破", "过", "近", "达", "逾", "足", "到")):
            return None
        if not scale and (unit in _LOOSE or not (before or after or unit in "项家个条")):
            return None
    elif opening.endswith("上"):
        return None
    if match.string.startswith(("级", "规模企业"), match.end()):
        return None
    if unit in {"期", "人", "名", "国", "地", "省", "市", "县", "区", "村", "门", "口", "类"}:
        return None
    base, kind = unit_table()[unit]
    if kind is None:
        return None
    value = numeral_value(numeral) * MAGNITUDES[scale or ""]
    bound = _bound(suffix, after, before)
    if opening.endswith("上"):
        bound = bound or Bound.AT_LEAST
    return Quantity(start, end, match.end(), value, base, kind, bound, scale or "")


def _worded(match: re.Match[str]) -> Quantity | None:
    """Fractions, tenths, halves, ranks, streaks: numerals that carry their unit in words."""
    kind = match.lastgroup
    group = match.group
    text = match.string
    if group("rank") is not None:
        start, end = match.span("rank")
        stop = match.end()
        value = numeral_value(group("rank"))
        return Quantity(start, end, stop, value, group("rankunit") or "", UnitKind.RANK, None, "")
    if group("streak") is not None:
        start, end = match.span("streak")
        value = numeral_value(group("streak"))
        return Quantity(
            start, end, match.end(), value, group("streakunit"), UnitKind.STREAK, None, ""
        )
    if group("hundredth") is not None:
        start, end = match.span("hundredth")
        return _percent(start, end, match.end(), numeral_value(group("hundredth")), group("hs"))
    if group("fraction") is not None:
        start, end = match.span("fraction")
        whole, _, part = group("fraction").partition("分之")
        value = numeral_value(part) / numeral_value(whole) * _HUNDRED
        return _percent(start, end, match.end(), value, group("fs"))
    if group("tenths") is not None:
        return _tenths(match)
    if group("hours") is not None:
        start, end = match.span("hours")
        value = numeral_value(group("hours")) + Decimal("0.5")
        kind = UnitKind.AMOUNT
        return Quantity(start, end, match.end(), value, group("hourunit"), kind, None, "")
    if group("half") is not None:
        start, end = match.span("half")
        over = group("half") == "半" or None
        bound = group("halfs") or ("多" if over else None)
        return _percent(start, end, match.end(), Decimal(50), bound)
    if group("digits") is not None:
        start, end = match.span("digits")
        value = _TEN if text[start] == "两" else _HUNDRED
        return Quantity(start, end, match.end(), value, "%", UnitKind.DIGITS, Bound.AT_LEAST, "")
    if group("fold") is not None:
        start, end = match.span("fold")
        value = (Decimal(2) ** int(numeral_value(group("fold"))) - 1) * _HUNDRED
        return Quantity(start, end, match.end(), value, "%", UnitKind.TIMES, None, "翻")
    raise AssertionError(kind)


def _percent(start: int, end: int, stop: int, value: Decimal, bound: str | None) -> Quantity:
    return Quantity(start, end, stop, value, "%", UnitKind.PERCENT, _bound(bound), "")


def _tenths(match: re.Match[str]) -> Quantity:
    start = match.start("tenths")
    words = match.group("tenths")
    value = numeral_value(words[0]) * _TEN
    rest = words[2:]
    if rest == "半":
        value += 5
    elif rest:
        value += numeral_value(rest)
    return _percent(start, start + 1, match.end(), value, match.group("ts"))
