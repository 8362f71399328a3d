"""A text without its numbers, which are compared as figures."""

from __future__ import annotations

import re

from jiedu.lexicon import normalise

_ADDRESS = re.compile(r"(?:原文:)?https?://[!-~]+")
_NUMBER = re.compile(
    r"20\d\d年|[超近约逾]?\d+(?:[.,]\d+)*(?:%|[余多]?[万亿千百]*[余多]?"
    r"(?:个百分点|公里|[个家项元户人件所座台届次条类种款大吨亩年月日])?)(?:以上|左右|以内)?"
)


def without_addresses(text: str) -> str:
    """A text in normal form with spaces for its addresses; every offset stays."""
    return _ADDRESS.sub(lambda found: " " * len(found[0]), normalise(text))


def bare(text: str) -> str:
    """A text in normal form, a space for each number with its unit."""
    return _NUMBER.sub(" ", without_addresses(text))
