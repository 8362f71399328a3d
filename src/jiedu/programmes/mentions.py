"""How often releases and their measures name each programme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jiedu.catalogue import Programme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.catalogue import ProgrammeNames
    from jiedu.model import Commitment, Release

_MARKS = str.maketrans("", "", "“”‘’\"'《》")


@dataclass(slots=True)
class Usage:
    """How often a programme is named.

    Attributes:
        programme: the programme.
        releases: the releases that name it.
        commitments: the measures that name it or run it.
        first: the day of the first release, ``None`` where there is none.
        last: the day of the last one.
    """

    programme: Programme
    releases: int = 0
    commitments: int = 0
    first: date | None = None
    last: date | None = None

    def add(self, day: date, commitments: int) -> None:
        """Count a release of a day with so many measures."""
        self.releases += 1
        self.commitments += commitments
        self.first = min(self.first or day, day)
        self.last = max(self.last or day, day)


def count_mentions(
    held: Iterable[tuple[Release, tuple[Commitment, ...]]], names: ProgrammeNames
) -> dict[str, Usage]:
    """How often each programme is named, by its key; also those that are never named.

    Args:
        held: releases with their measures.
        names: the programmes that are looked for.
    """
    found = {key: Usage(programme) for key, programme in names.programmes.items()}
    for release, commitments in held:
        places = [(one.start, one.programme.key) for one in names.find(release.text)]
        measures: dict[str, int] = {key: 0 for _, key in places}
        for measure in commitments:
            for key in _named_by(measure, places, names):
                measures[key] = measures.get(key, 0) + 1
        for key, number in measures.items():
            found[key].add(release.published, number)
    return found


def _named_by(
    measure: Commitment, places: list[tuple[int, str]], names: ProgrammeNames
) -> set[str]:
    keys = {key for start, key in places if measure.span.start <= start < measure.span.end}
    if measure.instrument and (run := names.of_instrument(measure.instrument)) is not None:
        keys.add(run.key)
    return keys


def search(names: ProgrammeNames, words: str) -> list[Programme]:
    """The programmes whose names, key, English name, ministries or field hold all the words."""
    wanted = words.lower().translate(_MARKS).split()
    return [
        one for one in names.programmes.values() if all(word in _described(one) for word in wanted)
    ]


def _described(one: Programme) -> str:
    parts = (one.key, one.name, one.english, *one.aliases, *one.asked, *one.owners, one.field or "")
    return "\n".join(parts).lower().translate(_MARKS)
