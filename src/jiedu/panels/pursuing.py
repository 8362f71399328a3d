"""The programmes of a panel: the measures announced under each, and what became of them.

A measure is of a programme where its clause names it, or where its instrument is the programme.
Outcomes are those of the whole ledger: the tracker sees every release that may speak of these
measures, by the programmes' names, the names of the measures, and the indicators of their goals.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from jiedu.catalogue import Programme, ProgrammeKind, ProgrammeNames, known_programmes
from jiedu.model import Mentioned, ProgrammeRow, Span
from jiedu.tracking import Tracker, promises_of, sentence_around
from jiedu.tracking.deeds import names_of
from jiedu.tracking.words import group_of, same_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from jiedu.catalogue import Mention
    from jiedu.model import (
        Entry,
        Observation,
        ProgrammeItem,
        Promise,
        Reading,
        Source,
    )
    from jiedu.store import View


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
    readings = view.readings_naming(_words(names, wanted), as_of)
    mentions: dict[str, list[tuple[Reading, Mention]]] = defaultdict(list)
    measures: dict[str, dict[int, set[str]]] = {}
    for reading in readings:
        places = names.find(reading.release.text)
        for place in places:
            if place.programme.key in wanted:
                mentions[place.programme.key].append((reading, place))
        if of := _measures(reading, places, names, wanted):
            measures[reading.release.id] = of
    promises = _promises(view, readings, measures, as_of)
    entries: dict[str, list[Entry]] = defaultdict(list)
    for entry in _entries(view, promises, readings, as_of):
        promise = entry.promise
        for key in measures[promise.release][promise.commitment.span.start]:
            entries[key].append(entry)
    return tuple(_row(item, entries[item.key], mentions[item.key]) for item in items)


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


def _measures(
    reading: Reading, places: Sequence[Mention], names: ProgrammeNames, wanted: set[str]
) -> dict[int, set[str]]:
    """The programmes of each measure of a release that has one, by where it starts."""
    found: dict[int, set[str]] = defaultdict(set)
    starts = [place.start for place in places]
    for made in reading.commitments:
        span = made.span
        first = bisect_left(starts, span.start)
        while first < len(starts) and starts[first] < span.end:
            found[span.start].add(places[first].programme.key)
            first += 1
        if made.instrument is not None:
            found[span.start] |= _of_instrument(made.instrument, names)
    return {start: keys & wanted for start, keys in found.items() if keys & wanted}


def _of_instrument(instrument: str, names: ProgrammeNames) -> set[str]:
    run = names.of_instrument(instrument)
    return set() if run is None else {run.key}


def _promises(
    view: View,
    readings: Sequence[Reading],
    measures: Mapping[str, Mapping[int, set[str]]],
    as_of: date,
) -> list[Promise]:
    """The measures that are of programmes, with their figures to reach."""
    goals = view.goals_of(measures, as_of)
    found: list[Promise] = []
    for reading in readings:
        starts = measures.get(reading.release.id)
        if starts:
            kept = tuple(made for made in reading.commitments if made.span.start in starts)
            told = tuple(goals.get(reading.release.id, ()))
            found += promises_of(replace(reading, commitments=kept, observations=told))
    return found


def _entries(
    view: View, promises: list[Promise], readings: Sequence[Reading], as_of: date
) -> list[Entry]:
    """The ledger of some measures, as the whole ledger has them."""
    tracker = Tracker(promises, view.judgements())
    facts: dict[str, list[Observation]] = defaultdict(list)
    for fact in _facts(view, tracker, as_of):
        facts[fact.release].append(fact.observation)
    called = sorted({name for promise in promises for name in names_of(promise)})
    seen = {reading.release.id for reading in readings}
    more = view.readings_naming(called, as_of, also=facts, without=seen)
    for reading in sorted((*readings, *more), key=_day):
        told = sorted(facts.get(reading.release.id, ()), key=lambda one: one.span.start)
        tracker.see(replace(reading, observations=tuple(told)))
    return list(tracker.entries(as_of))


def pledges(view: View, releases: Collection[str], as_of: date) -> tuple[Entry, ...]:
    """Every measure of some releases with what became of it, in the order of the texts.

    Args:
        view: the store.
        releases: their ids.
        as_of: the day whose knowledge counts, and by which measures are overdue.
    """
    readings = list(view.readings(as_of, figures=False))
    mine = [reading for reading in readings if reading.release.id in releases]
    goals = view.goals_of(releases, as_of)
    promises = [
        promise
        for reading in mine
        for promise in promises_of(
            replace(reading, observations=tuple(goals.get(reading.release.id, ())))
        )
    ]
    return tuple(_entries(view, promises, readings, as_of))


def _facts(view: View, tracker: Tracker, as_of: date) -> list[Source]:
    """The figures of texts that may tell of goals."""
    goals = tracker.goals.values()
    ids = {
        known
        for goal in goals
        if (first := goal.observation.indicator_id) is not None
        for known in (first, *group_of(same_id(first)))
    }
    cores = {goal.key[0] for goal in goals if goal.observation.indicator_id is None}
    words = [(core,) for core in sorted(cores)]
    told = view.sources_called(ids, words, regions=None, until=as_of)
    return [fact for fact in told if not fact.cell]


def _day(reading: Reading) -> tuple[date, str]:
    return reading.release.published, reading.release.id


def _row(
    item: ProgrammeItem, entries: Sequence[Entry], places: Sequence[tuple[Reading, Mention]]
) -> ProgrammeRow:
    reason = ""
    if not places and not entries:
        reason = "no release names it"
    elif not entries:
        reason = "releases name it, none announces a measure under it"
    newest = max(places, key=lambda place: (*_day(place[0]), place[1].start), default=None)
    return ProgrammeRow(
        item,
        tuple(entries),
        len({reading.release.id for reading, _ in places}),
        _mentioned(*newest) if newest else None,
        reason,
    )


def _mentioned(reading: Reading, place: Mention) -> Mentioned:
    release = reading.release
    begin, end = sentence_around(release.text, place.start, place.end)
    sentence = release.text[begin:end].strip()
    return Mentioned(release.id, release.published, Span(place.start, place.end), sentence)
