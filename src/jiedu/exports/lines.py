"""Lines of comma-separated values after RFC 4180, each ended by a line feed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.exports.cells import cell

if TYPE_CHECKING:
    from collections.abc import Iterable

_QUOTED = re.compile('[",\r\n]')


def csv_line(values: Iterable[object]) -> str:
    """One line of cells.

    The writer of the standard library leaves a lone carriage return without quotes, which its
    own reader then takes for the end of the line.
    """
    return ",".join(_quoted(cell(value)) for value in values) + "\n"


def _quoted(text: str) -> str:
    if _QUOTED.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text
