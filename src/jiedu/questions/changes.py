"""Questions what changed since the last release: the newest figure against the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.checks.periods import days
from jiedu.comparison.figures import compare_figures
from jiedu.model import Reading, Source
from jiedu.questions.differences import difference
from jiedu.questions.figures import all_of
from jiedu.questions.recall import publishers_in
from jiedu.questions.standing import standing
from jiedu.questions.told import Told, Unknown

if TYPE_CHECKING:
    from jiedu.model import Observation
    from jiedu.questions.query import Query
    from jiedu.store import View

_LOOKED_AT = 6  # releases of a publisher among which one can be compared to the newest
_SHOWN = 3  # figures that moved most


def changed(view: View, query: Query) -> Told | Unknown:
    """The newest figure of an indicator less the one of the period before that was published.

    Where only a publisher is named, what moved between its two newest releases.
    """
    if not query.ids:
        publishers = publishers_in(query.content)
        return _releases(view, query, publishers) if publishers else Unknown("no_indicator")
    if query.left:
        return Unknown("nothing_of", query.left)
    newest = _newest(view, query)
    if len(newest) < 2:
        return Unknown("no_change", near=tuple(newest))
    return difference(newest[0], newest[1], query)


def _releases(view: View, query: Query, publishers: tuple[str, ...]) -> Told | Unknown:
    """What moved most from the last release of a publisher that can be compared to its newest."""
    newest = view.newest_of(publishers, query.as_of, _LOOKED_AT)
    if len(newest) < 2:
        return Unknown("one_release")
    new = _reading(view, newest[0])
    for name in newest[1:]:
        told = _moved(_reading(view, name), new, query)
        if told:
            return _together(told[:_SHOWN], query)
    return Unknown("no_change")


def _moved(old: Reading, new: Reading, query: Query) -> list[Told]:
    """The differences between the figures of two releases, the heaviest first."""
    changes = compare_figures(old.release, old.observations, new.release, new.observations)
    found = (
        difference(_source(new, change.new), _source(old, change.old), query)
        for change in changes
        if change.old is not None and change.new is not None and change.difference
    )
    return [told for told in found if isinstance(told, Told)]


def _together(told: list[Told], query: Query) -> Told:
    return Told(
        ("; " if query.english else "；").join(found.text for found in told),
        observations=tuple(fact for found in told for fact in found.observations),
        fields=tuple(field for found in told for field in found.fields),
    )


def _reading(view: View, name: str) -> Reading:
    return Reading(view.release(name), (), (), view.observations(name), ())


def _source(reading: Reading, found: Observation) -> Source:
    release = reading.release
    return Source(release.id, release.published, found, found.sentence.of(release.text))


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
