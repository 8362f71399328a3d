"""One pass over a text: quantities and words of time, names with digits left out.

The pass is one alternation over the normal form. Its order says what wins: addresses, titles
and quoted names hide the digits inside them, words of time come before numerals, numerals
before bare classifiers.
"""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from jiedu.lexicon.numerals import MAGNITUDES, numeral_value
from jiedu.lexicon.periods import period_pattern
from jiedu.lexicon.units import scaled_units, unit_table
from jiedu.model.observation import Bound
from jiedu.model.token import Quantity, TimeWord, UnitKind

_HUNDRED = Decimal(100)
_TEN = Decimal(10)
_AFTER = {
    "多": Bound.ABOVE, "余": Bound.ABOVE, "几": Bound.ABOVE, "来": Bound.ABOUT,
    "以上": Bound.AT_LEAST, "及以上": Bound.AT_LEAST, "以内": Bound.AT_MOST,
    "以下": Bound.BELOW, "左右": Bound.ABOUT, "上下": Bound.ABOUT,
}  # fmt: skip
_CHANGED = frozenset("升高加降少大长落缩展增涨")  # 提升到2025年的: 到 belongs to the verb
_YUAN = frozenset("旦宵素器首")  # 2026元旦 is no sum of money
_COUNTED_LOOSELY = frozenset("手轮期人名国地省市县区村门口类面")  # 三国, 两地 are names
_ORDINAL_LIST = re.compile(r"第\d+[、和—-]$")  # 第59、60颗
_REACHED = ("超", "破", "过", "近", "达", "逾", "足", "到")  # 突破千列
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST = 28  # digits that a Decimal keeps all of; a longer numeral is the number of a thing
_NUMERALS = ("number", "chinese", "rank", "streak", "hundredth", "hours")
_ROADS = frozenset({"国", "省", "县", "乡"})  # 331国道 is a name
_LOOSE = frozenset({"人", "户", "村", "家企业"})


class Scan(NamedTuple):
    """The tokens of a text, each list in order."""

    quantities: list[Quantity]
    times: list[TimeWord]


def _alternatives(words: list[str]) -> str:
    """Any of the words, the longest first; those with one beginning are tried together."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    branches = (f"{re.escape(first)}(?:{'|'.join(found)})" for first, found in rests.items())
    return rf"(?=[{''.join(map(re.escape, rests))}])(?:{'|'.join(branches)})"


@cache
def scan_grammar() -> dict[str, Any]:
    """The table of what the pass looks for, in the order in which it wins."""
    return tomllib.loads((files(__package__) / "data" / "scan.toml").read_text("utf-8"))


@cache
def scanner() -> re.Pattern[str]:
    """The compiled alternation of everything the pass looks for."""
    table = unit_table()
    counted = [unit for unit, (_, kind) in table.items() if kind is UnitKind.COUNT]
    grammar = scan_grammar()
    macros = grammar["macros"] | {
        "units": _alternatives(list(table)),
        "latin": _alternatives([u for u in table if u[0].isascii() and u[0].isalpha()]),
        "counts": _alternatives([*counted, "千瓦", "小时", "公里", "亩", "元"]),
        "time": period_pattern(),
    }
    alternatives = "|".join(_gated(row) for row in grammar["alternatives"])
    # a group's name is told from a macro by the (?P before it
    built = re.sub(r"(?<!\(\?P)<([a-z]+)>", lambda m: macros[m.group(1)], alternatives)
    return re.compile(f"(?={grammar['first']})(?:{built})")


def _gated(row: dict[str, str]) -> str:
    """An alternative that looks at the first character before it tries anything else."""
    return f"(?=[{row['first']}]){row['pattern']}" if "first" in row else row["pattern"]


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
            quantity = quantity_of(match)
            if quantity is not None:
                quantities.append(quantity)
    return Scan(quantities, times)


def quantity_of(match: re.Match[str]) -> Quantity | None:
    """The quantity that a match of the scanner is, ``None`` where it is no such thing."""
    group = match.group
    if match.end() - match.start() > _LONGEST and _is_overlong(match):
        return None
    if group("number") is not None:
        return _arabic(match)
    if group("chinese") is not None:
        return _chinese(match)
    return _worded(match)


def _is_overlong(match: re.Match[str]) -> bool:
    return any(len(numeral or "") > _LONGEST for numeral in match.group(*_NUMERALS))


def _bound(*words: str | None) -> Bound | None:
    for word in words:
        if word:
            return _AFTER[word]
    return None


def _leads_to_none(text: str, start: int) -> bool:
    """Whether what stands before a numeral makes it an ordinal or a part of a formula."""
    if start and text[start - 1] in "+×/.±表图附第":
        return True
    return _ORDINAL_LIST.search(text, max(0, start - 8), start) is not None


def _arabic(match: re.Match[str]) -> Quantity | None:
    number, before, scale, after, unit, suffix = match.group(
        "number", "a", "scale", "b", "unit", "suffix"
    )
    start, end = match.span("number")
    if _leads_to_none(match.string, start):
        return None
    steps = unit == "台" and match.string.startswith("阶", match.end())  # 跨越5万亿台阶
    base, kind = unit_table()[unit] if unit and not steps else ("", UnitKind.NONE)
    if scale and unit in scaled_units():
        kind = UnitKind.AMOUNT
    if kind is None or (unit == "元" and match.string[match.end() : match.end() + 1] in _YUAN):
        return None
    try:
        value = numeral_value(number)
    except ValueError:
        return None
    if "/" in number:
        base, kind, value = ("%", UnitKind.PERCENT, value * _HUNDRED)
    if not scale and unit in _ROADS and match.string.startswith("道", match.end()):
        return None
    year = not scale and _YEAR.fullmatch(number)
    if year and (kind is UnitKind.NONE or unit == "国"):  # 2030国家科技重大专项
        return None
    if not scale and kind is UnitKind.NONE and number[0] == "0" and "." not in number:
        return None
    value *= MAGNITUDES[scale or ""]
    if start > 1 and match.string[start - 1] == "-":
        last = match.string[start - 2]
        ranged = (last.isdigit() or last == "%") and kind is not UnitKind.NONE
        if last.isascii() and not ranged:
            return None
        value = value if ranged else -value
    return Quantity(
        start, end, match.end(), value, base, kind, _bound(suffix, after, before), scale or ""
    )


def _chinese(match: re.Match[str]) -> Quantity | None:
    numeral, before, scale, after, unit, suffix = match.group(
        "chinese", "ca", "cscale", "cb", "cunit", "cs"
    )
    if numeral == "一" and unit != "倍":
        return None
    if numeral == "十" and before == "几":
        return None
    start, end = match.span("chinese")
    opening = match.string[max(0, start - 2) : start]
    if opening == "百上":  # 成百上千
        return None
    if numeral in {"百", "千"}:
        if scale and not opening.endswith(_REACHED):
            return None
        led = opening.endswith("上")
        told = opening.endswith(_REACHED) or before or after or suffix or unit in "项家个条"
        if not scale and not led and (unit in _LOOSE or not told):
            return None
    elif opening.endswith("上"):
        return None
    if match.string.startswith(("级", "规模企业"), match.end()):
        return None
    if unit in _COUNTED_LOOSELY and not (scale and numeral in {"百", "千"}):
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
    if group("front") is not None:
        start, end = match.span("front")
        value = numeral_value(group("front"))
        return Quantity(start, end, end, value, "", UnitKind.RANK, Bound.AT_MOST, "")
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
