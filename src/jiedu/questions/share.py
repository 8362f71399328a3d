"""Questions for a part of a whole: the share that a sentence gives for just these two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.catalogue.rarity import pairs_of
from jiedu.checks.periods import spellings
from jiedu.model import Measure, Status
from jiedu.questions.figures import newest
from jiedu.questions.finding import held
from jiedu.questions.fitting import is_of_time
from jiedu.questions.names import left_over
from jiedu.questions.single import missing, told_of
from jiedu.questions.standing import standing
from jiedu.questions.told import Told, Unknown

if TYPE_CHECKING:
    from jiedu.model import Source
    from jiedu.questions.query import Query
    from jiedu.store import View


_PASSED = re.compile(r"(?:超过?|突破|首破|逾)[^，%]*%，(?:达到?|为)了?$")  # 超过50%，达到51.6%
_OF_SAME = re.compile(r"(?:[，；]占比?|所占比重)(?:分别)?(?:约|近|超|达|为|上升|提高|提升|到|至)*$")
_NEAR = 24  # characters before a share in which the whole stands


def share(view: View, query: Query) -> Told | Unknown:
    """The share of a part in a whole."""
    one = query.at()
    if query.whole:
        told = [fact for fact in _shares(view, one) if _is_of_both(fact, one)]
        best = standing(view, told, query.place)
        if best is not None:
            return told_of(best, query)
        if told:
            return Unknown("apart", near=tuple(told))
    best, found = held(view, one)
    if best is None or (query.whole and not (_stands(query.whole, best) or _is_bare(best))):
        return missing(query, found)
    return told_of(best, query)


def _shares(view: View, query: Query) -> list[Source]:
    """The shares that were told of a time, or of an indicator where no time is named."""
    if query.period is None:
        found = view.sources_of(query.ids, until=query.as_of)
    else:
        found = view.sources_in(spellings(query.period), until=query.as_of)
        found = [fact for fact in found if is_of_time(fact, query)]
    told = [
        fact
        for fact in found
        if fact.observation.measure is Measure.SHARE
        if fact.observation.status is Status.ACTUAL
        if fact.observation.region == query.place
    ]
    return told if query.period is not None else newest(told)


def _is_of_both(fact: Source, query: Query) -> bool:
    """Whether a share is told of the part, in the whole that stands behind it in its sentence."""
    part = _bare(query.name or query.rest.split("，")[0])
    item = fact.observation
    before = fact.sentence[: item.span.start - item.sentence.start]
    narrower = query.left.split() if query.ids else ()
    if not part or not _stands(query.whole, fact) or any(word not in before for word in narrower):
        return False
    if item.indicator_id is not None and item.indicator_id in query.ids:
        return True
    return part in before and before.rindex(part) < _at(query.whole, before)


def _at(whole: tuple[str, ...], before: str) -> int:
    """Where the whole stands last, under any of its names or with words between; -1 where not."""
    names = [_bare(name) for name in whole]
    if not any("进出口" in name for name in names):
        before = before.replace("进出口", "进＿＿")  # holds 出口, and is another whole
    exact = max(before.rfind(name) for name in names)
    if exact >= 0:
        return exact
    near = before[-_NEAR:]
    pairs = [set(pairs_of(name)) for name in names]
    loose = any(found and found <= set(pairs_of(near)) for found in pairs)
    return len(before) - len(near) if loose else -1


def _stands(whole: tuple[str, ...], fact: Source) -> bool:
    """Whether a whole stands before a share in its sentence, and no other share between."""
    item = fact.observation
    before = _PASSED.sub("", fact.sentence[: item.span.start - item.sentence.start])
    at = _at(whole, before)
    return at >= 0 and "%" not in before[at:]


def _is_bare(fact: Source) -> bool:
    """Whether a share is told without its whole, which the sentence has said before: 占17.8%."""
    item = fact.observation
    return _OF_SAME.search(fact.sentence[: item.span.start - item.sentence.start]) is not None


def _bare(words: str) -> str:
    """A name without what narrows nothing at its ends."""
    for lead in ("全国", "我国", "全部", "所有", "的", "货物贸易", "货物", "外贸"):
        words = words.removeprefix(lead)
    return words.strip("，的") if left_over(words) or words else words
