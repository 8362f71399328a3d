"""Texts of others as pages show them: no character moves, hides or turns another one around.

One code point stands for one, so that what a browser counts is what jiedu counts.
"""

from __future__ import annotations

import re

_REPLACEMENT = "\ufffd"
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\x7f-\x9f"  # controls but tab and line feed
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns the order of characters
    "\u2028\u2029"  # line ends that HTML does not know
    "\ufff9-\ufffb\ufeff"
    "\ud800-\udfff"  # halves, which no encoding writes
    "\U000e0000-\U000e007f]"  # tags, which nobody sees
)


def seen(text: str) -> str:
    """The text with a mark of replacement for each character that is not what it looks like."""
    return _UNSEEN.sub(_REPLACEMENT, text)
