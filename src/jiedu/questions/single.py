"""Questions of one figure: of a time, the latest, a goal."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from jiedu.catalogue import indicator
from jiedu.checks.periods import days, year_before
from jiedu.model import Measure
from jiedu.questions.differences import difference
from jiedu.questions.finding import denies, held
from jiedu.questions.query import Time
from jiedu.questions.saying import fields_of, sentence, wording
from jiedu.questions.told import Told, Unknown
from jiedu.questions.words import tables

if TYPE_CHECKING:
    from jiedu.model import Source
    from jiedu.questions.query import Query
    from jiedu.store import View


def one_figure(view: View, query: Query) -> Told | Unknown:
    """The figure of one indicator, time and place."""
    one = query.at()
    best, found = held(view, one)
    if best is None and query.measure is Measure.LEVEL_CHANGE:
        return _since_the_year_before(view, query) or missing(query, found)
    if best is None:
        return _planned(view, query) or missing(query, found)
    if denies(query, best):
        return Unknown("denied", near=(best,))
    return told_of(best, query)


def _since_the_year_before(view: View, query: Query) -> Told | None:
    """By how much something differs from the year before, where nobody printed that."""
    if query.period is None or query.basis is not None:
        return None
    level = query.at()._replace(measure=Measure.LEVEL)
    before = Time(year_before(query.period), query.instant)
    one, other = held(view, level).best, held(view, level.at(time=before)).best
    found = difference(one, other, query) if one is not None and other is not None else None
    return found if isinstance(found, Told) else None


def _planned(view: View, query: Query) -> Told | None:
    """What is planned for a time that has not passed, where a question asks for a deed of it.

    What is to be built or created is told as a goal before it is done; how much something came to
    (增速, 产量) is told when the time has passed.
    """
    said = tables()["worded"]
    deed = re.search(said["deed"], query.content) and not re.search(said["done"], query.content)
    if query.aims or not deed or query.period is None or not _is_ahead(query.period):
        return None
    best = held(view, query.at()._replace(aims=True)).best
    if best is None:
        return None
    found = told_of(best, query)
    colon = ": " if query.english else "："
    return found._replace(text=f"{wording('kind.target', query)}{colon}{found.text}")


def told_of(fact: Source, query: Query) -> Told:
    """One figure as an answer."""
    found = fact.observation
    known = indicator(found.indicator_id) if found.indicator_id else None
    left_out = known.unit if known is not None and found.measure is Measure.LEVEL else ""
    unit = found.unit or left_out
    return Told(sentence(fact, query), found.value, unit, (fact,), fields=fields_of(fact, query))


def missing(query: Query, found: object = ()) -> Unknown:
    """Why a figure is not there."""
    near = tuple(found) if isinstance(found, (list, tuple)) else ()
    if not query.ids:
        return Unknown("no_indicator", near=near)
    if query.left:
        return Unknown("nothing_of", query.left, near)
    if query.period is not None and _is_ahead(query.period):
        return Unknown("future", near=near)
    if near and query.measure in {Measure.LEVEL, Measure.GROWTH}:
        return Unknown("apart", near=near)
    return Unknown("not_held", near=near)


def _is_ahead(period: str) -> bool:
    return date.fromisoformat(days(period)[1]) > datetime.now(UTC).date()
