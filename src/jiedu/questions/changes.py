"""Questions what changed since the last release: the newest figure against the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.checks.periods import days
from jiedu.questions.differences import difference
from jiedu.questions.figures import all_of
from jiedu.questions.standing import standing
from jiedu.questions.told import Told, Unknown

if TYPE_CHECKING:
    from jiedu.model import Source
    from jiedu.questions.query import Query
    from jiedu.store import View


def changed(view: View, query: Query) -> Told | Unknown:
    """The newest figure of an indicator less the one of the period before that was published."""
    if not query.ids:
        return Unknown("no_indicator")
    if query.left:
        return Unknown("nothing_of", query.left)
    newest = _newest(view, query)
    if len(newest) < 2:
        return Unknown("no_change", near=tuple(newest))
    return difference(newest[0], newest[1], query)


def _newest(view: View, query: Query) -> list[Source]:
    """The figures of the two newest periods that are of one length, the newest first."""
    groups: dict[tuple[str, str], list[Source]] = {}
    for fact in all_of(view, query):
        groups.setdefault(days(fact.observation.period or ""), []).append(fact)
    found: list[Source] = []
    for first, last in sorted(groups, key=lambda span: (span[1], span[0]), reverse=True):
        best = standing(view, groups[first, last], query.place)
        if best is None or (found and not _are_alike(found[0], best)):
            continue
        if found and days(found[0].observation.period or "")[1] == last:
            continue
        found.append(best)
        if len(found) == 2:
            break
    return found


def _are_alike(one: Source, other: Source) -> bool:
    """Whether two periods are of one length, so that their figures can be held together."""
    return _length(one) == _length(other) and one.observation.unit == other.observation.unit


def _length(fact: Source) -> int:
    first, last = days(fact.observation.period or "")
    if first == last:
        return 0
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7]) + 1
