"""What of a page is furniture: the rows of ``data/pages.toml``, ready for use."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple


class Words(NamedTuple):
    """The rows, compiled.

    Attributes:
        unseen: tags whose elements are no text.
        furniture: words of classes and ids of furniture.
        containers: selectors of where texts stand.
        meta: what is wanted → names of ``<meta>``, the best first.
        apart: what stands between a title and a site's name.
        head: whole lines of a head, without spaces.
        anywhere: whole lines of furniture, without spaces.
        ends: whole lines behind which the text is over, without spaces.
        pieces: what is taken out of lines.
        publisher_tails: what a publisher's name is written without.
    """

    unseen: frozenset[str]
    furniture: frozenset[str]
    containers: tuple[str, ...]
    meta: dict[str, tuple[str, ...]]
    apart: re.Pattern[str]
    head: re.Pattern[str]
    anywhere: re.Pattern[str]
    ends: re.Pattern[str]
    pieces: re.Pattern[str]
    publisher_tails: tuple[str, ...]


@cache
def words() -> Words:
    """The rows of the data file."""
    rows = tomllib.loads((files("jiedu.readers") / "data" / "pages.toml").read_text("utf-8"))
    lines: dict[str, Any] = rows["lines"]
    return Words(
        unseen=frozenset(rows["unseen"]),
        furniture=frozenset(rows["furniture"]),
        containers=tuple(rows["containers"]),
        meta={wanted: tuple(names) for wanted, names in rows["meta"].items()},
        apart=re.compile(lines["apart"]),
        head=_any_of(lines["head"]),
        anywhere=_any_of(lines["anywhere"]),
        ends=_any_of(lines["ends"]),
        pieces=_any_of(lines["pieces"]),
        publisher_tails=tuple(sorted(lines["publisher_tails"], key=len, reverse=True)),
    )


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)
