"""Composed indicators: a head such as 增加值 with a subject such as 汽车制造业.

A composed id is the id of the pattern and the key of the subject, parted by a slash:
``industry.value_added/automobile`` is the value added of automobile manufacturing,
``output/nev`` the output of new-energy vehicles, ``trade.with/asean`` the trade with ASEAN.
"""

from __future__ import annotations

from collections import defaultdict
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from jiedu.catalogue.data_files import read_toml
from jiedu.catalogue.subjects import Subject, subject_sets
from jiedu.catalogue.wording import plain
from jiedu.model import Direction, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator


class Pattern(NamedTuple):
    """A productive pattern of names.

    Attributes:
        id: the part of the composed id before the slash.
        english: the English name of the head.
        head: the Chinese head of the composed name, and whether it stands first.
        frame: how the subject is dressed in the composed name.
        subjects: what it can be about, by key.
        words: every wording of a subject, in plain form, with its key.
        unit: the unit of the level, empty where it is that of the subject.
        kind: stock or flow.
        good: which way is better.
    """

    id: str
    english: str
    head: str
    frame: str
    subjects: dict[str, Subject]
    words: dict[str, str]
    unit: str
    kind: Kind
    good: Direction


class Scope(Enum):
    """For which measures a head names its pattern."""

    ANY = ""
    LEVEL = "level_"
    RATE = "rate_"


class Composed(NamedTuple):
    """A name that was taken apart: its pattern, its subject, and when that reading holds."""

    id: str
    unit: str
    scope: Scope


class _Affix(NamedTuple):
    pattern: Pattern
    scope: Scope


class _Grammar(NamedTuple):
    patterns: tuple[Pattern, ...]
    heads: dict[str, list[_Affix]]
    leads: dict[str, list[_Affix]]


def _subjects(row: dict[str, Any]) -> dict[str, Subject]:
    members = [subject for name in row["subjects"] for subject in subject_sets()[name]]
    wanted = set(row.get("only", (member.key for member in members)))
    wanted -= set(row.get("without", ()))
    return {member.key: member for member in members if member.key in wanted}


def _pattern(row: dict[str, Any]) -> Pattern:
    subjects = _subjects(row)
    words = {
        plain(frame.format(word)): subject.key
        for subject in subjects.values()
        for word in subject.words
        for frame in row["frames"]
    }
    return Pattern(
        id=row["id"],
        english=row["english"],
        head=(row.get("heads") or row["rate_heads"])[0],
        frame=row["frames"][0],
        subjects=subjects,
        words=words,
        unit=row.get("unit", ""),
        kind=Kind(row.get("kind", "flow")),
        good=Direction(row.get("good", "up")),
    )


@cache
def _grammar() -> _Grammar:
    patterns: list[Pattern] = []
    heads: dict[str, list[_Affix]] = defaultdict(list)
    leads: dict[str, list[_Affix]] = defaultdict(list)
    for row in read_toml("patterns")["pattern"]:
        pattern = _pattern(row)
        patterns.append(pattern)
        for scope in Scope:
            affix = _Affix(pattern, scope)
            for head in row.get(f"{scope.value}heads", ()):
                heads[plain(head)].append(affix)
            for lead in row.get(f"{scope.value}leads", ()):
                leads[plain(lead)].append(affix)
    return _Grammar(tuple(patterns), dict(heads), dict(leads))


def _fitting(affixes: list[_Affix], word: str) -> Iterator[Composed]:
    for pattern, scope in affixes:
        if (key := pattern.words.get(word)) is not None:
            unit = pattern.unit or pattern.subjects[key].unit
            yield Composed(f"{pattern.id}/{key}", unit, scope)


def take_apart(name: str) -> Iterator[Composed]:
    """Every reading of a plain name as a subject with a head behind or before it."""
    grammar = _grammar()
    for cut in range(1, len(name)):
        front, back = name[:cut], name[cut:]
        if back in grammar.heads:
            yield from _fitting(grammar.heads[back], front)
        if front in grammar.leads:
            yield from _fitting(grammar.leads[front], back)


def patterns() -> tuple[Pattern, ...]:
    """Every pattern, in the order of its table."""
    return _grammar().patterns


def pattern_of(composed_id: str) -> tuple[Pattern, Subject] | None:
    """The pattern and the subject of a composed id, or ``None`` where there are none."""
    pattern_id, _, key = composed_id.partition("/")
    for pattern in patterns():
        if pattern.id == pattern_id and key in pattern.subjects:
            return pattern, pattern.subjects[key]
    return None
