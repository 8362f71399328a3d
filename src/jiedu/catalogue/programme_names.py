"""Programmes by name, in texts, and behind the instruments of measures."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from jiedu.catalogue.programme_cores import core_of, cores, names_own_years
from jiedu.catalogue.programmes import Programme, programme_words, programmes
from jiedu.catalogue.wording import dropped, plain
from jiedu.lexicon import normalise, without_halves

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_OPENING, _CLOSING = "“‘《〈(【[", "”’》〉)】]"
_AROUND = frozenset({"“”", "‘’", "《》", "〈〉"})
_BEFORE, _BEHIND = _OPENING + "\"'", _CLOSING + "\"'"
_LATIN = re.compile("[A-Za-z0-9]")


class Mention(NamedTuple):
    """Where a text names a programme: code points, with the marks that belong to the name."""

    programme: Programme
    start: int
    end: int


class ProgrammeNames:
    """Programmes under all of their names.

    Args:
        held: the programmes by key. Where two share a name, the one that comes last has it.
    """

    def __init__(self, held: Mapping[str, Programme]) -> None:
        self.programmes = dict(held)
        self._asked: dict[str, Programme] = {}
        self._cores: dict[str, Programme] = {}
        self._free: dict[str, Programme] = {}
        self._quoted: dict[str, Programme] = {}
        for programme in self.programmes.values():
            for name in (programme.name, *programme.aliases):
                self._enter(programme, name)
            for name in programme.asked:
                self._asked[_form(name)] = self._cores[core_of(name)] = programme
        self._words = [*self._free, *(word for word in self._quoted if word not in self._free)]
        self._automaton = AhoCorasick(self._words, matchkind=MatchKind.LeftmostLongest)

    def _enter(self, programme: Programme, name: str) -> None:
        self._asked[_form(name)] = self._cores[core_of(name)] = programme
        bare = _stripped(normalise(name))
        words = programme_words()
        least = words["quoted_as_written" if name[0] in "“‘" else "always_quoted"]
        (self._quoted if len(bare) <= least else self._free)[bare] = programme

    def of(self, text: str) -> Programme | None:
        """The programme that is called so, else ``None``; quotation marks do not matter."""
        return self._asked.get(_form(text))

    def of_instrument(self, instrument: str) -> Programme | None:
        """The programme that an instrument of a measure runs, else ``None``.

        What only says that something is run, when and for which branches does not matter
        (新一轮, 2023年, 专项行动, 消费品、原材料“三品”行动); any other word makes it another one.
        Of several that an instrument joins it is the first.
        """
        if (found := self.of(instrument)) is not None:
            return found
        for core in cores(instrument):
            programme = self._cores.get(core)
            if programme is not None and not names_own_years(instrument, programme.years):
                return programme
        return None

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every programme that a text names, leftmost and longest, with its place."""
        return tuple(self._mentions(normalise(text)))

    def _mentions(self, normal: str) -> Iterator[Mention]:
        shifts = [match.start() - seen for seen, match in enumerate(dropped().finditer(normal))]
        matches = self._automaton.find_matches_as_indexes(_stripped(normal))
        for index, first, last in matches:
            start = first + bisect_right(shifts, first)
            end = last + bisect_right(shifts, last - 1)
            if _inside_a_word(normal, start, end):
                continue
            word = self._words[index]
            programme = self._free.get(word)
            if programme is None and _quoted(normal, start, end):
                programme = self._quoted[word]
            if programme is not None:
                yield Mention(programme, *_with_marks(normal, start, end))


def _form(name: str) -> str:
    return plain(normalise(name)).lower()


def _stripped(normal: str) -> str:
    """A text without what says nothing in a name, in small letters."""
    bare = dropped().sub("", without_halves(normal))
    small = bare.lower()
    return small if len(small) == len(bare) else bare


def _inside_a_word(normal: str, start: int, end: int) -> bool:
    """Whether a match begins or ends within Latin letters or digits: R18 in CR180."""
    before = _LATIN.match(normal[start]) and start and _LATIN.match(normal[start - 1])
    return bool(before or (_LATIN.match(normal[end - 1]) and _LATIN.match(normal[end : end + 1])))


def _quoted(normal: str, start: int, end: int) -> bool:
    before, behind = normal[start - 1 : start], normal[end : end + 1]
    return before != "" and before in _BEFORE and behind != "" and behind in _BEHIND


def _with_marks(normal: str, start: int, end: int) -> tuple[int, int]:
    """A place with the marks that a name needs to be whole, and those it stands in."""
    while True:
        before, behind = normal[start - 1 : start], normal[end : end + 1]
        inner = normal[start:end]
        lacks = sum(map(inner.count, _CLOSING)) - sum(map(inner.count, _OPENING))
        if lacks > 0 and before and before in _OPENING:
            start -= 1
        elif lacks < 0 and behind and behind in _CLOSING:
            end += 1
        elif lacks == 0 and before + behind in _AROUND:
            start, end = start - 1, end + 1
        else:
            return start, end


@cache
def builtin_names() -> ProgrammeNames:
    """The programmes that come with jiedu."""
    return ProgrammeNames(programmes())


def programme_of(text: str) -> Programme | None:
    """The built-in programme that is called so, else ``None`` (``ProgrammeNames.of``)."""
    return builtin_names().of(text)


def programmes_in(text: str) -> tuple[Mention, ...]:
    """Every built-in programme that a text names (``ProgrammeNames.find``)."""
    return builtin_names().find(text)


def programme_of_instrument(instrument: str) -> Programme | None:
    """The built-in programme behind an instrument (``ProgrammeNames.of_instrument``)."""
    return builtin_names().of_instrument(instrument)
