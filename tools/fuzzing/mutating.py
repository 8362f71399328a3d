"""An input → another one like it, drawn from a seed: the same seed draws the same input."""

from __future__ import annotations

import io
import re
import zlib
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from fuzzing import pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

LONGEST = 100_000
"""The most code points or bytes of an input that is drawn."""

_LONG = 0.04  # of the inputs repeat a few pieces to tens of thousands of characters
_WIDE = 0.01  # and of these some to the longest
_TIMES = 4
_SLICE = 60
_ENCODINGS = ("gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-8-sig", "gbk", "latin-1")
_KIND = re.compile(r"\{(\w+)\}")
_TAG = re.compile(r"(<[^>]*>)")


class Drawing:
    """Draws inputs of one kind.

    Args:
        chance: what they are drawn from.
        words: the pieces that are put in.
    """

    def __init__(self, chance: Random, words: Sequence[str]) -> None:
        self._chance = chance
        self._words = words
        self._ways: tuple[Callable[[str, str], str], ...] = (
            self._splice, self._insert, self._insert, self._cut, self._repeat, self._replace,
            self._swap, self._frame, self._character,
        )  # fmt: skip

    def text(self, one: str, other: str) -> str:
        """A text like ``one``, perhaps with a part of ``other``."""
        if self._chance.random() < _LONG:
            return self.long(one)
        found = one[: LONGEST // 4]
        for _ in range(self._chance.randint(1, _TIMES)):
            found = self._chance.choice(self._ways)(found, other)
        return found[:LONGEST]

    def long(self, one: str) -> str:
        """A few pieces over and over again, with something before and behind."""
        unit = self._unit(one) or "1"
        size = LONGEST if self._chance.random() < 0.25 else self._chance.randrange(3_000, 30_000)
        head, tail = self._some(3), self._some(3)
        return (head + unit * (size // len(unit) + 1))[: size - len(tail)] + tail

    def _unit(self, one: str) -> str:
        if self._chance.random() < 0.4 and one:
            return self._slice(one)
        return self._some(self._chance.randint(1, 6))

    def _some(self, most: int) -> str:
        return "".join(self._chance.choices(self._words, k=self._chance.randint(0, most)))

    def _slice(self, text: str) -> str:
        start = self._chance.randrange(len(text) + 1)
        return text[start : start + self._chance.randint(1, _SLICE)]

    def _at(self, text: str) -> int:
        return self._chance.randrange(len(text) + 1)

    def _splice(self, one: str, other: str) -> str:
        return one[: self._at(one)] + other[self._at(other) :][: LONGEST // 4]

    def _insert(self, one: str, _: str) -> str:
        at = self._at(one)
        return one[:at] + self._some(3) + one[at:]

    def _cut(self, one: str, _: str) -> str:
        start = self._at(one)
        return one[:start] + one[start + self._chance.randint(1, _SLICE) :]

    def _repeat(self, one: str, _: str) -> str:
        start = self._at(one)
        part = one[start : start + self._chance.randint(1, _SLICE)]
        return one[:start] + part * self._chance.choice((2, 2, 3, 10, 50)) + one[start:]

    def _replace(self, one: str, _: str) -> str:
        start = self._at(one)
        return one[:start] + self._some(2) + one[start + self._chance.randint(1, 8) :]

    def _swap(self, one: str, other: str) -> str:
        start = self._at(one)
        return one[:start] + self._slice(other) + one[start:]

    def _character(self, one: str, _: str) -> str:
        at = self._at(one)
        point = chr(self._chance.choice((self._chance.randrange(0x80),
                                         self._chance.randrange(0x3000),
                                         self._chance.randrange(0x110000))))  # fmt: skip
        return one[:at] + point + one[at + self._chance.randint(0, 1) :]

    def _frame(self, one: str, _: str) -> str:
        at = self._at(one)
        return one[:at] + self.sentence() + one[at:]

    def sentence(self) -> str:
        """A sentence of the field, or what looks like one."""
        frame = self._chance.choice(pieces.ROWS["frames"])
        return _KIND.sub(lambda found: self._chance.choice(pieces.ROWS[found[1]]), frame)

    def encoded(self, one: bytes, other: bytes) -> bytes:
        """The bytes of a text like another one, now and then in another encoding or broken."""
        if self._chance.random() < 0.1:
            return self.raw(one, other)
        told = self.text(_characters(one), _characters(other))
        if self._chance.random() < 0.2:
            return told.encode(self._chance.choice(_ENCODINGS), "replace")
        return told.encode("utf-8", "surrogateescape" if _escaped(told) else "surrogatepass")

    def raw(self, one: bytes, other: bytes) -> bytes:
        """Bytes like others."""
        drawn = Drawing(self._chance, [word for word in self._words if word.isascii()] or ["\0"])
        told = drawn.text(one.decode("latin-1"), other.decode("latin-1"))
        return told.encode("latin-1", "replace")

    def packed(self, one: bytes, other: bytes) -> bytes:
        """An archive like another, with one of its parts changed; or its bytes changed."""
        if self._chance.random() < 0.15:
            return self.raw(one, other)
        try:
            parts = _unpacked(one)
        except (
            BadZipFile,
            ValueError,
            NotImplementedError,
            OSError,
            EOFError,
            zlib.error,
            RuntimeError,
        ):
            return self.raw(other, one)
        names = [name for name in parts if name.endswith((".xml", ".rels"))]
        main = [name for name in names if "document.xml" in name or "sheet" in name.lower()]
        if not names:
            return self.raw(other, one)
        name = self._chance.choice(main if main and self._chance.random() < 0.8 else names)
        parts[name] = self._marked(parts[name])
        return _pack(parts)

    def _marked(self, data: bytes) -> bytes:
        """A part in XML with some of its elements or its words changed."""
        told = data.decode("utf-8", "replace")
        if self._chance.random() < 0.3:
            return self.text(told, told).encode("utf-8", "replace")
        found = _TAG.split(told)
        for _ in range(self._chance.randint(1, _TIMES)):
            at = self._chance.randrange(len(found))
            if found[at].startswith("<"):
                found[at] = self._element(found, at)
            else:
                drawn = Drawing(self._chance, pieces.TEXT).text(found[at], "")
                found[at] = _TAG.sub("", drawn).replace("&", "").replace("<", "")
        return "".join(found)[: LONGEST * 4].encode("utf-8", "replace")

    def _element(self, found: list[str], at: int) -> str:
        way = self._chance.randrange(4)
        if way == 0:
            return ""
        if way == 1:
            return found[at] + self._some(2)
        if way == 2:
            stop = min(len(found), at + self._chance.randint(1, 40))
            return "".join(found[at:stop]) * self._chance.choice((1, 2, 20)) + found[at]
        return re.sub(
            r'"[^"]*"', lambda _: f'"{self._chance.randrange(-9, 10**9)}"', found[at], count=1
        )


def _characters(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _escaped(text: str) -> bool:
    """Whether all halves in it stand for bytes."""
    return all("\udc80" <= sign <= "\udcff" for sign in text if "\ud800" <= sign <= "\udfff")


def _unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as archive:
        if sum(each.file_size for each in archive.infolist()) > 10 * LONGEST:
            raise ValueError("too large to be changed")
        return {name: archive.read(name) for name in archive.namelist()}


def _pack(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            part = ZipInfo(name)  # of no day: the same input has the same bytes
            archive.writestr(part, data, ZIP_DEFLATED)
    return out.getvalue()
