"""What an input is read with: drawn from the input itself, and so the same every time."""

from __future__ import annotations

import zlib
from contextlib import ExitStack
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from jiedu.model import Release, digest
from jiedu.readers.titles import first_line

Input = str | bytes
"""A text, or the bytes of a document."""

DAY = date(2023, 7, 20)
"""When every input was published that does not have to say so itself."""

_kept = ExitStack()


def chance_of(given: Input) -> Random:
    """Draws the circumstances of an input."""
    data = given if isinstance(given, bytes) else given.encode("utf-8", "surrogatepass")
    return Random(zlib.crc32(data))


def day_of(given: Input) -> date | None:
    """The day that an input is said to be published on, or that it must say itself."""
    return None if chance_of(given).random() < 0.3 else DAY


def release_of(text: str) -> Release:
    """A text as a release."""
    return Release("f", first_line(text), DAY, text, digest(text), "某局")


@cache
def folder() -> Path:
    """A folder that goes when the process ends."""
    made = TemporaryDirectory(prefix="jiedu-fuzz-")
    _kept.callback(made.cleanup)
    return Path(made.name)
