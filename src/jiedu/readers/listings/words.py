"""How pages list releases: the rows of ``data/pages.toml``, ready for use."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Words(NamedTuple):
    """The rows, compiled.

    Attributes:
        unseen: tags whose links are furniture.
        furniture: words of classes and ids of furniture.
        rows: tags of what one link of a list stands in.
        longest_row: characters of a row.
        shortest_title: Chinese characters, or words, of a title.
        releases: endings of addresses that may be releases.
        lists: addresses that are lists.
        dated: addresses that look like releases.
        following: the words of a link to the next page, in lower case.
        scripts: what writes the links to the pages of a list.
        records: rows that a script holds.
        path_day: a day in the path of an address.
    """

    unseen: frozenset[str]
    furniture: frozenset[str]
    rows: frozenset[str]
    longest_row: int
    shortest_title: int
    releases: frozenset[str]
    lists: re.Pattern[str]
    dated: re.Pattern[str]
    following: frozenset[str]
    scripts: tuple[re.Pattern[str], ...]
    records: re.Pattern[str]
    path_day: re.Pattern[str]


@cache
def words() -> Words:
    """The rows of the data file."""
    rows = tomllib.loads((files(__package__) / "data" / "pages.toml").read_text("utf-8"))
    return Words(
        unseen=frozenset(rows["unseen"]),
        furniture=frozenset(rows["furniture"]),
        rows=frozenset(rows["rows"]),
        longest_row=rows["longest_row"],
        shortest_title=rows["shortest_title"],
        releases=frozenset(rows["releases"]),
        lists=re.compile(rows["lists"], re.I),
        dated=re.compile(rows["dated"]),
        following=frozenset(rows["following"]),
        scripts=tuple(map(re.compile, rows["scripts"])),
        records=re.compile(rows["records"], re.S),
        path_day=re.compile(rows["path_day"]),
    )
