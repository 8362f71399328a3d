"""Which of the Chinese encodings some bytes are in: the one that gives everyday characters.

GB18030 and Big5 accept nearly each other's every byte, so that decoding without an error says
little. The wrong one gives rare characters; ``data/common.txt`` holds the ones that official
prose uses most, simplified and traditional, with its punctuation.
"""

from __future__ import annotations

from importlib.resources import files

_ENCODINGS = ("gb18030", "big5", "cp950", "big5hkscs")
_COMMON = frozenset(
    "".join((files(__package__) / "data" / "common.txt").read_text("utf-8").split())
)
_ENOUGH = 0.2  # real prose has more than half, a wrong encoding hardly any
_SAMPLE = 20_000


def decode_chinese(data: bytes) -> str | None:
    """The text of bytes in GB18030 or Big5; ``None`` where neither reads as Chinese."""
    best: str | None = None
    most = 0.0
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        share = common_share(text[:_SAMPLE])
        if share > most:
            best, most = text, share
    return best if most >= _ENOUGH else None


def common_share(text: str) -> float:
    """How many of the characters beyond ASCII are everyday ones."""
    beyond = [character for character in text if character > "\x7f"]
    if not beyond:
        return 0.0
    return sum(character in _COMMON for character in beyond) / len(beyond)
