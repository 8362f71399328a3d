"""A line of an indicator as rows of a table: each period with all that was said of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from jiedu.briefings import amount_words
from jiedu.catalogue import indicator
from jiedu.lexicon import closing_day
from jiedu.store import plain_name, slot_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jiedu.model import Language, Observation, Release, Series, Vintage


class Place(NamedTuple):
    """Where a row stands: by the last day of its period, then by what it is of.

    Attributes:
        day: empty where there is no period.
        period: as it is written.
        region: empty for the country.
        thing: the id of the indicator, or its name without filling words.
    """

    day: str
    period: str
    region: str
    thing: str


@dataclass(frozen=True, slots=True)
class Saying:
    """What one release says of a period.

    Attributes:
        vintage: the figure.
        release: where it stands.
        revises: the earlier value that it takes back, in words; empty where it takes back none.
    """

    vintage: Vintage
    release: Release
    revises: str

    @property
    def observation(self) -> Observation:
        """The figure."""
        return self.vintage.observation

    @property
    def sentence(self) -> str:
        """The words it stands in."""
        return self.observation.sentence.of(self.release.text)


class PointRow(NamedTuple):
    """A period of a line.

    Attributes:
        place: where it stands.
        newest: what counts.
        sayings: all that was said, oldest first.
    """

    place: Place
    newest: Saying
    sayings: tuple[Saying, ...]

    @property
    def revised(self) -> bool:
        """Whether something said was taken back."""
        return any(saying.revises for saying in self.sayings)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with all that was said along it.

    Attributes:
        series: one figure a period, those that revise an earlier one marked.
        rows: the same as rows, oldest first.
        strays: what is out of scale.
        sources: its releases with how many of their figures are in it, the newest first.
    """

    series: Series
    rows: tuple[PointRow, ...]
    strays: tuple[Saying, ...]
    sources: tuple[tuple[Release, int], ...]

    @property
    def names(self) -> int:
        """How many things the line is of."""
        return len({row.place.thing for row in self.rows})

    @property
    def regions(self) -> int:
        """How many regions it is of."""
        return len({row.place.region for row in self.rows})


def line_of(
    series: Series, every: Series, releases: Mapping[str, Release], language: Language
) -> Line:
    """A line with all that was said along it.

    Args:
        series: one figure a period.
        every: the same line with all that was said, revisions marked.
        releases: those that the figures stand in, by id.
        language: of the values that were taken back.
    """
    sayings = {_key(each): _saying(each, releases, language) for each in every.vintages}
    known = indicator(series.indicator)
    by_slot: dict[object, list[Saying]] = defaultdict(list)
    for each in every.vintages:
        by_slot[slot_of(each, known)].append(sayings[_key(each)])
    rows = [
        PointRow(
            _place(each),
            sayings[_key(each)],
            tuple(sorted(by_slot[slot_of(each, known)], key=lambda told: told.vintage.published)),
        )
        for each in series.vintages
    ]
    shown = {_key(saying.vintage) for row in rows for saying in row.sayings}
    counts = Counter(each.release for each in every.vintages)
    sources = [(releases[each], count) for each, count in counts.items()]
    return Line(
        replace(series, vintages=tuple(row.newest.vintage for row in rows)),
        tuple(sorted(rows, key=lambda row: row.place)),
        tuple(told for key, told in sayings.items() if key not in shown),
        tuple(sorted(sources, key=lambda told: (told[0].published, told[0].id), reverse=True)),
    )


def following(rows: Sequence[PointRow], place: Place | None, *, newest: bool) -> list[PointRow]:
    """The rows behind a place, in the order that is wanted; all where there is none.

    Args:
        rows: oldest first.
        place: where a page ended.
        newest: whether the newest comes first.
    """
    if not newest:
        return [row for row in rows if place is None or row.place > place]
    return [row for row in reversed(rows) if place is None or row.place < place]


def thing(vintage: Vintage) -> tuple[str | None, str]:
    """What a figure of a line is of: the region, and the indicator."""
    found = vintage.observation
    return found.region, found.indicator_id or plain_name(found.indicator)


def _key(vintage: Vintage) -> tuple[str, int, str, str, str | None]:
    """One numeral may be said of several things."""
    found = vintage.observation
    return vintage.release, found.span.start, found.indicator, str(found.value), found.period


def _place(vintage: Vintage) -> Place:
    found = vintage.observation
    period = found.period or ""
    day = closing_day(period) if period else ""
    return Place(day, period, found.region or "", thing(vintage)[1])


def _saying(vintage: Vintage, releases: Mapping[str, Release], language: Language) -> Saying:
    unit = vintage.observation.unit
    before = vintage.revises
    words = "" if before is None else amount_words(before, unit, language)
    return Saying(vintage, releases[vintage.release], words)
