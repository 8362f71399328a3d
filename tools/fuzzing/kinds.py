"""What kind of result it is: an input that gives a new kind is kept and changed further."""

from __future__ import annotations

import re

from jiedu.errors import JieduError
from jiedu.model import Finding, Numeral, Reading, Record, Release, Structure, Table

_DIGITS = re.compile(r"[\d.,]+")


def features(found: object) -> frozenset[str]:
    """The marks of a result, few enough that new ones are rare."""
    if isinstance(found, JieduError):
        return frozenset({f"{type(found).__name__}: {_DIGITS.sub('0', found.message)[:80]}"})
    if isinstance(found, Reading):
        return _of_reading(found)
    if isinstance(found, (list, tuple)):
        return frozenset().union(*(features(each) for each in found[:50]))
    if isinstance(found, str):
        return frozenset({_DIGITS.sub("0", found)[:16]})
    if isinstance(found, Structure):
        turns = {f"turn {each.role} {each.speaker is None}" for each in found.turns}
        return frozenset(
            turns | {f"point {each.level} {each.marker[-1:]}" for each in found.points}
        )
    if isinstance(found, Numeral):
        return frozenset({f"{found.decision}"})
    if isinstance(found, Finding):
        return frozenset({f"{found.rule} {found.verdict}"})
    if isinstance(found, Record):
        return frozenset({f"{found.measure} {found.unit} {found.period is None} {found.basis}"})
    if isinstance(found, Table):
        return features(found.records)
    if isinstance(found, Release):
        return _of_release(found)
    return frozenset({type(found).__name__})


def _of_release(found: Release) -> frozenset[str]:
    """Lines, cells, marks of notes and the like, each by how often it comes, roughly."""
    said = {
        f"{sign!r} {min(found.text.count(sign), 99).bit_length()}" for sign in "\n\t[|#（<\ufffd"
    }
    odd = {sign for sign in found.text if not sign.isprintable()}
    return frozenset({*said, *map(repr, odd), f"title {len(found.title).bit_length()}",
                      f"{found.publisher is None} {found.published.year}"})  # fmt: skip


def _of_reading(found: Reading) -> frozenset[str]:
    said = {f"{each.rule} {each.bound} {each.status} {each.measure}" for each in found.observations}
    said |= {f"basis {_DIGITS.sub('0', each.basis or '')[:12]}" for each in found.observations}
    said |= {f"turn {each.role}" for each in found.turns}
    said |= {f"point {each.level}" for each in found.points if each.level < 9}
    for each in found.commitments:
        said.add(f"measure {each.action[:8]} {each.deadline is None} {each.instrument is None}")
    return frozenset(said)
