"""Texts and queries as runs of characters: what finds Chinese words of two characters.

For a file, a run of letters, digits and Chinese characters becomes its overlapping pairs, and its
last character by itself, so that a pair or a character stands at every place:
``工业增加值`` → ``工业 业增 增加 加值 值``. A query of two characters and more is a phrase of its
pairs; one character is the beginning of a pair. Runs do not touch: a sign between them is a gap.

A server holds no order of pairs, so that it cannot look for phrases. It has all runs of one, two
and three characters; a longer query is its runs of three, which stand together in few texts.
"""

from __future__ import annotations

import re
from zlib import crc32

from jiedu.lexicon import normalise

_RUN = re.compile(r"[^\W_]+")
GAP = "ー"
"""Stands between runs, so that no phrase reaches across."""


def plain(text: str) -> str:
    """The normal form that is searched, of the same length: simplified, half-width, lower case."""
    same = normalise(text)
    lower = same.lower()
    return lower if len(lower) == len(same) else same  # İ becomes two


def runs(text: str) -> list[str]:
    """The runs of letters and digits of a text in its normal form."""
    return _RUN.findall(plain(text))


def pairs(run: str) -> list[str]:
    """The overlapping pairs of a run: one character gives none."""
    return [run[at : at + 2] for at in range(len(run) - 1)]


def marks(text: str) -> list[int]:
    """The runs of one to three characters of a text, as numbers of 32 bits, each once."""
    found = {piece for run in runs(text) for size in (1, 2, 3) for piece in _pieces(run, size)}
    return sorted(map(_mark, found))


def marks_of(words: list[str]) -> list[int]:
    """What marks every text that holds some words; a few that do not are marked as well."""
    parts = [run for word in words for run in runs(word)]
    return sorted({_mark(piece) for run in parts for piece in _pieces(run, min(len(run), 3))})


def _pieces(run: str, size: int) -> list[str]:
    return [run[at : at + size] for at in range(len(run) - size + 1)]


def _mark(piece: str) -> int:
    return crc32(piece.encode()) - (1 << 31)  # with a sign, as the server's integers are


def grams(text: str) -> list[str]:
    """What is put into the index for a text, in the order of the text."""
    found: list[str] = []
    for run in runs(text):
        found += pairs(run)
        found += (run[-1], GAP)
    return found
