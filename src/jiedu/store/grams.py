"""Texts and queries as bigrams: what finds Chinese words of two characters.

A run of letters, digits and Chinese characters becomes its overlapping pairs, and its last
character by itself, so that a pair or a character stands at every place:
``工业增加值`` → ``工业 业增 增加 加值 值``. A query of two characters and more is a phrase of its
pairs; one character is the beginning of a pair. Runs do not touch: a sign between them is a gap.
"""

from __future__ import annotations

import re

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


def grams(text: str) -> list[str]:
    """What is put into the index for a text, in the order of the text."""
    found: list[str] = []
    for run in runs(text):
        found += pairs(run)
        found += (run[-1], GAP)
    return found
