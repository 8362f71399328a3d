"""What a line is by its shape: a heading, page furniture, or prose."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from jiedu.segments.data_files import alternatives, read_toml


class _Shapes(NamedTuple):
    longest: int
    closed: re.Pattern[str]
    chrome: re.Pattern[str]
    appendices: tuple[str, ...]


@cache
def _shapes() -> _Shapes:
    """The patterns of ``shapes.toml``."""
    raw = read_toml("shapes.toml")
    heading, chrome = raw["heading"], raw["chrome"]
    closing, closers = re.escape(heading["closing"]), re.escape(heading["closers"])
    clock = r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?"
    return _Shapes(
        longest=heading["longest"],
        closed=re.compile(rf"[{closing}][{closers}]*$"),
        chrome=re.compile(
            rf"(?:{alternatives(chrome['words'])})$"
            rf"|[（(【\[]?(?:{alternatives(chrome['labels'])})\s*[:：].{{0,80}}$"
            rf"|[\[［](?:{alternatives(chrome['links'])})[\]］]"
            rf"|[（(\[]?\d{{4}}[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?(?:\s+{clock})?[）)\]]?$"
            rf"|{clock}$"
            rf"|[（(][^（）()]{{0,12}}(?:{alternatives(chrome['credits'])})[^（）()]{{0,24}}[）)]$"
            r"|[\W_]+$"
        ),
        appendices=tuple(heading["appendices"]),
    )


def is_chrome(line: str) -> bool:
    """Whether a line, without space around it, is the furniture of a page."""
    return _shapes().chrome.match(line) is not None


def is_heading(line: str) -> bool:
    """Whether a line, without space around it, is short and ends without a closing sign."""
    shapes = _shapes()
    return len(line) <= shapes.longest and shapes.closed.search(line[-12:]) is None


def opens_appendix(heading: str) -> bool:
    """Whether what follows a heading is no part of the numbered text."""
    return heading.startswith(_shapes().appendices)
