"""One form for the many wordings of a name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from jiedu.catalogue.data_files import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class _Rules(NamedTuple):
    dropped: dict[int, None]
    swaps: dict[str, str]
    swapped: re.Pattern[str]
    leads: re.Pattern[str]
    tails: tuple[str, ...]


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _rules() -> _Rules:
    raw: dict[str, Any] = read_toml("wording")
    return _Rules(
        dict.fromkeys(map(ord, raw["dropped"])),
        raw["swaps"],
        re.compile(_alternatives(raw["swaps"])),
        re.compile(rf"(?:{_alternatives(raw['leads'])})+"),
        tuple(raw["tails"]),
    )


@cache
def dropped() -> re.Pattern[str]:
    """One character that says nothing in a name: a quotation mark, a bracket, a space, 的."""
    return re.compile(f"[{re.escape(''.join(map(chr, _rules().dropped)))}]")


def plain(name: str) -> str:
    """A name without quotation marks, brackets, spaces and 的, its abbreviations written out.

    Both the names of the catalogue and those of a text go through it before they are compared.
    """
    rules = _rules()
    text = name.translate(rules.dropped)
    return rules.swapped.sub(lambda found: rules.swaps[found[0]], text)


def wordings(name: str) -> Iterator[str]:
    """The forms under which a name may stand in the catalogue, the closest one first.

    Words that narrow nothing are cut: before it those that say the whole country or that
    something is done, behind it those that only say that it is a number or an amount.
    """
    rules = _rules()
    text = plain(name)
    forms = [text]
    if (lead := rules.leads.match(text)) and lead.end() < len(text):
        forms.append(text[lead.end() :])
    yield from forms
    for form in forms:
        for tail in rules.tails:
            if form.endswith(tail) and len(form) > len(tail) + 1:
                yield form[: -len(tail)]
