"""The ledger's words for people: states in Chinese, and texts cut to a width."""

from __future__ import annotations

from unicodedata import category, east_asian_width

from jiedu.model import State

STATES = {
    State.ACHIEVED: "已完成",
    State.PROGRESS: "有进展",
    State.MISSED: "未达到",
    State.OVERDUE: "到期未见后续",
    State.ANNOUNCED: "已宣布",
}
"""What each state is called; the one that says most comes first."""

_NARROW = 0.6  # of an em: what a letter takes at most, but for a few
_WIDE = "WF"
_CUT = "…"
_BREAKS = " ，、；。"


def width(text: str) -> float:
    """About how many ems a text takes in a proportional font."""
    return sum(_width(sign) for sign in text)


def one_line(text: str) -> str:
    """A text without line breaks, control characters and signs of no width."""
    return " ".join("".join(sign for sign in text if _is_seen(sign)).split())


def shortened(text: str, ems: float) -> str:
    """A text on one line that takes no more than some ems, with an ellipsis where it was cut."""
    line = one_line(text)
    if width(line) <= ems:
        return line
    left = ems - _width(_CUT)
    for at, sign in enumerate(line):
        left -= _width(sign)
        if left < 0:
            return line[:at].rstrip() + _CUT
    return line


def in_lines(text: str, ems: float, most: int) -> list[str]:
    """A text in so many lines at most, each no wider than some ems; the last may be cut."""
    left = one_line(text)
    lines: list[str] = []
    while left and len(lines) < most - 1 and width(left) > ems:
        end = len(shortened(left, ems)) - 1
        stops = [at + 1 for at in range(end) if left[at] in _BREAKS]
        at = stops[-1] if stops else end
        lines.append(left[:at].rstrip())
        left = left[at:].lstrip()
    return [*lines, shortened(left, ems)] if left else lines


def _width(sign: str) -> float:
    return 1.0 if east_asian_width(sign) in _WIDE or sign in "…—“”‘’" else _NARROW


def _is_seen(sign: str) -> bool:
    return sign.isspace() or category(sign) not in ("Cc", "Cf")
