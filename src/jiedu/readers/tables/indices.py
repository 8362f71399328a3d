"""Index figures: levels against a base that is set to 100 (上年=100), and no growths."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jiedu.readers.tables.facets import HeaderError
from jiedu.readers.tables.units import PERCENT
from jiedu.readers.tables.words import alternatives, words

if TYPE_CHECKING:
    from jiedu.readers.tables.facets import Facets
    from jiedu.readers.tables.times import Time
    from jiedu.readers.tables.units import Unit

_EMPTY = re.compile(r"\([,，、;]*\)")
_INDEX = "指数"
_OPEN = ("上年同期", "去年同期")


@cache
def _base() -> re.Pattern[str]:
    known = alternatives(words()["indices"]["bases"])
    return re.compile(rf"(?<!\d)以?(?P<base>{known}|\d{{4}}年?)(?:=|为)100[,，、;]?")


def split_index(text: str) -> tuple[str, tuple[str, ...]]:
    """A cleaned text without the bases of indices that it says, and those bases.

    Args:
        text: such as 居民消费价格指数(上年同月=100).
    """
    found = tuple(dict.fromkeys(match["base"] for match in _base().finditer(text)))
    if not found:
        return text, ()
    return _EMPTY.sub("", _base().sub("", text)), found


def base_of(said: Facets, lines: tuple[str, ...], *, bare: bool) -> str | None:
    """The base of one figure, ``None`` where it is no index.

    Args:
        said: what its headers say.
        lines: the bases that the lines above the table say.
        bare: whether neither the table nor the cell gives the figure a unit.

    Raises:
        HeaderError: where the lines say several.
    """
    if said.index is not None:
        return said.index
    if not lines or not bare or said.units or said.change or said.measure:
        return None
    if len(lines) > 1:
        raise HeaderError(f"an index may be against {' or '.join(lines)}: write it in the header")
    return lines[0]


def named(name: str, base: str, of: tuple[str, ...]) -> str:
    """The name of an index: a part with the index it is a part of, and its base in brackets.

    Args:
        name: what the row or the column calls it.
        base: its base.
        of: the indicator of the whole table, where it has one.
    """
    whole = of[0] if len(of) == 1 and of[0].endswith(_INDEX) else ""
    bare = name.partition("(")[0]
    if not whole or bare.endswith(_INDEX):
        full = name
    elif whole == f"{name}{_INDEX}":
        full = whole
    else:
        full = f"{whole}：{name}"
    return f"{full}({base}=100)"


def check_index(said: Facets, base: str, own: Unit | None, time: Time) -> None:
    """Refuse an index that has a unit, or of which it is open what time it is of.

    Args:
        said: what its headers say.
        base: its base.
        own: the unit in the cell.
        time: its time.

    Raises:
        HeaderError: where it could be misread.
    """
    units = [unit for unit in (own, *said.units) if unit is not None and unit.name != PERCENT]
    if units:
        raise HeaderError(f"an index ({base}=100) in {units[0].name}")
    month = time.first is not None and time.first == time.last
    if base in _OPEN and month and said.time is None and said.span is None:
        raise HeaderError(
            f"{base}=100 may be of the month or of the months up to it: write 6月 or 1—6月 above it"
        )
