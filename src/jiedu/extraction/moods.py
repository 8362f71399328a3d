"""Fact, goal or expectation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.extraction.lexemes import alternatives, words
from jiedu.model import Status

if TYPE_CHECKING:
    from jiedu.extraction.context import Context
    from jiedu.extraction.phrases import Phrase
    from jiedu.lexicon import When
    from jiedu.model import Span

_FORECAST = re.compile(alternatives(words()["status"]["forecast"]))
_TARGET = re.compile(
    r"力争|争取(?!了)|(?:^|[，,年]|我国|还|均|各地)计划|计划(?:于|到|完成|新|建|在|投|实施|安排|开|总投资|用|通过|培育|推)"
    r"|(?<!虚)(?<!模)拟(?!合|人)|目标(?:是|为|[:：])|将(?!军|近|来|\d)|推动不|按[^,，]{0,12}安排"
    r"|努力(?:实现|达到|争取|完成)|确保|提出到|要(?:在|把|达到|实现|建)"
)
_DONE = re.compile(r"已(?!于)|了(?!解)|累计|完成了|同比(?!下)|超额|目标任务的|计划的")
_AFTERWARDS = re.compile(r"(?:建成|通车|投产|达产|投运|投用|完工|竣工|全部建成|建成投产|建成投运)后[,，]?")
_WILL_BE = re.compile(
    r"将(?:首次|再次|有望)?(?:突破|达|超|占|接近|增长|下降|增至|升至|缩短|有(?!力|序|效))|从[^,，]*将"
)


def status_of(
    normal: str, sentence: Span, phrase: Phrase, when: When | None, context: Context
) -> Status:
    """What a phrase's figures are: the clause's own words, the sentence's, then the section's.

    Args:
        normal: the release's text in normal form.
        sentence: the sentence.
        phrase: the quantities with their text.
        when: the time they belong to.
        context: whether plans are being told; keeps what the sentence has turned to.
    """
    start = phrase.items[0].start
    clause = normal[phrase.clause : start]
    before = normal[sentence.start : start]
    if _FORECAST.search(clause) or _FORECAST.search(before[:12]):
        context.expected = (sentence.start, Status.FORECAST)
        return Status.FORECAST
    if _AFTERWARDS.search(before) or _WILL_BE.search(clause):
        return Status.FORECAST
    if context.planned:
        return Status.TARGET
    if _DONE.search(clause):
        return Status.ACTUAL
    if _TARGET.search(before):
        context.expected = (sentence.start, Status.TARGET)
        return Status.TARGET
    if context.expected[0] == sentence.start:
        return context.expected[1]
    ahead = when is not None and when.period and int(when.period[:4]) > context.published.year
    return Status.TARGET if ahead else Status.ACTUAL
