"""The ledger in the order of its pages: the newest measures first, or those of a group together."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from jiedu.briefings import evidence_of
from jiedu.model import State
from jiedu.server.pages.recent import Recent
from jiedu.tracking import field_names, fields_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from jiedu.model import Entry
    from jiedu.store import View
    from jiedu.tracking import FieldName, WantedMeasures

_ANSWERS = 64  # lists that were asked for lately, as references to measures
PLACE = (int, str, int, str, int)
"""The kinds of the parts of a place."""
Place = tuple[int, str, int, str, int]


class Group(StrEnum):
    """What measures are put together by."""

    PROGRAMME = "programme"
    OWNER = "owner"
    FIELD = "field"


class Line(NamedTuple):
    """A measure in a list.

    Attributes:
        place: the group's rank and name, the day counted backwards, the release, the offset.
        entry: the measure with its outcomes.
        group: the group it is put in; empty for those without, and where there are none.
    """

    place: Place
    entry: Entry
    group: str


class Listed(NamedTuple):
    """The measures that are wanted.

    Attributes:
        lines: in their order.
        counts: how many have come to each state, of all that are wanted but for the state.
        every: how many that is.
        sizes: of the groups, by name.
    """

    lines: Sequence[Line]
    counts: Mapping[State, int]
    every: int
    sizes: Mapping[str, int]

    @property
    def entries(self) -> list[Entry]:
        """The measures alone."""
        return [line.entry for line in self.lines]


class Book:
    """The ledger of a store on a day.

    Args:
        entries: its measures.
        days: when the releases of their evidence were published.
        as_of: the day.
    """

    def __init__(self, entries: Iterable[Entry], days: Mapping[str, date], as_of: date) -> None:
        self.days = days
        self.as_of = as_of
        self._entries = sorted(entries, key=_place)
        self._lists: Recent[Listed] = Recent(_ANSWERS)
        self._picked: Recent[list[Line]] = Recent(_ANSWERS)
        self._states = {
            (entry.promise.release, entry.promise.commitment.span.start): entry
            for entry in self._entries
        }

    def entry(self, release: str, start: int) -> Entry | None:
        """The measure whose clause starts at a place, or ``None``."""
        return self._states.get((release, start))

    def listed(
        self, key: str, wanted: WantedMeasures, status: State | None, group: Group | None
    ) -> Listed:
        """The measures that are wanted, in the order of their pages.

        Args:
            key: what is asked, in one word.
            wanted: which measures; of any state, so that the states can be counted.
            status: the state wanted.
            group: what they are put together by.
        """
        return self._lists.get(key, lambda: self._list(wanted, status, group))

    def picked(self, key: str, pick: Callable[[], list[Line]]) -> list[Line]:
        """Some measures of a list, picked now where they were not lately.

        Args:
            key: what is asked, in one word.
            pick: picks them.
        """
        return self._picked.get(key, pick)

    def _list(self, wanted: WantedMeasures, status: State | None, group: Group | None) -> Listed:
        every = list(filter(wanted.takes, self._entries))
        counts = Counter(state for entry in every for state in states_of(entry))
        shown = [entry for entry in every if status is None or status in states_of(entry)]
        names = [group_of(entry, group, wanted.field) for entry in shown]
        sizes = Counter(names)
        ranks = _ranks(sizes, group)
        lines = [
            Line((ranks[name], name, *_place(entry)), entry, name)
            for entry, name in zip(shown, names, strict=True)
        ]
        if group is not None:
            lines.sort(key=lambda line: line.place)
        return Listed(lines, counts, len(every), sizes)


def book_of(entries: Sequence[Entry], view: View, as_of: date) -> Book:
    """The ledger of a store as pages show it."""
    days = {release: view.release(release).published for release in evidence_of(entries)}
    return Book(entries, days, as_of)


def states_of(entry: Entry) -> set[State]:
    """The states that the goals of a measure have come to, or its own."""
    return {outcome.state for outcome in entry.outcomes}


def group_of(entry: Entry, group: Group | None, asked: FieldName | None = None) -> str:
    """The name of the group that a measure is put in; empty where it is of none.

    Args:
        entry: the measure, which may be of several fields.
        group: what measures are put together by.
        asked: the field that is asked about, which all measures are of.
    """
    commitment = entry.promise.commitment
    if group is Group.PROGRAMME:
        return commitment.instrument or ""
    if group is Group.OWNER:
        return commitment.owner or ""
    if group is Group.FIELD:
        mine = {asked.value} if asked is not None else fields_of(entry.promise)
        return next((name for name in field_names() if name in mine), "")
    return ""


def _ranks(sizes: Mapping[str, int], group: Group | None) -> dict[str, int]:
    """The largest group first, fields in their own order, what is of none last."""
    last = len(sizes) + len(field_names())
    if group is Group.FIELD:
        ranks = {name: number for number, name in enumerate(field_names())}
    else:
        ordered = sorted(sizes, key=lambda name: (-sizes[name], name))
        ranks = {name: number for number, name in enumerate(ordered)}
    return {**ranks, "": last}


def _place(entry: Entry) -> tuple[int, str, int]:
    promise = entry.promise
    return -promise.published.toordinal(), promise.release, promise.commitment.span.start
