"""Sentences → phrases: each quantity with the text around it that belongs to it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from jiedu.extraction.lexemes import pattern
from jiedu.extraction.names import counted_noun, headless
from jiedu.lexicon import MAGNITUDES
from jiedu.model.token import Quantity, TimeWord, UnitKind

if TYPE_CHECKING:
    from jiedu.model import Span

_BREAK = pattern("phrases.break")
_OPEN, _CLOSE = frozenset("“《("), frozenset("”》)")
_JOIN = pattern("phrases.join")
_BRACKETED = pattern("phrases.bracketed")
_VERB = pattern("phrases.verb")
_RANGE = frozenset("—-~至到")
_SIZED = pattern("phrases.sized")
_SEPARATOR = pattern("phrases.separator")
_MEASURED = frozenset(
    {UnitKind.AMOUNT, UnitKind.PERCENT, UnitKind.POINTS, UnitKind.COUNT, UnitKind.TIMES}
)
_LEFT_OUT = frozenset({UnitKind.COUNT, UnitKind.STREAK})
_THRESHOLD = frozenset({"以上", "以下"})
_LISTED = 4
_FAR = 160  # how far a name or a predicate may reach, in characters


class Phrase(NamedTuple):
    """A run of quantities that share one text before them.

    Attributes:
        items: one quantity, or the values of a list (5.89万亿元、5.17万亿元和…).
        left: the text from the last boundary, without words of time.
        right: the text after the last quantity, up to the next boundary.
        noun: the counted noun after the quantity, or ``""``.
        start: where ``left`` starts.
        clause: where the clause starts.
        limit: where ``right`` ends.
        clause_end: where the clause ends.
        fresh: whether the phrase opens its clause.
        prior: the clause before without words of time, where it holds no quantity.
        ranged: whether the quantities are the two ends of a range (5%—6%).
    """

    items: tuple[Quantity, ...]
    left: str
    right: str
    noun: str
    start: int
    clause: int
    limit: int
    clause_end: int
    fresh: bool
    prior: str = ""
    ranged: bool = False


def breaks(normal: str, start: int, end: int) -> list[int]:
    """The ends of the clauses of a sentence; brackets and quotes are kept whole."""
    found: list[int] = []
    depth = 0
    for match in _BREAK.finditer(normal, start, end):
        sign = match.group()
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 or sign in "；;":
            found.append(match.end())
    found.append(end)
    return found


class _Clauses:
    """The clauses of a sentence, and which of them hold a quantity."""

    def __init__(
        self, normal: str, span: Span, quantities: list[Quantity], times: list[TimeWord]
    ) -> None:
        self.normal = normal
        self.times = times
        self.moments = [word.start for word in times]
        self.quantities = quantities
        self.ends = breaks(normal, span.start, span.end)
        self.starts = [span.start, *self.ends[:-1]]
        self.numbers = [item.start for item in quantities]

    def at(self, position: int) -> int:
        """The number of the clause at a place."""
        return bisect_left(self.ends, position + 1)

    def prior(self, clause: int, back: int = _LISTED) -> str:
        """The text of the clause before, empty where it holds a quantity.

        Of a list of industries told apart by commas it is the whole, up to ``back`` clauses.
        """
        if clause == 0:
            return ""
        start, end = self.starts[clause - 1], self.ends[clause - 1]
        if bisect_left(self.numbers, start) != bisect_left(self.numbers, end):
            return ""
        begin = max(start, end - _FAR)
        text = self.without(begin, end - 1).replace("\0", "")
        if back and text.endswith("业") and (before := self.prior(clause - 1, back - 1)):
            return f"{before}，{text}" if before.endswith("业") else text
        return text

    def until_time(self, stop: int) -> int:
        """How many characters stand before a word of time that is not compared with."""
        times = self.times
        at = bisect_left(self.moments, stop)
        while at < len(times) and self.normal[times[at].start - 1] in "比较":
            at += 1
        return times[at].start - stop if at < len(times) else _FAR

    def without(self, begin: int, end: int) -> str:
        """The text of a range with words of time, runs of years and embedded counts left out.

        A zero character marks where a word of time stood.
        """
        normal = self.normal
        low, high = bisect_left(self.moments, begin), bisect_left(self.moments, end)
        holes = [(word.start, word.end, "\0") for word in self.times[low:high]]
        low = bisect_left(self.numbers, begin)
        for item in self.quantities[low : bisect_left(self.numbers, end)]:
            if item.kind in _LEFT_OUT:
                opening = item.start - 2 if item.kind is UnitKind.STREAK else item.start
                holes.append((max(begin, opening), item.stop, ""))
        if not holes:
            return normal[begin:end]
        holes.sort()
        parts = []
        at = begin
        for hole_start, hole_end, sign in holes:
            if hole_start < at:
                continue
            parts.append(normal[at:hole_start])
            parts.append(sign)
            at = min(hole_end, end)
        parts.append(normal[at:end])
        return "".join(parts)


def phrases(
    normal: str, span: Span, quantities: list[Quantity], times: list[TimeWord]
) -> list[Phrase]:
    """Cut a sentence into phrases.

    Args:
        normal: the release's text in normal form.
        span: the sentence, or a part of an overlong one.
        quantities: its quantities, in order.
        times: its words of time, in order.
    """
    clauses = _Clauses(normal, span, quantities, times)
    result: list[Phrase] = []
    boundary, last_clause = span.start, -1
    index = 0
    carried: int | None = None
    while index < len(quantities):
        first = quantities[index]
        clause = clauses.at(first.start)
        clause_end = clauses.ends[clause]
        fresh = clause != last_clause
        begin = clauses.starts[clause] if fresh else boundary if carried is None else carried
        begin = max(begin, first.start - _FAR)
        carried = None
        stop_index = _run(normal, quantities, index, clause_end)
        items = quantities[index:stop_index]
        index = stop_index
        stop = items[-1].stop
        following = quantities[index] if index < len(quantities) else None
        untimed = clauses.until_time(stop)
        if following is not None and following.start < clause_end:
            limit = following.start
            right = normal[stop : min(limit, stop + _FAR)]
            opened = _OPENED.search(normal[begin : first.start]) is not None
            threshold = items[-1].kind is UnitKind.AMOUNT and normal[stop - 2 : stop] in _THRESHOLD
            noun, boundary, embedded = _between(
                right, stop, following, opened=opened or threshold, untimed=untimed, sized=threshold
            )
            carried = begin if embedded else None
            if following.start == stop and following.kind is UnitKind.COUNT:
                noun = counted_noun(normal[following.stop : min(clause_end, stop + _FAR)])
            if sized := _SIZED.match(normal, stop):
                noun = counted_noun(normal[sized.end() : min(clause_end, stop + _FAR)])
        else:
            limit = boundary = clause_end
            right = normal[stop : min(limit, stop + _FAR)]
            apart = right.startswith(("、", "，", ","))
            noun = "" if apart else counted_noun(right[:untimed])
        left = clauses.without(begin, first.start)
        if normal[first.start] in "百千":
            left = left.removesuffix("上")  # 就有上千种
        prior = clauses.prior(clause) if fresh else ""
        start = clauses.starts[clause]
        result.append(
            Phrase(
                _shared_units(items),
                left,
                right,
                noun,
                begin,
                start,
                limit,
                clause_end,
                fresh,
                prior,
                len(items) == 2 and normal[items[0].stop : items[1].start] in _RANGE,
            )
        )
        last_clause = clause
    return _graded(result)


def _graded(found: list[Phrase]) -> list[Phrase]:
    """4个国家级、4个省级区域医疗中心: a grade takes the noun of the next one."""
    for at in reversed(range(len(found) - 1)):
        phrase, after = found[at], found[at + 1]
        if phrase.noun.endswith("级") and phrase.clause == after.clause and "级" in after.noun:
            noun = phrase.noun + after.noun.partition("级")[2]
            found[at] = phrase._replace(noun=noun)
    return found


def _run(normal: str, quantities: list[Quantity], index: int, clause_end: int) -> int:
    """The end of the list of values that starts at ``index``."""
    index += 1
    while index < len(quantities) and _joined(
        normal, quantities[index - 1], quantities[index], clause_end
    ):
        index += 1
    return index


_OPENED = pattern("phrases.opened")


def _joined(normal: str, last: Quantity, item: Quantity, clause_end: int) -> bool:
    if item.start >= clause_end and normal[last.stop : item.start].strip() not in {"、", "和"}:
        return False
    between = normal[last.stop : item.start]
    if len(between) > 6 or not between or not _JOIN.fullmatch(between):
        return False
    if last.kind is item.kind:
        if last.unit == item.unit or item.kind is not UnitKind.COUNT:
            return True
        return "分别" in normal[max(0, last.start - 24) : last.start]
    if last.kind is UnitKind.NONE:
        return item.kind in _MEASURED
    if {last.kind, item.kind} == {UnitKind.AMOUNT, UnitKind.COUNT} and between[0] in "、和及与":
        return "分别" in normal[max(0, last.start - 24) : last.start]
    return last.unit == "个" and item.kind is UnitKind.POINTS


def _shared_units(items: list[Quantity]) -> tuple[Quantity, ...]:
    """Give values without a unit the unit and magnitude that the list ends with."""
    last = items[-1]
    result = []
    for item in items:
        bare = item.kind is UnitKind.NONE and last.kind is not UnitKind.NONE
        if bare or (item.unit == "个" and last.kind is UnitKind.POINTS):
            value = item.value
            if bare and not item.scale and last.scale and item.value < 10_000:
                value = item.value * MAGNITUDES[last.scale]
            item = item._replace(unit=last.unit, kind=last.kind, value=value)
        result.append(item)
    return tuple(result)


def _between(
    right: str, stop: int, following: Quantity, *, opened: bool, untimed: int, sized: bool
) -> tuple[str, int, bool]:
    """Share the text between two quantities of a clause.

    Returns:
        The first one's noun, where the second one's text starts, and whether the first is
        only a part of the second one's name (轻工11类商品零售额4.9万亿元).
    """
    if not right or right[0] in "、,，和与及(（":
        return "", stop, False
    if _VERB.match(right):
        return "", stop, False
    noun = counted_noun(right[:untimed])
    at = right.find(noun)
    if at < 0:  # a quotation mark was taken out of it
        return noun, stop, False
    closed = at + len(noun)
    owner, sign, _ = right.partition("的")
    if sign and at == 0 and len(owner) < closed and following.kind is not UnitKind.COUNT:
        return owner, stop + len(owner) + 1, False
    if noun and right.startswith("中", closed):
        return noun, stop + closed + (2 if right.startswith("中有", closed) else 1), False
    last = None
    for match in _SEPARATOR.finditer(_BRACKETED.sub(lambda m: "(" * len(m.group()), right)):
        if match.group()[0] in "、,，" or len(right) - match.end() <= 6:
            last = match
    if last is not None and closed >= last.start():
        return counted_noun(right[: last.start()]), stop + last.end(), False
    whole = right.strip()
    if following.kind is UnitKind.COUNT and sized and noun and whole.endswith(noun):
        return noun, stop + len(right), True  # 500万元以上的技改项目1万个
    if following.kind is UnitKind.COUNT:
        return noun, stop + (closed if noun else 0), False
    if noun == whole or (opened and last is None and not right.startswith("的")):
        return headless(noun), stop + len(right), True
    return noun, stop + (closed if noun else 0), False
