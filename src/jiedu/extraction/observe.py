"""A release's sentences → its observations, in one pass from top to bottom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Self

from jiedu.extraction.bases import basis
from jiedu.extraction.confidence import confidence
from jiedu.extraction.context import Context
from jiedu.extraction.home import home_of, is_elsewhere
from jiedu.extraction.identity import NOTHING, known
from jiedu.extraction.lexemes import pattern
from jiedu.extraction.measures import Claim, judge, signed
from jiedu.extraction.moods import moody, status_of
from jiedu.extraction.names import clean_name, opening_action, topic_of, untimed
from jiedu.extraction.naming import names_of
from jiedu.extraction.phrases import Phrase, phrases
from jiedu.extraction.placing import Setting, placed
from jiedu.extraction.sections import enter_sentence, enter_turn, open_report
from jiedu.extraction.sieve import refused, unwanted
from jiedu.extraction.tails import read_tail
from jiedu.extraction.times import Timed, classify, opening_word, said
from jiedu.lexicon import Stretch, When, closing_day, normalise, numeral_value, scan, span_before
from jiedu.model import Bound, Decision, Measure, Observation, Role, Span, Status
from jiedu.model.token import Quantity, TimeWord, UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.model import Release, Structure, Turn

_SUMMED = pattern("observe.summed")
_RATE = pattern("observe.rate")
_GOES_ON = pattern("observe.goes_on")
_TIMELESS = pattern("observe.timeless")
_INSTANT = pattern("observe.instant")
_ASPECT = pattern("naming.aspect")
_AFTERWARDS = pattern("moods.afterwards")
_CAGR = pattern("bases.cagr")
_VAGUE = pattern("observe.vague")
_YEARS_COUNTED = pattern("observe.years_counted")
_DATED = pattern("observe.dated")
_PRESENT = frozenset({"目前", "截至目前", "当前"})
_FLOWS = frozenset({Measure.GROWTH, Measure.LEVEL_CHANGE, Measure.SHARE_CHANGE})
_COUNTS = (UnitKind.COUNT, UnitKind.NONE)
_LOCAL = frozenset({"cagr", "mom", "qoq"})  # bases that hold for their sentence
_CROWD = 96  # quantities in one sentence; a real one holds fewer
_FAR = 240  # how far back a word may still bear on a figure, in characters
_LONGEST_STREAK = 100  # years in a row; more of them are no span of years
_HEAD = 14  # how far into a sentence a word of time still opens it


def observe(release: Release, structure: Structure) -> tuple[Observation, ...]:
    """Read the figures of a release.

    Args:
        release: the document; its published date fixes relative periods.
        structure: its turns, points and sentences.

    Returns:
        The observations in the order of the text; spans count code points of its text.
    """
    return tuple(Reader(release, structure).run().found)


class Reader:
    """One release's extraction; holds the tokens and the running context."""

    def __init__(self, release: Release, structure: Structure) -> None:
        self.release = release
        self.structure = structure
        self.normal = normalise(release.text)
        tokens = scan(self.normal)
        self.quantities = tokens.quantities
        self.times = tokens.times
        self.context = Context(release.published)
        self.published = release.published.isoformat()
        self.turn_starts = [turn.span.start for turn in structure.turns]
        self.point_starts = {point.span.start for point in structure.points}
        self.turn: Turn | None = None
        self.line_end = -1
        self.streak: Quantity | None = None
        self.found: list[Observation] = []
        self.refused: list[Stretch] = []
        self.last = NOTHING
        self.home = release.region or home_of(release.title)
        open_report(self.context, release.title, self.normal)
        self.untimed: list[int] = []
        self.timed = self.line_timed = False
        self.line_now: When | None = None

    def run(self) -> Self:
        """Read the whole release; ``found`` and ``refused`` then hold what became of it."""
        quantities, moments = self.quantities, self.times
        number = moment = 0
        for sentence in self.structure.sentences:
            first, first_time = number, moment
            end = sentence.end
            while number < len(quantities) and quantities[number].start < end:
                number += 1
            while moment < len(moments) and moments[moment].start < end:
                moment += 1
            self._enter(sentence)
            times = moments[first_time:moment]
            found = [item for item in quantities[first:number] if self._may_count(item)]
            if found:
                self._sentence(sentence, found, times)
                self.context.topic = ""
            else:
                self._silent(sentence, times)
        return self

    def keep(self, observation: Observation) -> None:
        """Take an observation; a headline without a time takes it from the text below it."""
        heading = self._stands_in(Role.HEADING)
        if heading and not self.timed:
            self.untimed.append(len(self.found))
        elif self.untimed and not heading:
            self._time_headlines(observation)
        self.found.append(observation)

    def _time_headlines(self, observation: Observation) -> None:
        waiting = []
        for index in self.untimed:
            headline = self.found[index]
            same = headline.measure is observation.measure and headline.unit == observation.unit
            if same and observation.status is headline.status:
                self.found[index] = replace(headline, period=observation.period)
            else:
                waiting.append(index)
        self.untimed = waiting

    # -- where in the release we are ------------------------------------------------------

    def _stands_in(self, *roles: Role) -> bool:
        return self.turn is not None and self.turn.role in roles

    def _enter(self, sentence: Span) -> None:
        context = self.context
        at = bisect_right(self.turn_starts, sentence.end - 1) - 1
        turn = self.structure.turns[at] if at >= 0 else None
        if turn is not self.turn:
            self.turn = turn
            enter_turn(context, turn)
        if self.normal[sentence.start - 1 : sentence.start] not in {"；", ";"}:
            context.group = sentence.start
            context.rises = False
            if context.basis in _LOCAL:
                context.basis = None
        opens_line = sentence.start > self.line_end
        if opens_line:
            context.line_agenda = self.line_timed = False
            self.line_now = None
            end = self.normal.find("\n", sentence.start)
            self.line_end = end if end >= 0 else len(self.normal)
        text = self.normal[sentence.start : sentence.end]
        point = sentence.start in self.point_starts
        enter_sentence(context, turn, text, point=point, line=opens_line)

    def _silent(self, sentence: Span, times: list[TimeWord]) -> None:
        """A sentence without a figure still sets the time and the subject it opens with."""
        short = sentence.end - sentence.start <= _HEAD + 2
        self.context.topic = topic_of(sentence.of(self.normal)) if short else ""
        if not times:
            return
        for word in times:
            self._remember_today(self.context.resolve(word.words))
        first, reported = opening_word(self.normal, times, self.context)
        if first is None:
            return
        question = self._stands_in(Role.QUESTION)
        near = reported or first.start - sentence.start <= _HEAD
        opens = near or self._stands_in(Role.HEADING)
        when = self.context.resolve(first.words)
        self.context.plan_on(when)
        if not (opens or question) or _DATED.search(first.words):
            return
        if when.now and not (question and first.words in _PRESENT):
            self.line_now = self.line_now or when
            return
        self.context.speak_of(when)
        self.line_timed = True
        if when.period and self._stands_in(Role.QUESTION, Role.ANSWER):
            self.context.default = when

    def _remember_today(self, when: When) -> None:
        if when.now and self.context.fallback is None:
            self.context.fallback = when

    # -- one sentence ------------------------------------------------------------------

    def _sentence(self, sentence: Span, found: list[Quantity], times: list[TimeWord]) -> None:
        timed = classify(self.normal, times, self.context)
        about = _ASPECT.match(self.normal, sentence.start, sentence.end)
        self.context.moody = moody(self.normal, sentence)
        self.context.aspect = clean_name(about["aspect"]) if about else ""
        for item in timed:
            self._remember_today(item.when)
        starts = [item.word.start for item in timed]
        for part in _parts(sentence, found):
            low, high = (bisect_left(starts, place) for place in (part.span.start, part.span.end))
            near = timed[low:high]
            words = [item.word for item in near]
            for phrase in phrases(self.normal, part.span, part.items, words):
                self._phrase(sentence, phrase, near)
        whole = said(timed, self.normal, found[-1].start)
        aimed = self.context.expected[0] == self.context.group and not self.context.agenda
        if whole is not None and not aimed:
            self.context.speak_of(whole)
            self.line_timed = True

    def _phrase(self, sentence: Span, phrase: Phrase, timed: list[Timed]) -> None:
        context = self.context
        first = phrase.items[0]
        if first.kind is UnitKind.STREAK:
            self.streak = first
        if why := unwanted(self.normal, phrase):
            self._refuse(phrase, why)
            self._mention(phrase)
            return
        claim = judge(phrase, context)
        names, naming = names_of(phrase, claim, context)
        if not names:
            self._refuse(phrase, Decision.UNNAMED)
            return
        when, timing = self._when(sentence, phrase, claim, timed)
        when = self._averaged(phrase, claim, when)
        status = status_of(self.normal, sentence, phrase, when, context, origin=claim.origin)
        when = self._so_far(when, status)
        if when is not None and when.now and status is not Status.ACTUAL and not self.timed:
            when = None  # what will be is not of the day that tells of it
        bases = basis(phrase, claim, timed, when.period if when else None, context)
        context.said(names, claim.measure, claim.action, bases[0])
        rule = f"{claim.rule} / {naming} / {timing}"
        closing = phrase.items[-1].bound if not phrase.ranged else None
        for index, item in enumerate(phrase.items):
            name = names[index] if len(names) == len(phrase.items) else names[0]
            base = bases[index] if len(bases) == len(phrase.items) else bases[-1]
            period = self._period(item, claim, name, when, base, status, phrase.clause)
            end = (Bound.AT_LEAST, Bound.AT_MOST)[index] if phrase.ranged else None
            if closing is Bound.ABOUT and item.bound is None:
                end = closing  # 4.5%、5.5%左右: said once for all
            self.keep(
                self._observation(sentence, item, claim, name, period, base, status, end, rule)
            )

    def _may_count(self, item: Quantity) -> bool:
        why = refused(self.normal, item)
        if why is not None:
            self.refused.append(Stretch(item.start, item.stop, why))
        return why is None

    def _refuse(self, phrase: Phrase, why: Decision) -> None:
        self.refused += [Stretch(item.start, item.stop, why) for item in phrase.items]

    def _mention(self, phrase: Phrase) -> None:
        """Keep the subject of a phrase that is no observation, for the clauses after it."""
        subject = clean_name(untimed(read_tail(phrase.left).subject))
        if 2 <= len(subject) <= 24 and not self.normal[phrase.start : phrase.start + 1].isdigit():
            self.context.names = (subject,)

    # -- slots -----------------------------------------------------------------------------

    def _when(
        self, sentence: Span, phrase: Phrase, claim: Claim, timed: list[Timed]
    ) -> tuple[When | None, str]:
        """The time of a phrase, and where it was said; none where it is timeless."""
        context = self.context
        start = phrase.items[0].start
        when = said(timed, self.normal, start, origin=claim.origin)
        self.timed = when is not None
        if when is not None:
            if when.now and self._goes_on_yearly(phrase, claim):
                return None, "timeless"
            if claim.origin and _is_span(when) and not any(t.origin for t in timed):
                return When(span_before(when.period or "")), "eve"
            return when, "now" if when.now else "said"
        if claim.origin and context.period is not None and context.period.period:
            return When(span_before(context.period.period)), "eve"
        near = [t for t in timed if phrase.clause - 2 <= t.word.end <= start]
        if lasting := [t.word.words for t in near if _VAGUE.search(t.word.words)]:
            # 十年来已建成…: what there is after them
            return self._over_years(lasting[-1], phrase, claim), "vague"
        clause = self.normal[max(phrase.clause, start - _FAR) : start]
        before = self.normal[max(sentence.start, start - _FAR) : start]
        if _INSTANT.search(before) or _AFTERWARDS.search(before):
            return None, "timeless"
        if _TIMELESS.search(clause) and claim.measure is not Measure.GROWTH:
            return None, "timeless"
        return self._carried(phrase, start)

    def _carried(self, phrase: Phrase, start: int) -> tuple[When | None, str]:
        """The time of a phrase that says none: the section's, the line's, or the one before."""
        context = self.context
        if context.agenda and context.period is None:
            return None, "plan"
        vague = context.period is None or context.period.now or not self.line_timed
        clause = max(phrase.clause, start - _FAR)
        if vague and not context.section and _RATE.search(self.normal, clause, start):
            return None, "rate"
        if context.period is None:
            today = None if self._stands_in(Role.HEADING) else context.resolve("目前")
            return context.fallback or today, "untimed"
        if context.section:
            return context.period, "section"
        if self.line_now is not None and not self.line_timed:
            return self.line_now, "now above"
        if self.line_timed:
            return context.period, "inherited"
        if self._is_past(context.period):
            return context.resolve("目前"), "long past above"
        return context.period, "inherited from above"

    def _is_past(self, when: When) -> bool:
        """Whether a time lies too far back for a new paragraph to go on with it."""
        last = int((when.period or "9999").rpartition("/")[2][:4])
        return last < self.release.published.year - 1

    def _over_years(self, words: str, phrase: Phrase, claim: Claim) -> When | None:
        """十年来: today for what there is after them, the full years for what they came to."""
        years = _YEARS_COUNTED.match(words)
        if years is None:
            return None
        start = phrase.items[0].start
        flow = claim.measure in _FLOWS or self._summed(phrase.clause, start)
        if not flow:
            return self.context.resolve("目前")
        count, last = int(numeral_value(years["years"])), self.release.published.year - 1
        return When(f"{last - count + 1}/{last}") if count > 1 else When(str(last))

    def _goes_on_yearly(self, phrase: Phrase, claim: Claim) -> bool:
        """Whether a figure is what something brings each year from now on, and has no time."""
        if claim.measure is Measure.GROWTH:
            return False
        start = phrase.items[0].start
        if _TIMELESS.search(self.normal, max(phrase.clause, start - _FAR), start):
            return True
        last = self.found[-1] if self.found else None
        follows = last is not None and last.period is None and last.rule.endswith("timeless")
        return follows and _GOES_ON.match(self.normal, phrase.clause) is not None

    def _averaged(self, phrase: Phrase, claim: Claim, when: When | None) -> When | None:
        """A growth a year is that of a span of years: of the plan, where only a moment is said."""
        plan = self.context.plan
        if plan is None or claim.measure is not Measure.GROWTH or when is None:
            return when
        if when.period is None or when.plan or when.period[4:5] == "/":
            return when
        moment = when.now or (when.explicit and len(when.period) == 4 and not self.timed)
        return plan if moment and _CAGR.search(phrase.left) else when

    def _so_far(self, when: When | None, status: Status) -> When | None:
        """今年 in a fact is the year so far, as 今年以来 is, until the year is nearly over."""
        published = self.release.published
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
        published = self.release.published.year
        last = published - 1
        if when is not None and when.period and int(when.period[:4]) < published:
            last = int(when.period.rpartition("/")[2][:4])
        return When(f"{last - int(streak.value) + 1}/{last}")

    def _period(
        self,
        item: Quantity,
        claim: Claim,
        name: str,
        when: When | None,
        base: str | None,
        status: Status,
        clause: int,
    ) -> str | None:
        if claim.measure is Measure.RANK:
            when = self._streaked(item, when)
        if when is not None and when.plan and claim.measure is Measure.SHARE and self.found:
            last = self.found[-1]
            if last.indicator == name and last.measure is Measure.LEVEL:
                return last.period  # a share of what was counted over the plan
        if claim.measure is Measure.GROWTH and when is not None and when.instant and self.found:
            last = self.found[-1]
            stood = last.period is not None and last.period == closing_day(last.period)
            if stood and last.indicator == name and last.measure is Measure.LEVEL:
                return last.period  # the growth of a stock is that of the day it was counted
        deed = claim.action or opening_action(name)[0]
        setting = Setting(
            counted=item.kind in _COUNTS or bool(deed),
            acted=bool(deed) and not deed.startswith(("累计", "建成", "拥有")),
            compared=base not in {None, "yoy", "cagr"},
            plan_compared=base is not None and base[4:5] == "/",
            summed=when is not None and when.plan and self._summed(clause, item.start),
            here=self.timed,
            actual=status is Status.ACTUAL,
            published=self.published,
        )
        return placed(when, claim, name, setting)

    def _summed(self, clause: int, start: int) -> bool:
        """Whether a clause says before a numeral that it is a sum or an average of a span."""
        return _SUMMED.search(self.normal, max(clause, start - _FAR), start) is not None

    def _observation(
        self,
        sentence: Span,
        item: Quantity,
        claim: Claim,
        name: str,
        period: str | None,
        base: str | None,
        status: Status,
        bound: Bound | None,
        rule: str,
    ) -> Observation:
        unit = "" if claim.measure is Measure.RANK else "%" if claim.multiple else item.unit
        region = self.home
        if region is not None and self.release.region is None:
            region = None if is_elsewhere(self.normal, sentence.start, item.start) else region
        known_as = known(name, unit, claim.measure, region, self.context.group, self.last)
        self.last = known_as
        sure = known_as.id is not None
        return Observation(
            span=Span(item.start, item.end),
            indicator=name,
            measure=claim.measure,
            value=signed(item.value, claim),
            unit=unit,
            bound=bound or _bound(item.bound, claim.tail.bound),
            period=period,
            basis=base,
            status=status,
            text=self.release.text[item.start : item.stop],
            sentence=sentence,
            speaker=self.turn.speaker if self.turn else None,
            region=known_as.region,
            indicator_id=known_as.id,
            confidence=confidence(rule, name, status, known=sure, timeless=period is None),
            rule=rule,
        )


def _is_span(when: When) -> bool:
    """Whether a time is a year or months, so that a rise within it starts on its eve."""
    return when.period is not None and not (
        when.instant or when.now or when.plan or when.period[4:5] == "/"
    )


class _Part(NamedTuple):
    """A stretch of a sentence with a bounded number of quantities."""

    span: Span
    items: list[Quantity]


def _parts(sentence: Span, found: list[Quantity]) -> Iterator[_Part]:
    """Cut an overlong sentence, so that the work stays linear in its length."""
    begin = sentence.start
    for at in range(0, len(found), _CROWD):
        items = found[at : at + _CROWD]
        last = at + _CROWD >= len(found)
        end = sentence.end if last else found[at + _CROWD].start
        yield _Part(Span(begin, end), items)
        begin = items[-1].stop


def _bound(after: Bound | None, before: Bound | None) -> Bound:
    """The bound said on both sides of a numeral: 近370多万 is about, else the nearer one wins."""
    if before is Bound.BELOW and after is Bound.ABOVE:
        return Bound.ABOUT
    return after or before or Bound.EXACT
