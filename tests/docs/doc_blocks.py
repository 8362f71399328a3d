"""The commands that a document shows, each with the output that it shows for it."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_BLOCK = re.compile(r"^```(console|shell)\n(.*?)^```$", re.M | re.S)
_ELLIPSIS = "…"
_REMARK = re.compile(r"\s#\s.*")


class Command(NamedTuple):
    """One command of a document.

    Attributes:
        line: its line in the document.
        words: the command as it stands there, its lines joined.
        shown: the lines of output below it; ``None`` where the document shows none.
    """

    line: int
    words: str
    shown: list[str] | None

    @property
    def parts(self) -> list[str]:
        """Its words as a shell takes them, without remarks."""
        return shlex.split(_REMARK.sub("", self.words))


def commands_of(path: Path) -> list[Command]:
    """The commands of the ``console`` and ``shell`` blocks of a document, in its order."""
    text = path.read_text("utf-8")
    found: list[Command] = []
    for block in _BLOCK.finditer(text):
        first = text.count("\n", 0, block.start(2)) + 1
        found += _console(block[2], first) if block[1] == "console" else _shell(block[2], first)
    return found


def _console(text: str, first: int) -> list[Command]:
    """Commands behind ``$``, each with what stands below it."""
    found: list[Command] = []
    for at, line in enumerate(text.splitlines()):
        if line.startswith("$ "):
            found.append(Command(first + at, line[2:], []))
        elif found and found[-1].words.endswith("\\"):
            joined = f"{found[-1].words[:-1].rstrip()} {line.removeprefix('>').strip()}"
            found[-1] = found[-1]._replace(words=joined)
        elif found:
            assert found[-1].shown is not None
            found[-1].shown.append(line)
    return [each if each.shown else each._replace(shown=None) for each in found]


def _shell(text: str, first: int) -> list[Command]:
    """Commands, one a line, without output."""
    found: list[Command] = []
    goes_on = False
    for at, line in enumerate(text.splitlines()):
        if goes_on:
            found[-1] = found[-1]._replace(
                words=f"{found[-1].words} {line.strip().rstrip(chr(92))}"
            )
        elif line.strip() and not line.lstrip().startswith("#"):
            found.append(Command(first + at, line.strip().rstrip("\\"), None))
        goes_on = line.endswith("\\")
    return found


def difference(shown: list[str], told: list[str]) -> str:
    """Where what is shown is not what was told, in words; nothing where it is.

    A line of nothing but ``…`` stands for any lines, ``…`` within a line for any characters.

    Args:
        shown: the lines of a document.
        told: the lines of the program.
    """
    wanted = [line.rstrip() for line in shown]
    while wanted and not wanted[-1]:
        wanted.pop()
    got = [line.rstrip() for line in told]
    while got and not got[-1]:
        got.pop()
    at, skipping = 0, False
    for line in wanted:
        if line == _ELLIPSIS:
            skipping = True
            continue
        fits = next((n for n in range(at, len(got)) if _fits(line, got[n])), None)
        if fits is None or (fits != at and not skipping):
            near = "\n".join(got[at : at + 6]) or "(nothing more)"
            return f"the document shows\n{line}\nwhere the program says\n{near}"
        at, skipping = fits + 1, False
    if at < len(got) and not skipping:
        return "the program says more:\n" + "\n".join(got[at : at + 6])
    return ""


def _fits(line: str, got: str) -> bool:
    pattern = ".*".join(map(re.escape, line.split(_ELLIPSIS)))
    return re.fullmatch(pattern, got) is not None
