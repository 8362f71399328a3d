"""What a change is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.extraction.lexemes import pattern, words
from jiedu.extraction.measures import SIZE
from jiedu.extraction.names import clean_name, coordinates, untimed
from jiedu.lexicon import numeral_value
from jiedu.model import Measure
from jiedu.model.token import UnitKind

if TYPE_CHECKING:
    from jiedu.extraction.context import Context
    from jiedu.extraction.measures import Claim
    from jiedu.extraction.phrases import Phrase
    from jiedu.extraction.times import Timed
    from jiedu.model import Span

_NEAR = 12  # how far behind a word of comparison a clause still goes on with it
_OVER_YEARS = ("年来", "年间")
_YTD = pattern("bases.ytd")
_VIEWED = pattern("bases.viewed")


def basis(
    phrase: Phrase, claim: Claim, timed: list[Timed], period: str | None, context: Context
) -> tuple[str | None, ...]:
    """The bases of a phrase, one or one for each value; ``(None,)`` where none is said.

    The words before the numeral win over the run of figures it stands in.
    """
    if claim.measure in {Measure.LEVEL, Measure.SHARE, Measure.RANK, Measure.CONTRIBUTION}:
        return (None,)
    if period is not None and (ago := _YEARS_AGO.search(phrase.left)):
        return (str(int(period.rpartition("/")[2][:4]) - int(numeral_value(ago["years"]))),)
    if claim.versus:
        names = coordinates(claim.versus, len(phrase.items)) if len(phrase.items) > 1 else ()
        return tuple(f"vs:{name}" for name in names or (claim.versus,))
    first = phrase.items[0].start
    own = "环比" in phrase.left or ("同比" in phrase.left and claim.measure is Measure.GROWTH)
    if own:
        return (_worded_basis(phrase, claim, timed, period, context),)
    clause = [t for t in timed if phrase.clause <= t.word.start < first]
    if any(t.when.period is None and t.word.words.endswith(_OVER_YEARS) for t in clause):
        return (None,)  # 三年来增长: over years that nobody names
    sized = claim.rule == SIZE  # what its size is held against is no base of it
    compared = [t for t in clause if t.against and not sized]
    if not compared and claim.measure is Measure.GROWTH and not sized:
        compared = [t for t in timed if t.against and t.word.start < first][-1:]
        far = phrase.clause > compared[-1].word.end + _NEAR if compared else False
        if phrase.fresh and far and not context.rises:
            compared = []
    if not compared and (started := _started(phrase, claim, period, context)):
        return (started,)
    if compared:
        return tuple(_compared_basis(t, period, claim) for t in compared)
    return (_worded_basis(phrase, claim, timed, period, context),)


def viewed(normal: str, sentence: Span, end: int) -> str | None:
    """The basis that a sentence says it looks at (从环比看，…), ``None`` where it says none.

    Args:
        normal: the text in normal form.
        sentence: the sentence.
        end: where the figure starts; what is said behind it does not count.
    """
    if normal.find("看", sentence.start, end) < 0:
        return None  # most sentences: the pattern need not be tried
    found = None
    for match in _VIEWED.finditer(normal, sentence.start, end):
        found = "mom" if match["basis"] == "环比" else "yoy"
    return found


def _started(phrase: Phrase, claim: Claim, period: str | None, context: Context) -> str | None:
    """从2015年的886.6亿元增长到2023年的1257.8亿元，增幅达41.9%: what the rise started from."""
    if claim.measure is not Measure.GROWTH or clean_name(untimed(claim.subject)):
        return None
    if _CAGR.search(phrase.left):
        return None
    if context.started is None or context.started[0] != context.group or period is None:
        return None
    start = context.started[1]
    years = int(period.rpartition("/")[2][:4]) - int(start.rpartition("/")[2][:4])
    if years < 1:
        return None
    return "yoy" if years == 1 and len(start) == len(period) else start


def _year_before(base: str, period: str | None) -> bool:
    """Whether a base is the same span one year earlier."""
    return (
        period is not None
        and len(base) == len(period)
        and _same_span(period, base[:4]) == base
        and int(period[:4]) - int(base[:4]) == 1
    )


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


_CAGR = pattern("bases.cagr")


def _worded_basis(
    phrase: Phrase, claim: Claim, timed: list[Timed], period: str | None, context: Context
) -> str | None:
    left = phrase.left
    if _CAGR.search(left):
        return "cagr"
    if "环比" in left or "上月" in left:
        return "qoq" if period and _is_quarter(period) else "mom"
    if "上季度" in left or "年率" in left:  # an annual rate is that of a quarter on the last
        return "qoq"
    if "同比" in left or "上年同期" in left or "去年同期" in left:
        return "yoy"
    if "较年初" in left or "比年初" in left or "年初" in left:
        return "ytd"
    if claim.measure is not Measure.GROWTH:
        return None
    if "年增长" in phrase.right[:8] or "年增速" in phrase.right[:8]:
        return "yoy"
    return _bare_basis(phrase, claim, timed, period, context)


_YEARS_AGO = pattern("bases.years_ago")
_YEAR_SINCE = pattern("bases.year_since")
_OTHER_BASE = pattern("bases.other_base")
_EFFECT = pattern("bases.effect")
_INTENSITY = pattern("bases.intensity")
_BARE_VERBS = words()["bases"]
_ECONOMIC = frozenset(_BARE_VERBS["economic"])
_YEARLY = frozenset(_BARE_VERBS["yearly"])


def _since(item: Timed, period: str) -> bool:
    """Whether a rise over years is said to start in one (2012年以来)."""
    return item.when.period == period and _YEAR_SINCE.fullmatch(item.word.words) is not None


def _bare_basis(
    phrase: Phrase, claim: Claim, timed: list[Timed], period: str | None, context: Context
) -> str | None:
    """Bare 增长 with a year's or a year-to-date figure is year on year."""
    verb = claim.tail.verb
    if period is not None and _many_years(period):
        if since := next((t for t in timed if _since(t, period)), None):
            return since.word.words.lstrip("自从")[:4]
        return "cagr" if context.basis == "cagr" and not phrase.fresh else None
    if _EFFECT.search(phrase.left) or "%" in claim.tail.subject:
        return None
    if _OTHER_BASE.search(phrase.left):
        return None
    if phrase.items[0].kind is UnitKind.DIGITS or not verb:
        return context.viewed or "yoy"
    if verb in _ECONOMIC and context.viewed is not None:
        return context.viewed
    if verb in _ECONOMIC:
        if context.basis in {"cagr", "mom", "qoq"} and not phrase.fresh:
            return context.basis
        if verb in _YEARLY and period != context.published.isoformat():
            return "yoy"
        return "yoy" if context.basis == "yoy" else None
    if period is not None and len(period) == 4 and _INTENSITY.search(claim.subject):
        return "yoy"
    return None


def _is_quarter(period: str) -> bool:
    first, _, last = period.partition("/")
    return bool(last) and len(last) == 7 and int(last[5:]) - int(first[5:]) == 2


def _many_years(period: str) -> bool:
    first, _, last = period.partition("/")
    return bool(last) and first[:4] != last[:4]
