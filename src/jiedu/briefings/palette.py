"""How the parts of a chart are told apart: by colour, and without it by mark, line and hatch.

The colours are those of Okabe and Ito (2008), which eyes that mix up red and green tell apart.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from jiedu.model import Stretch

GREY = "#555555"
FAINT = "#dddddd"

_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
_MARKERS = ("o", "s", "^", "D", "v", "P", "X")
_HATCHES = ("", "////", "....", "xxxx", "\\\\\\\\", "++++", "oooo")
_LINES: dict[Stretch, Any] = {
    Stretch.ACCUMULATED: "-",
    Stretch.MOMENT: "-",
    Stretch.YEAR: "-",
    Stretch.MONTH: (0, (4, 2)),
    Stretch.QUARTER: (0, (6, 2, 1, 2)),
    Stretch.HALF: (0, (1, 1.5)),
    Stretch.OTHER: "none",
}


class Look(NamedTuple):
    """What one part of a chart looks like.

    Attributes:
        colour: of marks, lines and bars.
        marker: the shape of its marks.
        line: the style of its line.
        hatch: what its bars are filled with.
    """

    colour: str
    marker: str
    line: Any
    hatch: str


def look_of(number: int, stretch: Stretch) -> Look:
    """The look of a part.

    Args:
        number: which part of the chart it is, from 0.
        stretch: how long its periods are, which its line shows.
    """
    return Look(
        _COLOURS[number % len(_COLOURS)],
        _MARKERS[number % len(_MARKERS)],
        _LINES[stretch],
        _HATCHES[number % len(_HATCHES)],
    )
