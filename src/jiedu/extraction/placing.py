"""A resolved time as the period of one figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.extraction.lexemes import TailKind, pattern
from jiedu.lexicon import closing_day, span_before
from jiedu.model import CHANGES, Measure

if TYPE_CHECKING:
    from jiedu.extraction.measures import Claim
    from jiedu.lexicon import When

_STOCK = pattern("placing.stock")
_DEALT = pattern("placing.dealt")


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
    if when.plan and claim.origin:
        eve = span_before(period)
        return closing_day(eve) if claim.measure is Measure.LEVEL and _STOCK.search(name) else eve
    if when.plan or (is_since(period, setting.published) and not _STOCK.search(name)):
        return _plan_period(period, claim, name, setting)
    if claim.origin or claim.tail.kind is TailKind.TO:
        period = _end_of_range(period, first=claim.origin)
    level = setting.actual and claim.measure is Measure.LEVEL and not setting.acted
    level = level and _DEALT.search(name) is None
    if level and period[4:5] != "/" and _STOCK.search(name):
        return closing_day(period)  # a stock is what stands at the end of the span
    return period


def is_since(period: str, published: str) -> bool:
    """Whether a period is that from an event of years ago to the day of publication.

    Args:
        period: the period.
        published: the day, in ISO form.
    """
    first, _, last = period.partition("/")
    return last == published and len(first) == len(last) and int(first[:4]) + 1 < int(last[:4])


class Setting(NamedTuple):
    """What decides, beside the time itself, which part of it a figure belongs to.

    Attributes:
        counted: whether things or actions were counted (建设了…个).
        acted: whether it is what an action came to (新建…), which is no stock.
        compared: whether a basis other than the year before is said.
        plan_compared: whether the basis is another plan, span against span.
        summed: whether the words say that it is a sum or an average of the span (累计, 年均).
        here: whether the time is said in the figure's own sentence.
        actual: whether it is a fact.
        published: the release's date in ISO form.
    """

    counted: bool
    acted: bool
    compared: bool
    plan_compared: bool
    summed: bool
    here: bool
    actual: bool
    published: str


def _end_of_range(period: str, *, first: bool) -> str:
    """The year a rise over years starts from or leads to."""
    start, slash, last = period.partition("/")
    if slash and len(start) == 4 and len(last) == 4:
        return start if first else last
    return period


_STATE = pattern("placing.state")
_WORK = pattern("placing.work")


def _plan_period(period: str, claim: Claim, name: str, setting: Setting) -> str:
    """Counts over a plan are the plan's; what was reached by its end is its last year's."""
    last = period.partition("/")[2]
    if setting.actual and last >= setting.published[:4]:
        last = setting.published
    if setting.plan_compared:
        return period
    if claim.measure in CHANGES:
        return last if setting.compared and not setting.here else period
    level = claim.measure is Measure.LEVEL and claim.tail.kind is None
    summed = (setting.counted or setting.here) and not _STATE.search(name)
    summed = summed or setting.summed or _WORK.search(name) is not None
    return period if level and summed else last


def _moment(period: str, claim: Claim, name: str) -> str:
    """截至6月底 is a day for a stock and the span from January for a flow."""
    stock = bool(_STOCK.search(name))
    if len(period) == 4 and stock and claim.measure is not Measure.GROWTH:
        return closing_day(period)
    if len(period) != 7:
        return period
    flow = claim.measure is Measure.GROWTH or name.endswith(
        ("收入", "总值", "产量", "销量", "利润", "投资", "总额", "额")
    )
    if flow and not stock:
        month = period[5:]
        return period[:4] + "-01" if month == "01" else f"{period[:4]}-01/{period}"
    return closing_day(period)
