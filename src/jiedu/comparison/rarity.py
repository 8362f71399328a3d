"""How much two characters that stand together say: the rarer, the more."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

RAREST = 11
"""The bits of a pair that is in no list of common ones."""

_RUN = re.compile(r"[㐀-鿿]+|[A-Za-z0-9]+")


@cache
def common() -> dict[str, int]:
    """The common pairs of characters with their bits.

    The bits are those of the share of sentences that hold the pair, in 1,355 official texts of
    2022 to 2026; `tools/common_words.py` counts them.
    """
    lines = (files(__package__) / "data" / "common.txt").read_text("utf-8").splitlines()
    rows = (line.split() for line in lines)
    return {pair: int(bits) for bits, *pairs in rows for pair in pairs}


def pairs_of(text: str) -> Iterator[str]:
    """The pairs of Chinese characters that stand together, and each run of letters whole."""
    for match in _RUN.finditer(text):
        run = match[0]
        if run[0].isascii():
            yield run.upper()
        else:
            for at in range(len(run) - 1):
                yield run[at : at + 2]


def bits(pair: str) -> int:
    """How rare a pair is, from 2 to `RAREST`; a run of letters is as rare as can be."""
    return common().get(pair, RAREST)


def weight_of(text: str) -> float:
    """The mean bits of a text's pairs; 0 where it has none."""
    found = [bits(pair) for pair in pairs_of(text)]
    return sum(found) / len(found) if found else 0.0
