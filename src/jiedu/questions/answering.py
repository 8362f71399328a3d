"""A question → an answer whose every figure is cited, or a word on why there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from jiedu.catalogue import indicator
from jiedu.lexicon import normalise, scan
from jiedu.model import Answer, Bound, Status
from jiedu.questions.figures import by_province, by_words, facts, latest, of_place, wants_least
from jiedu.questions.promises import promises
from jiedu.questions.standing import standing
from jiedu.questions.understanding import Kind, Query, understand
from jiedu.questions.who import who_said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Source
    from jiedu.store import View

_AIMS = (Status.TARGET, Status.FORECAST)


def ask(view: View, question: str, as_of: date | None = None) -> Answer:
    """Answer a question from a store.

    Args:
        view: the store.
        question: in Chinese or English.
        as_of: what was published by then; everything where it is not given.
    """
    query = understand(question, as_of or datetime.now(UTC).date())
    if query.kind is Kind.WHY:
        return _none(question, query, "the store holds figures and sentences, no explanations")
    if query.kind is Kind.WHO:
        return _who(view, question, query)
    if query.kind is Kind.COMMITMENT:
        return _measures(view, question, query, as_of)
    if query.kind is Kind.COMPARE and (len(query.places) > 1 or len(query.ids) > 1):
        return _compared(view, question, query, as_of)
    if query.kind in {Kind.MOST, Kind.LEAST}:
        return _extreme(view, question, query, as_of)
    if query.kind is Kind.WHERE:
        return _where(view, question, query, as_of)
    return _one(view, question, query, as_of)


def _none(question: str, query: Query, reason: str, near: Sequence[Source] = ()) -> Answer:
    shown = f"{query.words}; {reason}"
    if near:
        shown += f"; nearest: {_cited(near[0])}"
    return Answer(question, None, None, None, (), (), shown)


def _one(view: View, question: str, query: Query, as_of: date | None) -> Answer:
    statuses = _AIMS if query.kind is Kind.TARGET else (Status.ACTUAL,)
    place = query.places[0] if query.places else None
    found: list[Source] = []
    if query.ids and not query.left:
        if query.period is None and query.kind is not Kind.TARGET:
            found = latest(view, query, as_of)
        else:
            found = facts(view, query, statuses=statuses, as_of=as_of)
    best = standing(view, [fact for fact in found if _is_of(fact, place)], place)
    if best is None and not query.english and not found:
        told = by_words(view, query, statuses, as_of)
        best = standing(view, told, place)
    if best is not None:
        return _answer(question, query, _sentence(best, query), (best,), best)
    if not query.ids:
        return _none(question, query, "no indicator of the catalogue is named")
    if query.left:
        return _none(question, query, f"nothing is known of {query.left!r}")
    return _none(question, query, "the store holds no such figure of this time and place", found)


def _is_of(fact: Source, place: str | None) -> bool:
    return fact.observation.region == place


def _compared(view: View, question: str, query: Query, as_of: date | None) -> Answer:
    found = facts(view, query, as_of=as_of)
    if len(query.places) > 1:
        sides = [(place, of_place(found, place)) for place in query.places]
    else:
        here = query.places[0] if query.places else None
        sides = [
            (
                _name(known),
                of_place([f for f in found if f.observation.indicator_id == known], here),
            )
            for known in query.ids
        ]
    known = [(name, fact) for name, fact in sides if fact is not None]
    if len(known) < len(sides):
        return _none(question, query, "one side is not known", [fact for _, fact in known])
    known.sort(key=lambda side: -side[1].observation.value)
    first, second = known[0], known[1]
    sign = "=" if first[1].observation.value == second[1].observation.value else ">"
    text = f"{first[0]}：{_cited(first[1])} {sign} {second[0]}：{_cited(second[1])}"
    return Answer(question, text, None, None, (first[1], second[1]), (), query.words)


def _extreme(view: View, question: str, query: Query, as_of: date | None) -> Answer:
    found = by_province(facts(view, query, as_of=as_of))
    if len(found) < 2:
        return _none(question, query, "too few provinces are known", found)
    found.sort(key=lambda fact: fact.observation.value, reverse=not wants_least(query))
    best = found[0]
    text = f"{best.observation.region}：{_cited(best)} (of {len(found)} provinces)"
    return _answer(question, query, text, (best,), best)


def _where(view: View, question: str, query: Query, as_of: date | None) -> Answer:
    found = by_province(facts(view, query, statuses=_AIMS, as_of=as_of))
    from_words = _numbers(query.content)
    kept = [fact for fact in found if not from_words or fact.observation.value in from_words]
    if not kept:
        return _none(question, query, "no province is known to have said so", found)
    text = "、".join(f"{fact.observation.region}（{fact.observation.text}）" for fact in kept)
    return Answer(question, f"{text}：{_cited(kept[0])}", None, None, tuple(kept), (), query.words)


def _numbers(text: str) -> list[object]:
    return [quantity.value for quantity in scan(normalise(text)).quantities if quantity.unit == "%"]


def _measures(view: View, question: str, query: Query, as_of: date | None) -> Answer:
    found = promises(view, query, as_of)
    if not found:
        return _none(question, query, "no measure in these words is known")
    text = "；".join(
        f"{promise.text}（{promise.release}，{promise.published}）" for promise in found
    )
    return Answer(question, text, None, None, (), tuple(found), query.words)


def _who(view: View, question: str, query: Query) -> Answer:
    found = who_said(view, query)
    if found is None:
        return _none(question, query, "nobody is named with such a figure")
    name, sources = found
    text = f"{name}：{_cited(sources[0])}"
    # what is cited for a name is the sentence that says it, and not the numeral alone
    cited = tuple(
        replace(source, observation=replace(item, span=item.sentence))
        for source in sources
        for item in (source.observation,)
    )
    return Answer(question, text, None, None, cited, (), query.words)


def _answer(
    question: str, query: Query, text: str, shown: tuple[Source, ...], best: Source
) -> Answer:
    found = best.observation
    return Answer(question, text, found.value, found.unit, shown, (), query.words)


def _sentence(fact: Source, query: Query) -> str:
    found = fact.observation
    where = found.region or ("China" if query.english else "全国")
    name = _name(found.indicator_id or "") or found.indicator
    bound = "" if found.bound is Bound.EXACT else found.bound.value
    return f"{where} {name}（{found.period or fact.published}）：{bound}{_cited(fact)}"


def _name(indicator_id: str) -> str:
    known = indicator(indicator_id) if indicator_id else None
    return known.name if known is not None else indicator_id


def _cited(fact: Source) -> str:
    quote = fact.sentence.strip()
    sign = "−" if fact.observation.value < 0 else ""  # the words of a fall stand in the quote
    return f"{sign}{fact.observation.text}「{quote}」（{fact.release}，{fact.published}）"
