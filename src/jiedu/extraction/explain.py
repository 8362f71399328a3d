"""Every numeral of a release, with what became of it: the reading made open to audit."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from jiedu.extraction.lexemes import outside_rows, pattern
from jiedu.extraction.observe import Reader
from jiedu.lexicon import Stretch
from jiedu.lexicon import refused as never_quantities
from jiedu.model import Decision, Numeral, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.model import Release, Structure

_NUMERAL = pattern("explain.numeral")
_VAGUE_BEFORE = pattern("explain.vague_before")
_VAGUE = pattern("explain.vague")
_COUNTED = pattern("explain.counted")
_PER = pattern("explain.per")
_MAGNITUDE = pattern("explain.magnitude")
_SIZE_CLASS = pattern("explain.size_class")
_RANGE = pattern("explain.range")
_CODE = 8  # so many digits without a unit are the number of a thing
_NEAR = 8  # how far back words still tell, in characters


class _Row(NamedTuple):
    """What stands around a numeral, and what it is there."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    decision: Decision


_OUTSIDE = tuple(
    _Row(
        re.compile(row.get("before", "")),
        re.compile(row.get("after", "")),
        Decision(row["decision"]),
    )
    for row in outside_rows()
)


def explain(release: Release, structure: Structure) -> tuple[Numeral, ...]:
    """Say of each numeral of a release whether it is an observation, and else why not.

    The numerals are found here on their own, not by the lexicon's pass, so that what that pass
    overlooks is seen as ``unknown``.

    Args:
        release: the document.
        structure: its turns, points and sentences.

    Returns:
        The numerals in the order of the text: runs of Arabic digits with their signs of
        grouping and decimals, and runs of Chinese numerals.
    """
    reader = Reader(release, structure).run()
    stretches = sorted(
        chain(
            (
                Stretch(found.span.start, found.span.start + len(found.text), Decision.OBSERVATION)
                for found in reader.found
            ),
            reader.refused,
            never_quantities(reader.normal),
            (
                Stretch(point.span.start, point.span.start + len(point.marker), Decision.ORDINAL)
                for point in structure.points
            ),
        )
    )
    return tuple(_decided(reader.normal, stretches))


def _decided(normal: str, stretches: list[Stretch]) -> Iterator[Numeral]:
    starts = [stretch.start for stretch in stretches]
    waiting: list[Span] = []
    for match in _NUMERAL.finditer(normal):
        span = Span(*match.span(match.lastgroup or 0))
        at = bisect_right(starts, span.start) - 1
        inside = [s for s in stretches[max(0, at - 2) : at + 1] if span.start < s.end]
        told = [s.decision for s in inside if s.decision is not Decision.UNKNOWN]
        if Decision.OBSERVATION in told:
            why = Decision.OBSERVATION
        else:
            why = told[0] if told else _outside(normal, span.start, span.end)
        if why is Decision.UNKNOWN and _RANGE.match(normal, span.end):
            waiting.append(span)  # 4—8℃: the first end is what the second is
            continue
        yield from (Numeral(first, why) for first in waiting)
        waiting.clear()
        yield Numeral(span, why)
    yield from (Numeral(span, Decision.UNKNOWN) for span in waiting)


def _outside(normal: str, start: int, end: int) -> Decision:
    """A numeral that nothing looked at: told by the words around it."""
    if not normal[start].isdigit():
        return _chinese(normal, start, end)
    if len(normal[start:end]) >= _CODE:
        return Decision.NAME
    before = normal[max(0, start - _NEAR) : start]
    for row in _OUTSIDE:
        if row.before.search(before) and row.after.match(normal, end):
            return row.decision
    return Decision.UNKNOWN


def _chinese(normal: str, start: int, end: int) -> Decision:
    """Chinese numerals that are no figures are mostly parts of words."""
    before = normal[start - 1 : start]
    if _PER.match(before):
        return Decision.WORD
    if _SIZE_CLASS.match(normal, start):
        return Decision.SIZE_CLASS
    if _MAGNITUDE.match(normal, start):
        return Decision.MAGNITUDE
    if _VAGUE_BEFORE.match(before) or _VAGUE.match(normal, start):
        return Decision.VAGUE
    return Decision.UNKNOWN if _COUNTED.match(normal, end) else Decision.WORD
