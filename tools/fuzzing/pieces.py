"""What texts, pages, tables and questions are made of, and what breaks them: ``pieces.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROWS: dict[str, tuple[str, ...]] = {
    name: tuple(words)
    for name, words in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")).items()
}
"""The pieces by their kind."""

HALVES = ("\ud83d", "\udc00")
"""Halves of surrogate pairs, which no file can hold."""

PROSE = tuple(
    word
    for kind in ("numerals", "units", "times", "words", "marks", "points")
    for word in ROWS[kind]
)
"""What texts of the field are made of."""

TEXT = PROSE + ROWS["odd"] + HALVES
"""The same, with characters that nobody types."""
