"""Proposals → figures, only where the text, the lexicon and the grammar bear them out.

A model gives no value, unit, period or id: it points at words. The gate holds the words against
the text, the grammar reads them again by its own rules, and what it then finds must be what it
found before, with slots filled that were empty.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from jiedu.assist.passages import BASE, NAME, TIME
from jiedu.extraction.observe import observe
from jiedu.lexicon import normalise, scan
from jiedu.model import ASSISTED, Hint, Reading, Span, Structure

if TYPE_CHECKING:
    from jiedu.assist.passages import Asked, Passage
    from jiedu.assist.proposals import Proposal
    from jiedu.assist.strict import Place
    from jiedu.model import Observation

_SHORTEST, _LONGEST = 2, 40  # characters of a name
_NO_NAME = re.compile(r"[。！？；;!?\n\r，,：:<>{}\x00-\x1f\x7f-\x9f]")
_NAMES = re.compile(r"[一-鿿A-Za-z]")
_SLOTS = {TIME: "period", BASE: "basis"}


class RefusedError(Exception):
    """Why a proposal is not taken."""


class Gate(NamedTuple):
    """What proposals are held against.

    Attributes:
        reading: what the grammar read.
        structure: the release's turns, points and sentences.
    """

    reading: Reading
    structure: Structure

    def accept(self, passage: Passage, proposal: Proposal) -> Observation:
        """The figure that a proposal leads the grammar to.

        Raises:
            RefusedError: where it leads to none, or to another reading of what was read already.
        """
        asked = self._asked(passage, proposal.numeral)
        hint = self._hint(passage, proposal, asked)
        found = self._read(asked, hint)
        before = asked.found or self._added(found, asked, hint)
        filled = [slot for slot in _SLOTS.values() if _is_filled(before, found, slot)]
        if _without(found, before, filled) != before:
            raise RefusedError("it would change what the grammar read")
        pointed = [*([] if asked.found else ["indicator"]), *filled]
        if not pointed:
            raise RefusedError("the grammar reads nothing new in these words")
        rule = f"{ASSISTED}: {', '.join(pointed)}; {found.rule}"
        return replace(found, rule=rule, confidence=0.0)

    def _asked(self, passage: Passage, numeral: Place) -> Asked:
        start, end = self._span(passage, numeral)
        for one in passage.asked:
            if (one.item.start, one.item.end) == (start, end):
                return one
        raise RefusedError("nobody asked about this numeral")

    def _span(self, passage: Passage, place: Place) -> tuple[int, int]:
        """The offsets in the release of words that stand where they are said to stand."""
        start, end = passage.span.start + place.start, passage.span.start + place.end
        if not place.start < place.end or end > passage.span.end:
            raise RefusedError("its place is outside the passage")
        if self.reading.release.text[start:end] != place.text:
            raise RefusedError("these characters do not stand there")
        return start, end

    def _hint(self, passage: Passage, proposal: Proposal, asked: Asked) -> Hint:
        """The words that are pointed at, each fit for its slot."""
        for slot in (NAME, TIME, BASE):
            if getattr(proposal, slot) is not None and slot not in asked.wants:
                raise RefusedError(f"the grammar has read the {slot}")
        name = self._name(passage, proposal.indicator, asked) if proposal.indicator else ""
        if not name and asked.found is None:
            raise RefusedError("nothing says what it measures")
        return Hint(
            name,
            self._time(passage, proposal.period) if proposal.period else "",
            self._base(passage, proposal.basis) if proposal.basis else "",
        )

    def _name(self, passage: Passage, place: Place, asked: Asked) -> str:
        start, end = self._span(passage, place)
        if start < asked.item.stop and asked.item.start < end:
            raise RefusedError("the name holds the numeral")
        words = normalise(self.reading.release.text)[start:end]
        tokens = scan(words)
        if len(words) > _LONGEST or _NO_NAME.search(words) or not _NAMES.search(words):
            raise RefusedError("these words are no name")
        if tokens.quantities or tokens.times or len(words) < _SHORTEST:
            raise RefusedError("these words are more or less than a name")
        return words

    def _time(self, passage: Passage, place: Place) -> str:
        start, end = self._span(passage, place)
        for word in passage.times:
            if (word.start, word.end) == (start, end):
                return word.words
        raise RefusedError("these are no words of time that the lexicon knows")

    def _base(self, passage: Passage, place: Place) -> str:
        start, end = self._span(passage, place)
        words = normalise(self.reading.release.text)[start:end]
        if len(words) > _LONGEST or not any(known in words for known in _base_words()):
            raise RefusedError("these words tell no base")
        return words

    def _read(self, asked: Asked, hint: Hint) -> Observation:
        """What the grammar reads of a numeral once it is shown the words."""
        span = Span(asked.item.start, asked.item.end)
        read = observe(self.reading.release, self.structure, {span.start: hint})
        found = [item for item in read if item.span == span]
        if len(found) != 1:
            raise RefusedError("the grammar finds no figure there even so")
        return found[0]

    def _added(self, found: Observation, asked: Asked, hint: Hint) -> Observation:
        """A figure where the grammar had none, as a reading without its pointed-at slots."""
        item, text = asked.item, self.reading.release.text
        if any(_meet(other, found) for other in self.reading.observations):
            raise RefusedError("it overlaps a figure that the grammar read")
        named = len(found.indicator) >= _SHORTEST and found.indicator in hint.name
        if abs(found.value) != item.value or (found.value < 0 and found.indicator != hint.name):
            raise RefusedError("its value would not be what stands there")  # 下降 from elsewhere
        if not named or found.text != text[item.start : item.stop]:
            raise RefusedError("the grammar reads it as something else")
        return found


def _without(found: Observation, before: Observation, filled: list[str]) -> Observation:
    """A figure as it was before slots were filled; how it was read is not compared."""
    return replace(
        found,
        period=before.period if "period" in filled else found.period,
        basis=before.basis if "basis" in filled else found.basis,
        rule=before.rule,
        confidence=before.confidence,
    )


def _is_filled(before: Observation, found: Observation, slot: str) -> bool:
    return getattr(before, slot) is None and getattr(found, slot) is not None


def _meet(one: Observation, other: Observation) -> bool:
    """Whether two figures share a character, their units included."""
    first, second = one.span.start, other.span.start
    return first < second + len(other.text) and second < first + len(one.text)


@cache
def _base_words() -> tuple[str, ...]:
    table = tomllib.loads((files(__package__) / "data" / "bases.toml").read_text("utf-8"))
    return tuple(table["words"])
