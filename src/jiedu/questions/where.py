"""Questions which regions have set a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.lexicon import normalise, scan
from jiedu.model import Bound
from jiedu.questions.figures import AIMS, FACTS, by_province, facts
from jiedu.questions.saying import cited, fields_of, place_of
from jiedu.questions.told import Told, Unknown
from jiedu.questions.words import tables

if TYPE_CHECKING:
    from decimal import Decimal

    from jiedu.questions.query import Query
    from jiedu.store import View

_PLAIN = frozenset({Bound.EXACT, Bound.ABOUT})


def where(view: View, query: Query) -> Told | Unknown:
    """The provinces whose figure is the one that is asked about."""
    if not query.ids:
        return Unknown("no_indicator")
    found = by_province(facts(view, query, AIMS if query.aims else FACTS))
    values = _values(query.content)
    kept = [fact for fact in found if not values or _is_so(fact.observation.value, values, query)]
    # who asks for 5.5% does not ask for 5.5% to 6%
    kept = [fact for fact in kept if fact.observation.bound in _PLAIN] or kept
    kept.sort(key=lambda fact: -fact.observation.value)
    if not kept:
        return Unknown("no_province", near=tuple(found))
    comma, colon = ("; ", ": ") if query.english else ("；", "：")
    text = comma.join(
        f"{place_of(fact.observation.region, query)}{colon}{cited(fact, query)}" for fact in kept
    )
    fields = tuple(field for fact in kept for field in fields_of(fact, query))
    return Told(text, observations=tuple(kept), fields=fields)


def _is_so(value: Decimal, wanted: list[Decimal], query: Query) -> bool:
    """Whether a figure is the number that is asked for, or above or below it."""
    words, text = tables()["said"], query.content.lower()
    if any(word in text for word in words["above"]):
        return value > min(wanted)
    if any(word in text for word in words["below"]):
        return value < max(wanted)
    return value in wanted


def _values(text: str) -> list[Decimal]:
    return [quantity.value for quantity in scan(normalise(text)).quantities if quantity.unit == "%"]
