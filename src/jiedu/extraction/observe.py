"""A release's sentences → its observations, in one pass from top to bottom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Self

from jiedu.extraction.bases import basis, viewed
from jiedu.extraction.confidence import confidence
from jiedu.extraction.context import Context
from jiedu.extraction.home import home_of, is_elsewhere, is_wider, reported_on
from jiedu.extraction.identity import NOTHING, known
from jiedu.extraction.lexemes import pattern
from jiedu.extraction.measures import Claim, judge, rose, signed
from jiedu.extraction.moods import moody, status_of
from jiedu.extraction.names import clean_name, topic_of, untimed
from jiedu.extraction.naming import names_of
from jiedu.extraction.phrases import Phrase, phrases
from jiedu.extraction.sections import enter_sentence, enter_turn, is_byline, open_report
from jiedu.extraction.sieve import refused, unwanted
from jiedu.extraction.tails import read_tail
from jiedu.extraction.times import Timed, classify, opening_word, said
from jiedu.extraction.timing import Figure, Timing
from jiedu.lexicon import Stretch, When, normalise, scan
from jiedu.model import Bound, Decision, Hint, Measure, Observation, Role, Span, Status
from jiedu.model.token import Quantity, TimeWord, UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jiedu.model import Release, Structure, Turn

_ASPECT = pattern("naming.aspect")
_DATED = pattern("observe.dated")
_TRADE = ("trade.goods", "trade.with/", "trade.value/")
_PRESENT = frozenset({"目前", "截至目前", "当前"})
_NO_HINT = Hint()
_POINTED = "pointed at"
_JOINT = "one name for several"  # such a figure is of a part, so that no id of the whole is right
_LOCAL = frozenset({"cagr", "mom", "qoq"})  # bases that hold for their sentence
_CROWD = 96  # quantities in one sentence; a real one holds fewer
_HEAD = 14  # how far into a sentence a word of time still opens it


def observe(
    release: Release, structure: Structure, hints: Mapping[int, Hint] | None = None
) -> tuple[Observation, ...]:
    """Read the figures of a release.

    Args:
        release: the document; its published date fixes relative periods.
        structure: its turns, points and sentences.
        hints: for numerals by their starts, words that fill slots the grammar leaves empty;
            slots that it finds itself are not touched, but figures behind a hint may lean on it.

    Returns:
        The observations in the order of the text; spans count code points of its text.
    """
    return tuple(Reader(release, structure, hints).run().found)


class Reader:
    """One release's extraction; holds the tokens and the running context."""

    def __init__(
        self, release: Release, structure: Structure, hints: Mapping[int, Hint] | None = None
    ) -> None:
        self.release = release
        self.hints = hints or {}
        self.structure = structure
        self.normal = normalise(release.text)
        tokens = scan(self.normal)
        self.quantities = tokens.quantities
        self.times = tokens.times
        self.context = Context(release.published)
        self.turn_starts = [turn.span.start for turn in structure.turns]
        self.point_starts = {point.span.start for point in structure.points}
        self.turn: Turn | None = None
        self.line_end = -1
        self.found: list[Observation] = []
        self.refused: list[Stretch] = []
        self.planned: set[int] = set()
        self.last = NOTHING
        self.home = release.region or home_of(release.title)
        self.line_home: str | None = None
        open_report(self.context, release.title, self.normal)
        self.untimed: list[int] = []
        self.timing = Timing(self.normal, self.context)

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
            if is_byline(sentence.of(self.normal), sentence.start, self.context.published):
                continue
            self._enter(sentence)
            times = moments[first_time:moment]
            # a numeral may go on behind the place where a sentence without a pause was cut
            whole = [item for item in quantities[first:number] if item.end <= end]
            found = [item for item in whole if self._may_count(item)]
            if found:
                self._sentence(sentence, found, times)
                self.context.topic = ""
            else:
                self._silent(sentence, times)
        return self

    def keep(self, observation: Observation) -> None:
        """Take an observation; a headline without a time takes it from the text below it."""
        heading = self._stands_in(Role.HEADING)
        if heading and not self.timing.here:
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
            self.timing.heading = self._stands_in(Role.HEADING)
            enter_turn(context, turn)
        if self.normal[sentence.start - 1 : sentence.start] not in {"；", ";"}:
            context.group = sentence.start
            context.rises = False
            if context.basis in _LOCAL:
                context.basis = None
        opens_line = sentence.start > self.line_end
        if opens_line:
            context.line_agenda = False
            context.viewed = None
            self.timing.enter_line()
            end = self.normal.find("\n", sentence.start)
            self.line_end = end if end >= 0 else len(self.normal)
            self.line_home = reported_on(self.normal, sentence.start, self.line_end)
        text = self.normal[sentence.start : sentence.end]
        point = sentence.start in self.point_starts
        enter_sentence(context, turn, text, point=point, line=opens_line)
        if context.planned:
            self.planned.add(sentence.start)

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
            self.timing.line_now = self.timing.line_now or when
            return
        self.context.speak_of(when)
        self.timing.line_timed = True
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
        past = whole is not None and (whole.period or "") < str(self.context.published.year)
        if whole is not None and (past or not aimed):
            self.context.speak_of(whole)
            self.timing.line_timed = True

    def _phrase(self, sentence: Span, phrase: Phrase, timed: list[Timed]) -> None:
        context = self.context
        first = phrase.items[0]
        if first.kind is UnitKind.STREAK:
            self.timing.streak = first
        if why := unwanted(self.normal, phrase):
            self._refuse(phrase, why)
            self._mention(phrase)
            return
        context.viewed = viewed(self.normal, sentence, first.start) or context.viewed
        hint = self._hint(phrase) if self.hints else _NO_HINT
        claim = judge(phrase, context)
        names, naming = names_of(phrase, claim, context)
        if not names and hint.name:  # as if the words stood before the numeral
            phrase = phrase._replace(left=hint.name + phrase.left)
            claim = judge(phrase, context)
            names, naming = names_of(phrase, claim, context).names, _POINTED
        if not names:
            self._refuse(phrase, Decision.UNNAMED)
            return
        timing, last = self.timing, self.found[-1] if self.found else None
        when, told = timing.when(sentence, phrase, claim, timed, last)
        if hint.time and (when is None or when.period is None):
            when, told = context.resolve(hint.time), _POINTED
        when = timing.averaged(phrase, claim, when)
        status = status_of(self.normal, sentence, phrase, when, context, origin=claim.origin)
        when = timing.settled(when, status)
        period = when.period if when else None
        bases = basis(phrase, claim, timed, period, context)
        if hint.base and bases == (None,):  # as if it stood before the numeral
            close = phrase._replace(left=phrase.left + hint.base)
            bases = basis(close, claim, timed, period, context)
        context.said(names, claim.measure, claim.action, bases[0])
        context.rose = rose(phrase, claim)
        whens = timing.each(phrase, claim, timed) if len(names) == 1 else []
        joint = not whens and _is_joint(phrase, names, bases)
        rule = f"{claim.rule} / {_JOINT if joint else naming} / {told}"
        closing = phrase.items[-1].bound if not phrase.ranged else None
        for index, item in enumerate(phrase.items):
            name = names[index] if len(names) == len(phrase.items) else names[0]
            base = bases[index] if len(bases) == len(phrase.items) else bases[-1]
            figure = Figure(name, base, status, phrase.clause)
            last = self.found[-1] if self.found else None
            moment = whens[index] if whens else when
            period = timing.period(item, claim, figure, moment, last)
            if claim.origin and period is not None:
                context.started = (context.group, period)
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

    def _hint(self, phrase: Phrase) -> Hint:
        """The words that were pointed at for any of a phrase's numerals."""
        given = (self.hints[item.start] for item in phrase.items if item.start in self.hints)
        return next(given, _NO_HINT)

    def _refuse(self, phrase: Phrase, why: Decision) -> None:
        self.refused += [Stretch(item.start, item.stop, why) for item in phrase.items]

    def _mention(self, phrase: Phrase) -> None:
        """Keep the subject of a phrase that is no observation, for the clauses after it."""
        subject = clean_name(untimed(read_tail(phrase.left).subject))
        if 2 <= len(subject) <= 24 and not self.normal[phrase.start : phrase.start + 1].isdigit():
            self.context.names = (subject,)

    # -- slots -----------------------------------------------------------------------------

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
        if known_as.region is None and self.line_home is not None:
            known_as = known_as._replace(region=self._customs_region(known_as.id, sentence, item))
        if f" / {_JOINT} / " in rule:
            known_as = known_as._replace(id=None)
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

    def _customs_region(self, known_id: str | None, sentence: Span, item: Quantity) -> str | None:
        """The province whose customs report a trade, unless it is said to be a wider one's."""
        if known_id is None or not known_id.startswith(_TRADE):
            return None
        return None if is_wider(self.normal, sentence.start, item.start) else self.line_home


def _is_joint(phrase: Phrase, names: tuple[str, ...], bases: tuple[str | None, ...]) -> bool:
    """Whether several values were given out (分别) to things that could not be told apart."""
    several = len(phrase.items) > 1 and not phrase.ranged and len(set(bases)) == 1
    return several and len(set(names)) == 1 and "分别" in phrase.left


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
