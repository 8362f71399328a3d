"""Words that somebody else than the grammar points at, for it to read."""

from __future__ import annotations

from typing import NamedTuple


class Hint(NamedTuple):
    """Where to look for the slots of one figure that the grammar left empty.

    Only words of the text are handed over; what they mean is for the grammar to say.

    Attributes:
        name: the words that name what is measured, with those that say how (增长, 占比), in
            normal form, empty for none.
        time: the words that tell its time, in normal form, empty for none.
        base: the words that tell what it is compared with, in normal form, empty for none.
    """

    name: str = ""
    time: str = ""
    base: str = ""
