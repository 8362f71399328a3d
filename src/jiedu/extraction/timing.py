"""The time of each phrase: what its sentence says, its section, its line, or the text above."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from jiedu.extraction.lexemes import pattern
from jiedu.extraction.names import opening_action
from jiedu.extraction.placing import Setting, is_since, placed
from jiedu.extraction.times import said
from jiedu.lexicon import When, closing_day, numeral_value, span_before
from jiedu.model import Measure, Status
from jiedu.model.token import UnitKind

if TYPE_CHECKING:
    from jiedu.extraction.context import Context
    from jiedu.extraction.measures import Claim
    from jiedu.extraction.phrases import Phrase
    from jiedu.extraction.times import Timed
    from jiedu.model import Observation, Span
    from jiedu.model.token import Quantity, TimeWord

_SUMMED = pattern("timing.summed")
_RATE = pattern("timing.rate")
_GOES_ON = pattern("timing.goes_on")
_TIMELESS = pattern("timing.timeless")
_INSTANT = pattern("timing.instant")
_AFTERWARDS = pattern("moods.afterwards")
_CAGR = pattern("bases.cagr")
_VAGUE = pattern("timing.vague")
_YEARS_COUNTED = pattern("timing.years_counted")
_AGAINST = pattern("timing.against")
_FLOWS = frozenset({Measure.GROWTH, Measure.LEVEL_CHANGE, Measure.SHARE_CHANGE})
_COUNTS = (UnitKind.COUNT, UnitKind.NONE)
_LONGEST_STREAK = 100  # years in a row; more of them are no span of years
_NEARBY = 120  # how far back years that were said still bear on a sum, in characters
_FAR = 240  # how far back a word may still bear on a figure, in characters


class Figure(NamedTuple):
    """What is known of a figure before its period.

    Attributes:
        name: its indicator.
        base: what it is compared with.
        status: fact, goal or expectation.
        clause: where its clause starts.
    """

    name: str
    base: str | None
    status: Status
    clause: int


_OF_A_TIME = frozenset({Measure.LEVEL, Measure.GROWTH, Measure.SHARE})


class Timing:
    """The running state of time in one release.

    Attributes:
        here: whether the last phrase's own sentence said its time.
        line_timed: whether the line has said a time.
        line_now: the day that the line opened with, in a sentence without a figure.
        heading: whether the text stands in a heading.
        streak: the last streak (连续8年).
        years: where years without a date (十年间) were last said, and the full years they mean.
    """

    def __init__(self, normal: str, context: Context) -> None:
        self.normal = normal
        self.context = context
        self.here = self.line_timed = self.heading = False
        self.line_now: When | None = None
        self.streak: Quantity | None = None
        self.years: tuple[int, When | None] = (-_FAR, None)

    def enter_line(self) -> None:
        """A new line has said no time yet."""
        self.line_timed = False
        self.line_now = None

    def when(
        self,
        sentence: Span,
        phrase: Phrase,
        claim: Claim,
        timed: list[Timed],
        last: Observation | None,
    ) -> tuple[When | None, str]:
        """The time of a phrase, and where it was said; none where it is timeless.

        Args:
            sentence: the sentence.
            phrase: the quantities with their text.
            claim: what they state.
            timed: the sentence's words of time.
            last: the figure before, if there is one.
        """
        context = self.context
        start = phrase.items[0].start
        lasting = [t.word for t in timed if t.word.end <= start and _is_vague(t.word.words)]
        if lasting:
            self.years = lasting[-1].end, self._full_years(lasting[-1])
        when = said(timed, self.normal, start, origin=claim.origin)
        self.here = when is not None
        if when is not None:
            if when.now and self._goes_on_yearly(phrase, claim, last):
                return None, "timeless"
            if claim.origin and _is_span(when) and not any(t.origin for t in timed):
                return When(span_before(when.period or "")), "eve"
            return when, "now" if when.now else "said"
        if claim.origin and context.period is not None and context.period.period:
            return When(span_before(context.period.period)), "eve"
        if lasting and phrase.clause - 2 <= lasting[-1].end:
            # 十年来已建成…: what there is after them
            return self._over_years(lasting[-1], phrase, claim), "vague"
        years = self._still_over_years(lasting, phrase, claim)
        if years is not None and not any(t.against and t.word.end <= start for t in timed):
            return years, "vague above"
        clause = self.normal[max(phrase.clause, start - _FAR) : start]
        before = self.normal[max(sentence.start, start - _FAR) : start]
        if _INSTANT.search(before) or _AFTERWARDS.search(before):
            return None, "timeless"
        if _TIMELESS.search(clause) and claim.measure is not Measure.GROWTH:
            return None, "timeless"
        return self._carried(phrase, claim, start)

    def each(self, phrase: Phrase, claim: Claim, timed: list[Timed]) -> list[When]:
        """A time for each of several values (一季度、二季度分别达到…), or none.

        Args:
            phrase: the quantities with their text.
            claim: what they state.
            timed: the sentence's words of time.
        """
        if claim.measure not in _OF_A_TIME:
            return []  # changes are against times, and not of them
        count, start = len(phrase.items), phrase.items[0].start
        near = [t for t in timed if phrase.clause - 2 <= t.word.start and t.word.end <= start]
        near = near[-count:]
        if count < 2 or len(near) < count or "分别" not in self.normal[near[-1].word.end : start]:
            return []
        gaps = [self.normal[one.word.end : other.word.start] for one, other in pairwise(near)]
        joined = all(gap in {"、", "和", "与", "及"} for gap in gaps)
        return [t.when for t in near] if joined else []

    def _carried(self, phrase: Phrase, claim: Claim, start: int) -> tuple[When | None, str]:
        """The time of a phrase that says none: the section's, the line's, or the one before."""
        context = self.context
        if context.agenda and context.period is None:
            return None, "plan"
        vague = context.period is None or context.period.now or not self.line_timed
        clause = max(phrase.clause, start - _FAR)
        if vague and not context.section and _RATE.search(self.normal, clause, start):
            return None, "rate"
        if context.period is None:
            today = None if self.heading else context.resolve("目前")
            return context.fallback or today, "untimed"
        if context.section:
            return context.period, "section"
        if self.line_now is not None and not self.line_timed:
            return self.line_now, "now above"
        if self.line_timed:
            return context.period, "inherited"
        if self._is_past(context.period):
            return context.resolve("目前"), "long past above"
        if self._is_since(context.period) and not self._goes_over(phrase, claim, start):
            return context.resolve("目前"), "long span above"
        return context.period, "inherited from above"

    def _is_past(self, when: When) -> bool:
        """Whether a time lies too far back for a new paragraph to go on with it."""
        last = int((when.period or "9999").rpartition("/")[2][:4])
        return last < self.context.published.year - 1

    def _is_since(self, when: When) -> bool:
        """Whether a time is that since an event of years ago, which holds for its paragraph."""
        return is_since(when.period or "", self.context.published.isoformat())

    def _goes_over(self, phrase: Phrase, claim: Claim, start: int) -> bool:
        """Whether a phrase tells what a span came to, a change or a sum, and no present state."""
        return claim.measure in _FLOWS or self._summed(phrase.clause, start)

    def _over_years(self, word: TimeWord, phrase: Phrase, claim: Claim) -> When | None:
        """十年来: today for what there is after them, the full years for what they came to."""
        span = self._full_years(word)
        if span is None or self._goes_over(phrase, claim, phrase.items[0].start):
            return span
        return self.context.resolve("目前")

    def _full_years(self, word: TimeWord) -> When | None:
        """The full years before publication that 十年来 means."""
        years = _YEARS_COUNTED.match(word.words)
        if years is None:
            return None
        count, last = int(numeral_value(years["years"])), self.context.published.year - 1
        return When(f"{last - count + 1}/{last}") if count > 1 else When(str(last))

    def _still_over_years(self, said: list[TimeWord], phrase: Phrase, claim: Claim) -> When | None:
        """The years that a sentence opened with, for what a later clause says they came to.

        A sum or a yearly growth goes on with them in the sentence after it, too. A clause that
        says what it is compared with has a time of its own.
        """
        start = phrase.items[0].start
        end, span = self.years
        if not said and start - end > _NEARBY:
            return None  # nearly always
        if _AGAINST.search(self.normal, max(phrase.clause, start - _FAR), start):
            return None
        if said and claim.measure in _FLOWS:
            return self._full_years(said[-1])
        summed = claim.measure is Measure.GROWTH and self._summed(phrase.clause, start)
        return span if summed and start - end <= _NEARBY else None

    def _goes_on_yearly(self, phrase: Phrase, claim: Claim, last: Observation | None) -> bool:
        """Whether a figure is what something brings each year from now on, and has no time."""
        if claim.measure is Measure.GROWTH:
            return False
        start = phrase.items[0].start
        if _TIMELESS.search(self.normal, max(phrase.clause, start - _FAR), start):
            return True
        follows = last is not None and last.period is None and last.rule.endswith("timeless")
        return follows and _GOES_ON.match(self.normal, phrase.clause) is not None

    def averaged(self, phrase: Phrase, claim: Claim, when: When | None) -> When | None:
        """A growth a year is that of a span of years: of the plan, where only a moment is said."""
        plan = self.context.plan
        if plan is None or claim.measure is not Measure.GROWTH or when is None:
            return when
        if when.period is None or when.plan or when.period[4:5] == "/":
            return when
        moment = when.now or (when.explicit and len(when.period) == 4 and not self.here)
        return plan if moment and _CAGR.search(phrase.left) else when

    def settled(self, when: When | None, status: Status) -> When | None:
        """A time once it is known whether its figures are facts."""
        when = self._so_far(when, status)
        if when is not None and when.now and status is not Status.ACTUAL and not self.here:
            return None  # what will be is not of the day that tells of it
        return when

    def _so_far(self, when: When | None, status: Status) -> When | None:
        """今年 in a fact is the year so far, as 今年以来 is, until the year is nearly over."""
        published = self.context.published
        if when is None or status is not Status.ACTUAL or published.month == 12:
            return when
        if when.explicit or when.period != str(published.year) or published.month == 1:
            return when
        return self.context.resolve("今年以来")

    def _streaked(self, item: Quantity, when: When | None) -> When | None:
        """连续8年…第一: the rank's period is those eight years."""
        streak = self.streak
        if streak is None or streak.unit != "年" or item.start - streak.stop > 14:
            return when
        if not 1 <= streak.value <= _LONGEST_STREAK:
            return when
        published = self.context.published.year
        last = published - 1
        stated = when is not None and when.explicit
        if when is not None and when.period and (stated or int(when.period[:4]) < published):
            last = int(when.period.rpartition("/")[2][:4])
        return When(f"{last - int(streak.value) + 1}/{last}")

    def _follows_streak(self, item: Quantity) -> bool:
        """Whether a value is what was passed in each year of a streak (连续3年超过1.3万)."""
        if self.streak is None or self.context.section:
            return False  # a review of years states the last one
        gap = item.start - self.streak.stop
        return 0 <= gap <= len("稳定保持在") and self.normal[item.start - 1] in "过超破在"

    def period(
        self,
        item: Quantity,
        claim: Claim,
        figure: Figure,
        when: When | None,
        last: Observation | None,
    ) -> str | None:
        """The period of one figure.

        Args:
            item: its quantity.
            claim: what its phrase states.
            figure: its name, basis and status, and where its clause starts.
            when: the time of the phrase.
            last: the figure before, if there is one.
        """
        name, base = figure.name, figure.base
        if claim.measure is Measure.RANK or self._follows_streak(item):
            when = self._streaked(item, when)
        counted = last is not None and last.indicator == name and last.measure is Measure.LEVEL
        if counted and last is not None and when is not None:
            if when.plan and claim.measure is Measure.SHARE:
                return last.period  # a share of what was counted over the plan
            stood = last.period is not None and last.period == closing_day(last.period)
            if when.instant and stood and claim.measure is Measure.GROWTH:
                return last.period  # the growth of a stock is that of the day it was counted
        deed = claim.action or opening_action(name)[0]
        setting = Setting(
            counted=item.kind in _COUNTS or bool(deed),
            acted=bool(deed) and not deed.startswith(("累计", "建成", "拥有")),
            compared=base not in {None, "yoy", "cagr"},
            plan_compared=base is not None and base[4:5] == "/",
            summed=when is not None and when.plan and self._summed(figure.clause, item.start),
            here=self.here,
            actual=figure.status is Status.ACTUAL,
            published=self.context.published.isoformat(),
        )
        return placed(when, claim, name, setting)

    def _summed(self, clause: int, start: int) -> bool:
        """Whether a clause says before a numeral that it is a sum or an average of a span."""
        return _SUMMED.search(self.normal, max(clause, start - _FAR), start) is not None


def _is_vague(words: str) -> bool:
    """Whether words of time name years that nobody dates (十年来, 近年)."""
    likely = words[-1] in "来间" or words[0] == "近"  # few words of time end or begin so
    return likely and _VAGUE.search(words) is not None


def _is_span(when: When) -> bool:
    """Whether a time is a year or months, so that a rise within it starts on its eve."""
    return when.period is not None and not (
        when.instant or when.now or when.plan or when.period[4:5] == "/"
    )
