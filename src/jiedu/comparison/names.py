"""The programmes that a release names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import programme_of, programmes
from jiedu.catalogue.wording import plain
from jiedu.comparison import words
from jiedu.lexicon import normalise
from jiedu.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.catalogue import Programme
    from jiedu.model import Reading

_QUOTED = re.compile(
    r"“[^“”，。；、！？\n]{2,16}”"
    r"(?:专项)?(?:行动计划|行动方案|三年行动|行动|工程|计划|规划|方案|战略|活动|大赛|倡议)"
)
_QUOTES = re.compile(r"(“[^“”]+”)(.+)$")
_SHORTEST = 4
_TITLE = re.compile(r"《[^《》\n]{4,40}》")


class Name(NamedTuple):
    """A programme that a release names.

    Attributes:
        name: as it is written.
        key: the catalogue's key, where it knows the programme.
        span: where it stands first.
        run: whether a measure creates or runs it.
    """

    name: str
    key: str | None
    span: Span
    run: bool


def names_of(reading: Reading) -> dict[str, Name]:
    """The programmes of a release by their key, or by their name in plain form."""
    text = normalise(reading.release.text)
    found: dict[str, Name] = {}
    for name in (*_run(reading), *_written(text), *_known(text)):
        found.setdefault(name.key or plain(name.name), name)
    return found


def _run(reading: Reading) -> Iterator[Name]:
    """What the measures create or run."""
    text = normalise(reading.release.text)
    for measure in reading.commitments:
        if measure.instrument is None or "等" in measure.instrument:
            continue
        for part in normalise(measure.instrument).split("、"):
            name = part.strip("和与及")
            at = text.find(name, measure.span.start)
            if at >= 0 and len(name) >= _SHORTEST:
                yield _named(name, at, run=True)


def _written(text: str) -> Iterator[Name]:
    """What stands in quotation marks in front of a word for a programme, and titles."""
    for pattern in (_QUOTED, _TITLE):
        for match in pattern.finditer(text):
            yield _named(match[0], match.start(), run=False)


def _known(text: str) -> Iterator[Name]:
    """What the catalogue knows, however it is written."""
    for programme in programmes().values():
        for name in (programme.name, *programme.aliases):
            at = text.find(name)
            if at < 0:
                name = plain(name)
                at = text.find(name)
            if at >= 0:
                yield Name(name, programme.key, Span(at, at + len(name)), run=False)
                break


def known_as(name: str) -> Programme | None:
    """The catalogue's programme, though other words stand around its quotation marks."""
    quoted = _QUOTES.search(name)
    if quoted is None:
        return programme_of(name)
    core = quoted[1] if quoted[2] in words.heads() else name
    return programme_of(name) or programme_of(quoted[0]) or programme_of(core)


def _named(name: str, at: int, *, run: bool) -> Name:
    known = known_as(name)
    return Name(name, known.key if known else None, Span(at, at + len(name)), run)
