"""Questions what became of a measure: the ledger's verdict, with the later sentences."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from jiedu.model import Reading, State
from jiedu.questions.figures import alike
from jiedu.questions.promises import promises
from jiedu.questions.saying import source, wording
from jiedu.questions.told import Told, Unknown
from jiedu.tracking import Tracker

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jiedu.model import Entry, Promise, Source
    from jiedu.questions.query import Query
    from jiedu.store import View

_TRACKED = 3  # measures of one answer
_HEARD = 24  # later releases that are looked at for each
_SURE = {
    State.ACHIEVED: 0,
    State.MISSED: 1,
    State.PROGRESS: 2,
    State.OVERDUE: 3,
    State.ANNOUNCED: 4,
}


def became(view: View, query: Query) -> Told | Unknown:
    """What became of the measures that a question speaks of."""
    found = promises(view, query)[:_TRACKED]
    if not found:
        return Unknown("no_measure")
    entries = _ledger(view, found, query)
    told = sorted(entries, key=lambda entry: min(_SURE[out.state] for out in entry.outcomes))[:1]
    if _SURE[told[0].outcomes[0].state] > _SURE[State.PROGRESS]:
        told = entries[:1]  # nothing is known of any: the one that was asked for
    days = _days(view, told)
    fields = tuple(source(release, day, query) for release, day in days.items())
    text = ("; " if query.english else "；").join(_sentence(entry, query, days) for entry in told)
    cited = tuple(fact for entry in told for fact in _figures(view, entry))
    return Told(
        text,
        observations=cited,
        commitments=tuple(entry.promise for entry in told),
        entries=tuple(told),
        fields=fields,
    )


def _days(view: View, told: Sequence[Entry]) -> dict[str, date]:
    """When the releases were published that say what became of some measures."""
    names = {
        place.release for entry in told for outcome in entry.outcomes for place in outcome.evidence
    }
    return {name: view.release(name).published for name in sorted(names)}


def _sentence(entry: Entry, query: Query, days: dict[str, date]) -> str:
    promise = entry.promise
    colon, comma = (": ", "; ") if query.english else ("：", "；")
    parts = [
        f"{wording('announced_by', query)}{colon}「{promise.text}」"
        f"{source(promise.release, promise.published, query)}"
    ]
    for outcome in entry.outcomes:
        parts.append(wording(outcome.state.value, query))
        parts += [
            f"{wording('later', query)}{colon}「{place.sentence.strip()}」"
            f"{source(place.release, days[place.release], query)}"
            for place in outcome.evidence[:1]
        ]
    return comma.join(dict.fromkeys(parts))


def _ledger(view: View, found: Sequence[Promise], query: Query) -> list[Entry]:
    """The measures with their outcomes, by what later releases say of the same names."""
    tracker = Tracker(found, view.judgements())
    first = min(promise.published for promise in found)
    heard = {name for promise in found for name in _releases(view, promise)}
    places = {None, *(promise.region for promise in found)}
    later = [
        release
        for release in map(view.release, sorted(heard))
        if release.published >= first and release.region in places
    ]
    for release in sorted(later, key=lambda release: release.published):
        if query.as_of is not None and release.published > query.as_of:
            continue
        figures = view.observations(release.id)
        tracker.see(Reading(release, (), (), figures, view.commitments(release.id)))
    return list(tracker.entries(query.as_of or datetime.now(UTC).date()))


def _releases(view: View, promise: Promise) -> set[str]:
    """The releases that may speak of a measure: they give its figure, or say its name."""
    ids = {goal.indicator_id for goal in promise.goals if goal.indicator_id}
    found = {fact.release for fact in view.sources_of(alike(ids))} if ids else set()
    name = (promise.commitment.instrument or promise.commitment.object).strip("《》“” ")
    if len(name) > 1:
        found |= {hit.release.id for hit in view.search(name, limit=_HEARD)}
    return found - {promise.release}


def _figures(view: View, entry: Entry) -> list[Source]:
    """The later figures that decide an outcome."""
    return [
        fact
        for outcome in entry.outcomes
        for place in outcome.evidence[:1]
        for fact in view.figures_of(place.release)
        if fact.observation.span == place.span
    ]
