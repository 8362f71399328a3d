"""Figures as JSON lines: one object a line, its value a string so that no digit is lost."""

from __future__ import annotations

import json
from operator import attrgetter
from typing import TYPE_CHECKING

from jiedu.exports.cells import digits, encodable
from jiedu.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jiedu.model import Record

_values = attrgetter(*FIELDS)


def write_file(records: Iterable[Record], path: Path) -> int:
    """Write figures and return how many they were."""
    written = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        for record in records:
            file.write(_line(record))
            written += 1
    return written


def _line(record: Record) -> str:
    row = dict(zip(FIELDS, _values(record), strict=True))
    row["value"] = digits(record.value)
    row["published"] = record.published.isoformat()
    return encodable(json.dumps(row, ensure_ascii=False)) + "\n"
