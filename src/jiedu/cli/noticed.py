"""What is new in the sources that are watched, for people."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.text import Text

from jiedu.cli.output import console, counted, say, visible
from jiedu.model import NoticeKind

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKS = {
    NoticeKind.FIGURE: ("+", ""),
    NoticeKind.REVISION: ("~", "yellow"),
    NoticeKind.CONTRADICTION: ("✗", "bold red"),
    NoticeKind.MEASURE: ("›", "cyan"),
    NoticeKind.OUTCOME: ("✓", "green"),  # what was achieved; see below for the others
    NoticeKind.DUE: ("!", "yellow"),
}
"""A sign for each kind, so that colour never tells it alone."""
_OUTCOMES = {"progress": ("…", "cyan"), "missed": ("✗", "red"), "overdue": ("!", "yellow")}
_SHOWN = 12  # of one kind in one release
_LONGEST = 160  # characters of a line


def print_notices(lines: Iterable[str]) -> None:
    """Print notices by release and kind, and how many there are.

    Args:
        lines: notices as JSON, those of one release and kind together.
    """
    rows = [json.loads(line) for line in lines]
    for key, some in groupby(rows, key=lambda row: (row["release"], row["published"])):
        mine = list(some)
        say(f"{key[1]}  {key[0]}  {mine[0]['title']}", "bold")
        for kind, alike in groupby(mine, key=lambda row: str(row["kind"])):
            _print_kind(NoticeKind(kind), list(alike))


def _print_kind(kind: NoticeKind, rows: list[dict[str, Any]]) -> None:
    for row in rows[:_SHOWN]:
        mark, style = _MARKS[kind]
        if kind is NoticeKind.OUTCOME:
            mark, style = _OUTCOMES.get(row["outcome"]["outcome"], (mark, style))
        told = row["told"] if len(row["told"]) <= _LONGEST else f"{row['told'][: _LONGEST - 1]}…"
        line = Text(f"  {mark} {kind.value:<13} ", style)
        line.append(visible(told), "" if style == "cyan" else style)
        console.print(line, soft_wrap=True)
    if len(rows) > _SHOWN:
        say(f"    … and {counted(len(rows) - _SHOWN, f'more {kind.value}')}")
