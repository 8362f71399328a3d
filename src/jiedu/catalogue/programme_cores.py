"""What is left of a programme's name without the words that only say that it is run."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jiedu.catalogue.programmes import programme_words
from jiedu.catalogue.regions import split_region
from jiedu.catalogue.wording import plain
from jiedu.lexicon import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAST = 3  # characters that a core must have
_SHORT = re.compile("“(..)”")  # what stands in quotation marks is a name however short
_YEAR = re.compile(r"^(?:20\d\d年度?)?(?=\D)")
_SPAN = re.compile(r"\(?(20\d\d)年?[-—~至到]+(20\d\d)年?\)?")
_TITLE = re.compile(r"《([^《》]+)》")
_JOINED = re.compile(r"[、和与及](?![^“”]*”)")
_QUOTED = re.compile(r"(?P<before>[^“”]*)“[^“”]+”.*")


@cache
def _affixes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = programme_words()
    leads, tails = (
        "|".join(sorted(map(plain, words[name]), key=len, reverse=True))
        for name in ("leads", "tails")
    )
    return re.compile(rf"(?:{leads})"), re.compile(rf".+?(?P<tail>{tails})")


def core_of(name: str) -> str:
    """A name without years, words of running before it and words for an undertaking behind it."""
    text = _SPAN.sub("", normalise(name).lower())
    short = _SHORT.search(text)
    text = plain(_YEAR.sub("", text.lstrip("“《 ")))
    lead, tail = _affixes()
    while (match := lead.match(text)) and len(text) - match.end() >= _LEAST:
        text = text[match.end() :]
    while match := tail.fullmatch(text):
        core = text[: match.start("tail")]
        if len(core) < _LEAST and (short is None or core != short[1]):
            break
        text = core
    return text


def cores(instrument: str) -> Iterator[str]:
    """The cores under which an instrument's programme may be known, the closest one first."""
    normal = normalise(instrument)
    for title in _TITLE.findall(normal) or [normal]:
        yield core_of(title)
        if (rest := _without_branches(title)) is not None:
            yield core_of(rest)
        parts = _JOINED.split(title)
        if len(parts) > 1:
            yield from map(core_of, parts)


def _without_branches(name: str) -> str | None:
    """A name in quotation marks without the branches before it (消费品、原材料“三品”行动)."""
    match = _QUOTED.fullmatch(name)
    if match is None:
        return None
    before = match["before"]
    ends = tuple(programme_words()["branches"])
    if not before.endswith(ends) or split_region(before)[0] is not None:
        return None
    return name[len(before) :]


def names_own_years(instrument: str, years: tuple[int, int] | None) -> bool:
    """Whether an instrument covers other years than a programme does."""
    match = _SPAN.search(normalise(instrument))
    return years is not None and match is not None and years != (int(match[1]), int(match[2]))
