"""Names that the catalogue does not know, ranked by how widely they are used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jiedu.model import Span
from jiedu.programmes.gathering import Group, gather
from jiedu.programmes.grouping import leading_cores

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.catalogue import ProgrammeNames
    from jiedu.model import Commitment, Release


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that may be that of a programme.

    Attributes:
        name: the commonest form.
        aliases: further forms that are likely the same, the commonest first.
        releases: the releases that use one of them.
        commitments: the measures whose instrument is one of them.
        publishers: how many published those releases, each region's apart.
        first: the day of the first of them.
        last: the day of the last.
        near: the keys of known programmes whose names are a part of this one.
        example: the id of the newest release that uses the commonest form.
        span: where it stands in that release, in code points.
        sentence: the sentence around it, or as much of it as a line shows.
    """

    name: str
    aliases: tuple[str, ...]
    releases: int
    commitments: int
    publishers: int
    first: date
    last: date
    near: tuple[str, ...]
    example: str
    span: Span
    sentence: str

    @property
    def days(self) -> int:
        """How many days lie between the first and the last release."""
        return (self.last - self.first).days


def propose(
    held: Iterable[tuple[Release, tuple[Commitment, ...]]], names: ProgrammeNames, least: int = 2
) -> list[Proposal]:
    """The names that are not known yet, those of the most releases first.

    Among equals, those of more publishers and of a longer time come first.

    Args:
        held: releases with their measures.
        names: the programmes that are known.
        least: how many releases must use a name.
    """
    groups: dict[str, Group] = {}
    for release, commitments in held:
        gather(release, commitments, names, groups)
    for core, leader in leading_cores({core: len(one.releases) for core, one in groups.items()}):
        groups[leader].take(groups.pop(core))
    found = [_proposal(group, names) for group in groups.values() if group.is_used(least)]
    return sorted(found, key=_rank)


def _rank(one: Proposal) -> tuple[int, int, int, int, str]:
    return -one.releases, -one.publishers, -one.days, -one.commitments, one.name


def _proposal(group: Group, names: ProgrammeNames) -> Proposal:
    forms = sorted(group.names, key=lambda name: (-group.names[name], len(name), name))
    example = group.examples[forms[0]]
    near = dict.fromkeys(one.programme.key for name in forms for one in names.find(name))
    return Proposal(
        forms[0],
        tuple(forms[1:]),
        len(group.releases),
        group.commitments,
        len(group.publishers),
        min(group.days),
        max(group.days),
        tuple(near),
        example.release,
        example.span,
        example.sentence,
    )
