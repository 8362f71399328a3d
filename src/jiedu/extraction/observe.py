"""A release's sentences → its observations, in one pass from top to bottom."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from jiedu.extraction.context import Context
from jiedu.extraction.lexemes import alternatives, words
from jiedu.extraction.measures import Claim, judge
from jiedu.extraction.names import clean_name, coordinates, opening_action
from jiedu.extraction.phrases import Phrase, phrases
from jiedu.extraction.times import Timed, basis, classify, placed, said
from jiedu.lexicon import normalise, scan
from jiedu.model import Bound, Measure, Observation, Role, Span, Status
from jiedu.model.token import Quantity, TimeWord, UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.lexicon import When
    from jiedu.model import Release, Structure, Turn

_STATUS = words()["status"]
_AGENDA = re.compile(alternatives(_STATUS["agenda"]))
_REVIEW = re.compile(alternatives(_STATUS["review"]))
_FORECAST = re.compile(alternatives(_STATUS["forecast"]))
_TARGET = re.compile(
    r"力争|争取|计划(?!单列)|拟(?!合|人)|目标|将(?!军|近|来)|推动不|按[^,，]{0,12}安排|努力|确保|提出到|要(?:在|把|达到|实现|建)|到20\d\d年"
)
_COUNTABLE = frozenset({UnitKind.COUNT, UnitKind.NONE, UnitKind.AMOUNT})
_ATTRIBUTES = frozenset(words()["attributes"])
_MODIFIERS = frozenset(words()["modifiers"])
_BARE = frozenset(words()["bare"])
_LISTED = re.compile(r"(?:等|的|以及|中|有|已|共|了)$")
_TIMELESS = re.compile(r"每年可|每年能|每年将|预计每年|年可(?:发|减|节|输|生|提|替)|[成产车运]后[,，]?(?:可|将|预计|每)|一秒|每秒")
_DEED = re.compile(
    r"达到|入选|入围|获|跻身|进入|实现|完成|探索|建设|开工|投产|投用|签署|签约|参与|参加|成立|联合|帮扶|保持|上榜|上市|通过|列入|纳入|接入|启用|增长|下降|出现|开展|创建|建成|落地|受益"
)
_NUMBERED = re.compile(r"[(（]?[一二三四五六七八九十]+[)）、.]|——|\d+[.、]")
_DONE = re.compile(r"已(?!于)|了(?!解)|累计|完成了|同比(?!下)|超额|目标任务的|计划的")


def observe(release: Release, structure: Structure) -> tuple[Observation, ...]:
    """Read the figures of a release.

    Args:
        release: the document; its published date fixes relative periods.
        structure: its turns, points and sentences.

    Returns:
        The observations in the order of the text; spans count code points of its text.
    """
    return tuple(_Reader(release, structure).read())


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
            elif times:
                self._silent(sentence, times)

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
        if sentence.start in self.point_starts and context.default is not None:
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
        if _AGENDA.search(text) and not _REVIEW.search(text):
            context.agenda = True
        elif _REVIEW.search(text):
            context.agenda = False

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
        first = times[0]
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
        for phrase in phrases(self.normal, sentence.start, sentence.end, found, times):
            self.clause_end = phrase.clause_end
            yield from self._phrase(sentence, phrase, timed)
        whole = said(timed, self.normal, sentence.end)
        if whole is not None:
            self.context.speak_of(whole)

    def _phrase(self, sentence: Span, phrase: Phrase, timed: list[Timed]) -> Iterator[Observation]:
        context = self.context
        first = phrase.items[0]
        if self._unwanted(phrase, first):
            return
        if first.kind is UnitKind.STREAK:
            return
        claim = judge(phrase, context)
        names = self._names(phrase, claim)
        if not names:
            return
        when = self._when(phrase, claim, timed)
        status = self._status(sentence, phrase, when)
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

    def _when(self, phrase: Phrase, claim: Claim, timed: list[Timed]) -> When | None:
        """The time of a phrase: said in its sentence, or before, or none where it is timeless."""
        context = self.context
        start = phrase.items[0].start
        when = said(timed, self.normal, start, origin=claim.origin)
        if when is not None:
            return when
        clause = self.normal[phrase.clause : start]
        if _TIMELESS.search(clause) and claim.measure is not Measure.GROWTH:
            return None
        return context.period or context.fallback

    def _unwanted(self, phrase: Phrase, item: Quantity) -> bool:
        normal = self.normal
        if item.kind is UnitKind.NONE and not item.scale and not phrase.noun:
            return True
        after = normal[item.stop : item.stop + 4]
        if after.startswith(("级", "周年", "方面", "个方面", "届", "期工程")):
            return True
        if item.kind is UnitKind.COUNT and phrase.noun.startswith(
            ("方面", "重点方面", "原则", "阶段", "月", "更好", "走在前")
        ):
            return True
        if item.kind is UnitKind.RANK:
            return not self._is_rank(item)
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

    # -- slots -----------------------------------------------------------------------------

    def _names(self, phrase: Phrase, claim: Claim) -> tuple[str, ...]:
        count = len(phrase.items)
        subject = clean_name(claim.subject.replace("\0", ""))
        first = phrase.items[0]
        if first.kind in _COUNTABLE:
            named = self._counted(phrase, claim, subject)
            if named:
                return (named,)
        if first.kind is UnitKind.PERCENT and phrase.right.startswith("的") and phrase.noun:
            if claim.measure is Measure.SHARE:
                return (phrase.noun,)
        if not subject:
            return self._inherited(count)
        if count > 1 and (spread := self._spread(subject, count)):
            return spread
        return (self._completed(subject.replace("分别", "")),)

    def _completed(self, subject: str) -> str:
        """A bare attribute with the subject it belongs to: 增量 → 地区生产总值增量."""
        names = self.context.names
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
        before = subject.removesuffix(claim.action) if claim.action else subject
        if not noun:
            return "" if subject else self._did(phrase)
        if subject and not claim.action and not phrase.left.endswith(("的", "了", "等")):
            if claim.tail.subject == phrase.left:
                return before + noun if len(before) <= 3 else noun
            return "" if len(subject) >= 2 and not _LISTED.search(phrase.left) else noun
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
        text = self.normal[sentence.start : phrase.items[0].start]
        clause = self.normal[phrase.clause : phrase.items[0].start]
        if _FORECAST.search(text[-60:]):
            return Status.FORECAST
        if self.context.status is Status.TARGET:
            return Status.TARGET
        if _TARGET.search(clause) and not _DONE.search(clause):
            return Status.TARGET
        return Status.ACTUAL

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
        value = -item.value if claim.sign < 0 else item.value
        unit = item.unit
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
        period = placed(when, claim, name, counted=counted, compared=base not in {None, "yoy", "cagr"})
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
