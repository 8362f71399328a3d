"""Rows as JSON lines: one object a line, decimals as strings so that no digit is lost."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING

from jiedu.exports.cells import digits, encodable
from jiedu.exports.layouts import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jiedu.exports.layouts import Layout, Row


def write_file(rows: Iterable[Row], path: Path, layout: Layout = FIGURES) -> int:
    """Write rows and return how many they were."""
    values = attrgetter(*layout.fields)
    written = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        for row in rows:
            told = dict(zip(layout.fields, map(_plain, values(row)), strict=True))
            file.write(encodable(json.dumps(told, ensure_ascii=False)) + "\n")
            written += 1
    return written


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return digits(value)
    return value.isoformat() if isinstance(value, date) else value
