"""What was tried of a part before: which text ended the process that read it.

A text that kills its process (out of memory, a fault in a library, a hang that nothing breaks)
would end every attempt at its part. So each attempt leaves a line in a small file beside the part.
Where an earlier attempt did not end, the next one writes down each text before it reads it; a text
that two such attempts ended at is blamed, left out, and listed as failed. Two, as a worker may be
killed for reasons of its own.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_BEGUN = "begun"
_BLAMED = "blamed"
_READ = "read"
_ENOUGH = 2


class Trail:
    """The attempts at one part.

    Args:
        path: the file, which is made on the first attempt.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        self._blamed = _blamed(lines)
        self._careful = bool(lines)

    def begin(self) -> None:
        """Say that an attempt begins."""
        self._write(_BEGUN)

    def enter(self, number: int) -> None:
        """Say which text is read next, where an attempt failed before."""
        if self._careful:
            self._write(str(number))

    def leave(self) -> None:
        """Say that every text was read, where an attempt failed before."""
        if self._careful:
            self._write(_READ)

    def blame(self, number: int) -> None:
        """Say that a text is to be left out from now on."""
        self._write(f"{_BLAMED} {number}")

    def is_blamed(self, number: int) -> bool:
        """Whether a text ended attempts before."""
        return number in self._blamed

    def end(self) -> None:
        """Say that the part is finished."""
        self._path.unlink(missing_ok=True)

    def _write(self, line: str) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")


def _blamed(lines: list[str]) -> frozenset[int]:
    ended: Counter[int] = Counter()
    said = set()
    last: int | None = None
    for line in lines:
        if line == _BEGUN:
            if last is not None:
                ended[last] += 1
            last = None
        elif line.startswith(_BLAMED):
            said.add(int(line.removeprefix(_BLAMED)))
            last = None
        else:
            last = int(line) if line.isdigit() else None
    if last is not None:
        ended[last] += 1
    return frozenset(said | {number for number, times in ended.items() if times >= _ENOUGH})
