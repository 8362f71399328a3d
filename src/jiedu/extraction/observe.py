"""A release's sentences → its observations, in one pass from top to bottom."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from jiedu.extraction.context import Context
from jiedu.extraction.lexemes import alternatives, words
from jiedu.extraction.measures import Claim, judge, signed
from jiedu.extraction.names import clean_name, coordinates, opening_action
from jiedu.extraction.phrases import Phrase, phrases
from jiedu.extraction.tails import read_tail
from jiedu.extraction.times import Setting, Timed, basis, classify, placed, said
from jiedu.lexicon import When, normalise, scan
from jiedu.model import Bound, Measure, Observation, Role, Span, Status
from jiedu.model.token import Quantity, TimeWord, UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.model import Release, Structure, Turn

_STATUS = words()["status"]
_AGENDA = re.compile(alternatives(_STATUS["agenda"]))
_REVIEW = re.compile(alternatives(_STATUS["review"]))
_FORECAST = re.compile(alternatives(_STATUS["forecast"]))
_TARGET = re.compile(
    r"力争|争取(?!了)|(?:^|[，,年]|我国|还|均|各地)计划|计划(?:于|到|完成|新|建|在|投|实施|安排|开|总投资|用|通过|培育|推)"
    r"|(?<!虚)(?<!模)拟(?!合|人)|目标(?:是|为|[:：])|将(?!军|近|来|\d)|推动不|按[^,，]{0,12}安排"
    r"|努力(?:实现|达到|争取|完成)|确保|提出到|要(?:在|把|达到|实现|建)"
)
_COUNTABLE = frozenset({UnitKind.COUNT, UnitKind.NONE, UnitKind.AMOUNT})
_ATTRIBUTES = frozenset(words()["attributes"])
_MODIFIERS = frozenset(words()["modifiers"])
_BARE = frozenset(words()["bare"])
_LISTED = re.compile(r"(?:等|的|以及|中|有|已|共|了)$")
_EACH = re.compile(r"均|双双|都")
_INDEX = re.compile(r"(?:指数|系数|景气度|PMI|评分|得分)[^,，]{0,6}$")
_INSTANT = re.compile(r"[一每1]秒钟?[,，，里]")
_TIMELESS = re.compile(r"每年可|每年能|每年将|预计每年|[成产车运]后[,，]?(?:可|将|预计|每)")
_DEED = re.compile(
    r"达到|入选|入围|获|跻身|进入|实现|完成|探索|建设|开工|投产|投用|签署|签约|参与|参加|成立|联合|帮扶|保持|上榜|上市|通过|列入|纳入|接入|启用|增长|下降|出现|开展|创建|建成|落地|受益"
)
_SECTION_TIME = re.compile(
    r"“?十[三四五六]五”?(?:时期)?|(?:19|20)\d\d年|今年|过去五年|过去一年|去年"
)
_OPENER = re.compile(
    r"(?:各位代表[，,！!])?(?:回首|回望|回顾)?(?:刚刚)?(?:过去的)?"
    r"(?P<time>过去五年|五年来|这五年|过去一年|一年来|20\d\d年(?=[，,是全我习很])|“十[四五]五”(?:时期|期间)(?=[，,是我]))"
)
_FIVE_YEARS = re.compile(
    r"(?:——)?(?:各位代表[，,！!])?(?:这五年|五年来|这是[^，,。]{4,24}的五年|回[望首顾][^。]{0,16}五年"
    r"|20\d\d年[^。]{0,16}“十四五”[^。]{0,6}收官|“十四五”时期[^。]{0,40}五年)"
)
_NUMBERED = re.compile(r"[(（]?[一二三四五六七八九十]+[)）、.]|——|\d+[.、]")
_AFTERWARDS = re.compile(r"(?:建成|通车|投产|达产|投运|投用|完工|竣工|全部建成|建成投产|建成投运)后[,，]?")
_WILL_BE = re.compile(r"将(?:首次|再次|有望)?(?:突破|达|超|占|接近|增长|下降|增至|升至|缩短|有(?!力|序|效))|从[^,，]*将")
_DONE = re.compile(r"已(?!于)|了(?!解)|累计|完成了|同比(?!下)|超额|目标任务的|计划的")


def observe(release: Release, structure: Structure) -> tuple[Observation, ...]:
    """Read the figures of a release.

    Args:
        release: the document; its published date fixes relative periods.
        structure: its turns, points and sentences.

    Returns:
        The observations in the order of the text; spans count code points of its text.
    """
    reader = _Reader(release, structure)
    for observation in reader.read():
        reader.keep(observation)
    return tuple(reader.found)


_TOPIC = re.compile(
    r"(?P<topic>[^,，]{2,24}?)(?:增势|增长(?!极|点)|下降|回升|保持|持续|稳步|不断|快速|呈|表现|稳中|平稳|大幅|明显|加快|再创|创|逐步|进一步|发展较|活跃|旺盛|好转|改善|回落|较快|韧性)"
)


@lru_cache(maxsize=4096)
def _topic(prior: str) -> str:
    """The subject of a clause without a figure: 第一产业用电量增长较快."""
    found = _TOPIC.match(prior)
    topic = clean_name(found["topic"]) if found else ""
    return topic if len(topic) > 2 else ""


class _Reader:
    """One release's extraction; holds the tokens and the running context."""

    def __init__(self, release: Release, structure: Structure) -> None:
        self.release = release
        self.structure = structure
        self.normal = normalise(release.text)
        tokens = scan(self.normal)
        self.quantities = tokens.quantities
        self.times = tokens.times
        self.context = Context(release.published)
        self.turns = list(structure.turns)
        self.turn_starts = [turn.span.start for turn in self.turns]
        self.point_starts = {point.span.start for point in structure.points}
        self.turn: Turn | None = None
        self.line_end = -1
        self.clause_end = -1
        self.streak: Quantity | None = None
        self.found: list[Observation] = []
        self.untimed: list[int] = []
        self.planned = -1
        self.timed = False
        self.expected = (-1, Status.ACTUAL)

    def read(self) -> Iterator[Observation]:
        number = moment = 0
        for sentence in self.structure.sentences:
            first, first_time = number, moment
            while number < len(self.quantities) and self.quantities[number].start < sentence.end:
                number += 1
            while moment < len(self.times) and self.times[moment].start < sentence.end:
                moment += 1
            self._enter(sentence)
            found = self.quantities[first:number]
            times = self.times[first_time:moment]
            if found:
                yield from self._sentence(sentence, found, times)
                self.context.topic = ""
            else:
                self._silent(sentence, times)
                self.context.topic = self._spoken_of(sentence)

    def keep(self, observation: Observation) -> None:
        """Take an observation; a headline without a time takes it from the text below it."""
        heading = self.turn is not None and self.turn.role is Role.HEADING
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

    def _enter(self, sentence: Span) -> None:
        at = bisect_right(self.turn_starts, sentence.start) - 1
        turn = self.turns[at] if at >= 0 else None
        context = self.context
        if turn is not self.turn:
            self._enter_turn(turn)
        if sentence.start > self.line_end:
            context.line_agenda = False
            end = self.normal.find("\n", sentence.start)
            self.line_end = end if end >= 0 else len(self.normal)
        text = self.normal[sentence.start : sentence.end]
        if turn is not None and turn.role is Role.HEADING:
            self._heading(text)
        elif "下一步" in text[:12] or "接下来" in text[:8] or "下阶段" in text[:8]:
            self._plan_ahead(turn)
        elif "预期目标" in text or "主要目标是" in text or "发展目标是" in text:
            context.line_agenda = True
        if context.section:
            self._open_section(text)
        if context.default is not None and (
            context.section or context.agenda or sentence.start in self.point_starts
        ):
            context.period = context.default

    def _enter_turn(self, turn: Turn | None) -> None:
        context = self.context
        self.turn = turn
        if turn is None or turn.role is Role.HEADING:
            return
        if turn.role is Role.QUESTION:
            context.agenda = False
            context.default = context.period = None
        elif turn.role is Role.ANSWER:
            context.agenda = False

    def _heading(self, text: str) -> None:
        context = self.context
        if not _NUMBERED.match(text):
            context.new_topic()
        review = bool(_REVIEW.search(text))
        if review or _AGENDA.search(text):
            self._begin_section(text, review=review)

    def _begin_section(self, text: str, *, review: bool) -> None:
        """A heading that opens a report's review or its plans sets the time of all below."""
        context = self.context
        found = _SECTION_TIME.search(text)
        when = context.resolve(found.group()) if found else None
        if when is None and not review:
            when = When(str(self.release.published.year))
        context.agenda = not review
        context.section = when is not None
        context.default = context.period = when

    def _open_section(self, text: str) -> None:
        """五年来, 过去一年 at the head of a sentence: the review turns to another span."""
        found = _OPENER.match(text)
        if found is not None:
            when = self.context.resolve(found["time"])
        elif _FIVE_YEARS.match(text):
            when = self.context.resolve("五年来")
        else:
            return
        if when.period is None:
            return
        self.context.default = self.context.period = when
        if self._ahead(when.period) or when.period[:4] == str(self.release.published.year):
            self.context.agenda = True

    def _plan_ahead(self, turn: Turn | None) -> None:
        context = self.context
        if turn is not None and turn.role is Role.ANSWER:
            context.agenda = True
            context.period = context.default = None
        else:
            context.line_agenda = True

    def _silent(self, sentence: Span, times: list[TimeWord]) -> None:
        """A sentence without a figure still sets the time where it opens with one."""
        context = self.context
        if not times:
            return
        first = times[0]
        for word in times:
            when = context.resolve(word.words)
            if when.now and context.fallback is None:
                context.fallback = when
        heading = self.turn is not None and self.turn.role is Role.HEADING
        opening = first.start - sentence.start <= 14
        if not opening and not heading and not self._question():
            return
        when = context.resolve(first.words)
        if when.period is None or re.search(r"\d{4}年\d{1,2}月|日$", first.words):
            return
        if when.now and first.words not in {"目前", "截至目前", "当前"}:
            return
        if when.now and not self._question():
            return
        if heading and len(times) > 1:
            when = context.resolve(times[-1].words) if "回顾" in self.normal[sentence.start:sentence.end] else when
        context.speak_of(when)
        if self.turn is not None and self.turn.role in {Role.QUESTION, Role.ANSWER} and not self._pointed():
            context.default = when

    def _spoken_of(self, sentence: Span) -> str:
        """The subject of a short sentence without figures that opens a run of them."""
        if sentence.end - sentence.start > 16:
            return ""
        return _topic(self.normal[sentence.start : sentence.end])

    def _question(self) -> bool:
        return self.turn is not None and self.turn.role is Role.QUESTION

    def _pointed(self) -> bool:
        """Whether the turn has already begun to enumerate."""
        return False

    # -- one sentence ------------------------------------------------------------------

    def _sentence(
        self, sentence: Span, found: list[Quantity], times: list[TimeWord]
    ) -> Iterator[Observation]:
        timed = classify(self.normal, times, self.context)
        for item in timed:
            if item.when.now and self.context.fallback is None:
                self.context.fallback = item.when
        found = [q for q in found if q.kind is not UnitKind.RANK or self._is_rank(q)]
        if not found:
            self._silent(sentence, times)
            return
        for phrase in phrases(self.normal, sentence.start, sentence.end, found, times):
            self.clause_end = phrase.clause_end
            yield from self._phrase(sentence, phrase, timed)
        whole = said(timed, self.normal, found[-1].start)
        aimed = self.expected[0] == sentence.start and not self.context.agenda
        if whole is not None and not aimed:
            self.context.speak_of(whole)

    def _phrase(self, sentence: Span, phrase: Phrase, timed: list[Timed]) -> Iterator[Observation]:
        context = self.context
        first = phrase.items[0]
        if self._unwanted(phrase, first):
            self._mention(phrase)
            return
        if first.kind is UnitKind.STREAK:
            self.streak = first
            self._mention(phrase)
            return
        claim = judge(phrase, context)
        names = self._names(phrase, claim)
        if not names:
            return
        when = self._when(sentence, phrase, claim, timed)
        status = self._status(sentence, phrase, when)
        when = self._so_far(when, status)
        bases = basis(phrase, claim, timed, when.period if when else None, context)
        context.measure = claim.measure
        context.action = claim.action
        if claim.measure is Measure.GROWTH and bases[0]:
            context.basis = bases[0]
        if phrase.fresh or names != context.names:
            context.names = names
        for index, item in enumerate(phrase.items):
            name = names[index] if len(names) == len(phrase.items) else names[0]
            base = bases[index] if len(bases) == len(phrase.items) else bases[-1]
            yield self._observation(sentence, item, claim, name, when, base, status, first is item)

    def _when(
        self, sentence: Span, phrase: Phrase, claim: Claim, timed: list[Timed]
    ) -> When | None:
        """The time of a phrase: said in its sentence, or before, or none where it is timeless."""
        context = self.context
        start = phrase.items[0].start
        when = said(timed, self.normal, start, origin=claim.origin)
        self.timed = when is not None
        if when is not None:
            return when
        clause = self.normal[phrase.clause : start]
        if _INSTANT.search(self.normal[sentence.start : start]):
            return None
        if _TIMELESS.search(clause) and claim.measure is not Measure.GROWTH:
            return None
        if context.agenda and context.period is None:
            return None
        return context.period or context.fallback

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
        published = self.release.published.year
        last = published - 1
        if when is not None and when.period and int(when.period[:4]) < published:
            last = int(when.period.rpartition("/")[2][:4])
        return When(f"{last - int(streak.value) + 1}/{last}")

    def _unwanted(self, phrase: Phrase, item: Quantity) -> bool:
        normal = self.normal
        if item.kind is UnitKind.NONE and not item.scale and not _INDEX.search(phrase.left):
            return True
        after = normal[item.stop : item.stop + 4]
        if after.startswith(("级", "产业结", "产业增", "全会", "会议", "台阶", "周年", "方面", "个方面", "届", "期工程")):
            return True
        if phrase.noun.endswith("台阶"):
            return True
        if item.kind is UnitKind.COUNT and phrase.noun.startswith(
            ("方面", "重点方面", "原则", "阶段", "月", "更好", "走在前")
        ):
            return True
        if item.unit in {"岁", "周岁"} and phrase.right.startswith(("老", "的老", "人")):
            return True
        return False

    def _is_rank(self, item: Quantity) -> bool:
        normal = self.normal
        before = normal[max(0, item.start - 8) : item.start - 1]
        after = normal[item.stop : item.stop + 1]
        if item.unit == "位" or (item.unit == "名" and re.search(r"[居列排]", before)):
            return bool(re.search(r"[居列排至为球界国省]", before))
        if item.unit == "大":
            return bool(re.search(r"[为是成居]", before)) and normal[item.stop : item.stop + 6].startswith(("经济", "贸易", "出口", "进口", "市场", "消费", "汽车", "货物", "投资", "支柱"))
        if after and after not in "，,。、；;！!）)\n且并和的":
            return False
        return bool(re.search(r"[居列球界国]$|保持$|排名$|省区$|位居$|升至$|跃居$|蝉联$|稳居$|西部$|中部$|东部$|亚洲$|排$|居各省区$", before))

    def _mention(self, phrase: Phrase) -> None:
        """Keep the subject of a phrase that is no observation, for the clauses after it."""
        subject = clean_name(read_tail(phrase.left).subject.replace("\0", ""))
        if 2 <= len(subject) <= 24 and not self.normal[phrase.start : phrase.start + 1].isdigit():
            self.context.names = (subject,)

    # -- slots -----------------------------------------------------------------------------

    def _names(self, phrase: Phrase, claim: Claim) -> tuple[str, ...]:
        count = len(phrase.items)
        subject = clean_name(claim.subject.replace("\0", ""))
        first = phrase.items[0]
        if first.kind in _COUNTABLE:
            named = self._counted(phrase, claim, subject)
            if named:
                return (named,)
        if first.kind is UnitKind.PERCENT and phrase.noun and claim.measure is Measure.SHARE:
            if phrase.right.startswith("的") or not subject:
                return (phrase.noun,)
        if not subject and _EACH.search(phrase.left) and 1 < len(self.context.names) <= 3:
            if count == 1:
                return ("、".join(self.context.names),)
        if not subject:
            topic = _topic(phrase.prior)
            if topic:
                return (self._spread(topic, count) if count > 1 else ()) or (topic,)
            return self._inherited(count)
        if count > 1 and (spread := self._spread(subject, count)):
            return spread
        return (self._completed(subject.replace("分别", ""), phrase),)

    def _completed(self, subject: str, phrase: Phrase) -> str:
        """A bare attribute with the subject it belongs to: 增量 → 地区生产总值增量."""
        names = self.context.names
        if subject in _ATTRIBUTES:
            topic = _topic(phrase.prior) or self.context.topic
            if topic:
                return topic + subject
        if not names:
            return subject
        last = names[-1]
        if subject in _ATTRIBUTES and subject not in last and len(last) <= 24:
            return last.removesuffix("总额").removesuffix("数量") + subject
        if subject in _MODIFIERS:
            _, noun = opening_action(last)
            return subject + noun
        return subject

    def _counted(self, phrase: Phrase, claim: Claim, subject: str) -> str:
        """The name of a counted thing: its noun, with what it did or what counted it."""
        noun = phrase.noun
        if phrase.items[0].kind is UnitKind.AMOUNT:
            wants = claim.action or phrase.left.rstrip("\0").endswith("的")
            return noun if noun and (wants or not subject) else ""
        if claim.origin:
            return ""
        if not noun:
            return "" if subject else self._did(phrase)
        if subject and not claim.action and (len(noun) < 4 or len(subject) <= 3):
            link = "等" if phrase.left.endswith("等") else ""
            if len(subject) <= 14 and not self._deed(phrase, noun):
                return subject + link + noun
            if len(subject) <= 3:
                deed = self._deed(phrase, noun)
                return f"{deed}的{subject}{noun}"
        if claim.measure is Measure.LEVEL_CHANGE:
            return noun
        deed = self._deed(phrase, noun)
        if deed:
            return f"{deed}的{noun}"
        if claim.action and claim.action not in _BARE and len(claim.action) <= len(noun):
            return claim.action + noun
        return noun

    def _deed(self, phrase: Phrase, noun: str) -> str:
        """What the counted things did, where the clause goes on to say so."""
        right = phrase.right.strip(" 、,，:：;；。！\n")
        at = right.find(noun)
        rest = right[at + len(noun) :] if at >= 0 else ""
        rest = rest.strip("均都已全部的正在还将了也")
        if phrase.limit < self.clause_end or not 2 <= len(rest) <= 26 or not _DEED.match(rest):
            return ""
        return rest

    def _did(self, phrase: Phrase) -> str:
        """209个探索了智能化升级: what was done, with the thing said before where one was."""
        right = phrase.right.strip(" 、,，:：;；。！\n").removeprefix("已").removeprefix("中")
        if not 3 <= len(right) <= 30 or not _DEED.match(right):
            return ""
        names = self.context.names
        noun = opening_action(names[-1])[1] if names else ""
        return f"{right}的{noun}" if noun else right

    def _spread(self, subject: str, count: int) -> tuple[str, ...]:
        before, sign, after = subject.partition("分别")
        if sign:
            parts = coordinates(before.rstrip("、"), count)
            if parts and after:
                return tuple(part + after for part in parts)
            if parts:
                return parts
            return ()
        return coordinates(subject, count)

    def _inherited(self, count: int) -> tuple[str, ...]:
        names = self.context.names
        if count > 1:
            if len(names) == count:
                return names
            recent = self.context.recent
            if len(recent) >= count:
                return tuple(recent[-count:])
        return names[-1:]

    def _status(self, sentence: Span, phrase: Phrase, when: When | None) -> Status:
        """Fact, goal or expectation: the clause's own words, then the sentence's, then the plan's."""
        start = phrase.items[0].start
        clause = self.normal[phrase.clause : start]
        before = self.normal[sentence.start : start]
        if _FORECAST.search(clause) or _FORECAST.search(before[:12]):
            self.expected = (sentence.start, Status.FORECAST)
            return Status.FORECAST
        if _AFTERWARDS.search(before) or _WILL_BE.search(clause):
            return Status.FORECAST
        if self.context.status is Status.TARGET:
            return Status.TARGET
        done = _DONE.search(clause)
        if _TARGET.search(before) and not done:
            self.expected = (sentence.start, Status.TARGET)
            return Status.TARGET
        if not done and self.expected[0] == sentence.start:
            return self.expected[1]
        if when is not None and when.period and not done and self._ahead(when.period):
            return Status.TARGET
        return Status.ACTUAL

    def _ahead(self, period: str) -> bool:
        """Whether a period begins after the year of publication."""
        return int(period[:4]) > self.release.published.year

    def _observation(
        self,
        sentence: Span,
        item: Quantity,
        claim: Claim,
        name: str,
        when: When | None,
        base: str | None,
        status: Status,
        leads: bool,
    ) -> Observation:
        context = self.context
        recent = context.recent
        if not recent or recent[-1] != name:
            recent.append(name)
            del recent[:-6]
        value = signed(item.value, claim)
        unit = "%" if claim.multiple else item.unit
        if claim.measure is Measure.RANK:
            unit = ""
        bound = item.bound
        if claim.tail.bound is not None and (bound is None or claim.tail.bound is not Bound.ABOVE):
            if leads or True:
                bound = claim.tail.bound if bound is None else bound
        if claim.tail.bound is Bound.BELOW and item.bound is Bound.ABOVE:
            bound = Bound.ABOUT
        counted = (
            item.kind is UnitKind.COUNT or bool(claim.action) or bool(opening_action(name)[0])
        )
        if claim.measure is Measure.RANK and self.streak is not None:
            when = self._streaked(item, when)
        setting = Setting(
            counted=counted,
            compared=base not in {None, "yoy", "cagr"},
            here=self.timed,
            actual=status is Status.ACTUAL,
            published=self.release.published.isoformat(),
        )
        period = placed(when, claim, name, setting)
        turn = self.turn
        return Observation(
            span=Span(item.start, item.end),
            indicator=name,
            measure=claim.measure,
            value=value,
            unit=unit,
            bound=bound or Bound.EXACT,
            period=period,
            basis=base,
            status=status,
            text=self.release.text[item.start : item.stop],
            sentence=sentence,
            speaker=turn.speaker if turn else None,
            region=self.release.region,
        )
