"""The programmes of a panel: the measures announced under each, and what became of them.

A measure is of a programme where its clause names it, or where its instrument is the programme.
Outcomes are those of the whole ledger: the tracker sees every release that may speak of these
measures, by the programmes' names, the names of the measures, and the indicators of their goals.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from jiedu.catalogue import Programme, ProgrammeKind, ProgrammeNames, known_programmes
from jiedu.model import Entry, Mentioned, ProgrammeRow, Span
from jiedu.tracking import Tracker, promises_of, sentence_around
from jiedu.tracking.deeds import names_of
from jiedu.tracking.words import group_of, same_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from jiedu.catalogue import Mention
    from jiedu.model import Commitment, ProgrammeItem, Promise, Reading
    from jiedu.store import View

_Place = tuple[str, int]


def pursue(view: View, items: Sequence[ProgrammeItem], as_of: date) -> tuple[ProgrammeRow, ...]:
    """What a store tells of programmes.

    Args:
        view: the store.
        items: the programmes.
        as_of: the day whose knowledge counts, and by which measures are overdue.
    """
    if not items:
        return ()
    names = _names(items)
    wanted = {item.key for item in items}
    readings = list(view.readings_naming(_words(names, wanted), as_of))
    mentions: dict[str, list[Mentioned]] = defaultdict(list)
    releases: dict[str, set[str]] = defaultdict(set)
    held: dict[_Place, Promise] = {}
    mine: dict[str, list[_Place]] = defaultdict(list)
    for reading in readings:
        places = names.find(reading.release.text)
        for place in places:
            if place.programme.key in wanted:
                mentions[place.programme.key].append(_mentioned(reading, place))
                releases[place.programme.key].add(reading.release.id)
        of = _measures(reading, places, names, wanted)
        for promise in _promises(reading, of):
            at = (promise.release, promise.commitment.span.start)
            held[at] = promise
            for key in of[at[1]]:
                mine[key].append(at)
    entries = _entries(view, list(held.values()), readings, as_of)
    return tuple(
        _row(
            item, [entries[at] for at in mine[item.key]], mentions[item.key], releases[item.key]
        )
        for item in items
    )


def _names(items: Sequence[ProgrammeItem]) -> ProgrammeNames:
    """All known programmes, so that the longest name wins, and those of the panel alone."""
    own = {
        item.key: Programme(
            item.key, item.names[0], item.english, item.names[1:], ProgrammeKind.PROGRAMME
        )
        for item in items
        if item.names
    }
    known = known_programmes()
    return ProgrammeNames(known.programmes | own) if own else known


def _words(names: ProgrammeNames, wanted: Iterable[str]) -> list[str]:
    return [
        word
        for key in sorted(wanted)
        for word in (names.programmes[key].name, *names.programmes[key].aliases)
    ]


def _mentioned(reading: Reading, place: Mention) -> Mentioned:
    release = reading.release
    begin, end = sentence_around(release.text, place.start, place.end)
    sentence = release.text[begin:end].strip()
    return Mentioned(release.id, release.published, Span(place.start, place.end), sentence)


def _measures(
    reading: Reading, places: Sequence[Mention], names: ProgrammeNames, wanted: set[str]
) -> dict[int, set[str]]:
    """The programmes of each measure of a release that has one, by where it starts."""
    found: dict[int, set[str]] = defaultdict(set)
    starts = [place.start for place in places]
    for made in reading.commitments:
        span = made.span
        inside = places[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        keys = {place.programme.key for place in inside} | _of_instrument(made, names)
        if keys & wanted:
            found[span.start] = keys & wanted
    return found


def _of_instrument(made: Commitment, names: ProgrammeNames) -> set[str]:
    run = names.of_instrument(made.instrument) if made.instrument else None
    return set() if run is None else {run.key}


def _promises(reading: Reading, of: dict[int, set[str]]) -> tuple[Promise, ...]:
    if not of:
        return ()
    kept = tuple(made for made in reading.commitments if made.span.start in of)
    return promises_of(_with(reading, kept))


def _with(reading: Reading, kept: tuple[Commitment, ...]) -> Reading:
    return type(reading)(
        reading.release, reading.turns, reading.points, reading.observations, kept
    )


def _entries(
    view: View, promises: list[Promise], readings: Sequence[Reading], as_of: date
) -> dict[_Place, Entry]:
    """The ledger of some measures, as the whole ledger has them."""
    tracker = Tracker(promises, view.judgements())
    seen = {reading.release.id for reading in readings}
    more = _further(view, promises, tracker, seen, as_of)
    for reading in sorted((*readings, *more), key=_day):
        tracker.see(reading)
    found = tracker.entries(as_of)
    return {(entry.promise.release, entry.promise.commitment.span.start): entry for entry in found}


def _further(
    view: View, promises: Sequence[Promise], tracker: Tracker, seen: set[str], as_of: date
) -> list[Reading]:
    """The releases that may speak of measures without a name of their programmes."""
    called = {name for promise in promises for name in names_of(promise)}
    ids = {
        known
        for goal in tracker.goals.values()
        if (first := goal.observation.indicator_id) is not None
        for known in (first, *group_of(same_id(first)))
    }
    cores = {goal.key[0] for goal in tracker.goals.values() if not goal.observation.indicator_id}
    told = view.sources_called(ids, [(core,) for core in sorted(cores)], regions=None, until=as_of)
    also = {fact.release for fact in told}
    return [
        reading
        for reading in view.readings_naming(sorted(called), as_of, also)
        if reading.release.id not in seen
    ]


def _day(reading: Reading) -> tuple[date, str]:
    return reading.release.published, reading.release.id


def _row(
    item: ProgrammeItem, entries: list[Entry], mentions: list[Mentioned], releases: set[str]
) -> ProgrammeRow:
    latest = max(mentions, key=lambda one: (one.published, one.release, one.span.start), default=None)
    reason = ""
    if latest is None and not entries:
        reason = "no release names it"
    elif not entries:
        reason = "releases name it, none announces a measure under it"
    return ProgrammeRow(item, tuple(entries), len(releases), latest, reason)
