"""New names of releases, gathered under what their forms have in common."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue.programme_cores import core_of
from jiedu.lexicon import normalise, numeral_value
from jiedu.model import Span
from jiedu.programmes.candidates import Candidate, candidates_in, least_uses, parts_of, says_more

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.catalogue import ProgrammeNames
    from jiedu.model import Commitment, Release

_END = re.compile(r"[。！？；;\n]")
_TEN, _ONE = "[二三四五六七八九]?十", "[一二三四五六七八九]"
_NUMERAL = re.compile(f"(?:{_TEN}{_ONE}?|{_ONE})(?=年|个|项)")
_AROUND = 60  # characters of an example on either side


class Example(NamedTuple):
    """Where a name stands: the release, its day, the place and the sentence around it."""

    published: date
    release: str
    span: Span
    sentence: str


@dataclass(slots=True)
class Group:
    """Names that are likely the same.

    Attributes:
        names: how many releases use each form.
        releases: the ids of the releases that use one.
        publishers: who published them, and of which region they speak: a collection may give
            one publisher for the governments of many.
        days: when.
        commitments: how many measures have one for their instrument.
        examples: the newest place of each form.
    """

    names: Counter[str] = field(default_factory=Counter)
    releases: set[str] = field(default_factory=set)
    publishers: set[tuple[str | None, str | None]] = field(default_factory=set)
    days: list[date] = field(default_factory=list)
    commitments: int = 0
    examples: dict[str, Example] = field(default_factory=dict)

    def is_used(self, least: int) -> bool:
        """Whether enough releases use the names; more must where all have weak heads."""
        return len(self.releases) >= max(least, least_uses(self.names))

    def take(self, other: Group) -> None:
        """Make another group's names aliases of this one's."""
        self.names.update(other.names)
        self.releases |= other.releases
        self.publishers |= other.publishers
        self.days += other.days
        self.commitments += other.commitments
        self.examples = other.examples | self.examples

    def add(self, release: Release, found: Candidate, *, first: bool) -> None:
        """Note a name in a release; ``first`` where the release has not used this form before."""
        self.releases.add(release.id)
        self.publishers.add((release.publisher, release.region))
        self.days.append(release.published)
        if not first:
            return
        self.names[found.name] += 1
        known = self.examples.get(found.name)
        if known is None or known.published <= release.published:
            place = Span(found.start, found.end)
            sentence = _sentence(release.text, place)
            self.examples[found.name] = Example(release.published, release.id, place, sentence)


def gather(
    release: Release,
    commitments: tuple[Commitment, ...],
    names: ProgrammeNames,
    groups: dict[str, Group],
) -> None:
    """Add the new names of a release to their groups.

    Args:
        release: the release.
        commitments: its measures.
        names: the programmes that are known.
        groups: the groups so far, by what their names have in common; they are added to.
    """
    seen: set[str] = set()
    for found in _candidates(release, commitments):
        if not _is_known(found.name, names):
            group = groups.setdefault(_key(found.name), Group())
            group.add(release, found, first=found.name not in seen)
            seen.add(found.name)
    for measure in commitments:
        for key in {_key(part) for part in parts_of(measure.instrument or "")}:
            if key in groups:
                groups[key].commitments += 1


def _key(name: str) -> str:
    """What names have in common that differ in words of running and in how a number is written."""
    return _NUMERAL.sub(lambda found: str(numeral_value(found[0])), core_of(name))


def _is_known(name: str, names: ProgrammeNames) -> bool:
    """Whether a name is that of a programme, but for words that any programme may have."""
    if names.of_instrument(name) is not None:
        return True
    rest = name
    for one in reversed(names.find(name)):
        rest = rest[: one.start] + rest[one.end :]
    return rest != name and not says_more(rest)


def _candidates(release: Release, commitments: tuple[Commitment, ...]) -> Iterator[Candidate]:
    yield from candidates_in(release.text)
    normal = normalise(release.text)  # instruments are written in the normal form
    for measure in commitments:
        for part in parts_of(measure.instrument or ""):
            start = normal.find(part, measure.span.start, measure.span.end)
            if start >= 0:
                end = start + len(part)
                yield Candidate(release.text[start:end], start, end)


def _sentence(text: str, place: Span) -> str:
    begin, end = max(0, place.start - _AROUND), min(len(text), place.end + _AROUND)
    for match in _END.finditer(text, begin, place.start):
        begin = match.end()
    closing = _END.search(text, place.end, end)
    return text[begin : closing.start() if closing else end].strip()
