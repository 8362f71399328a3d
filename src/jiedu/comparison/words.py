"""The words of ``words.toml``, in the forms they are asked for."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


_NAMED = {"renew", "cut"}
"""Kinds of doing that are as often the last word of a name."""


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "data" / "words.toml").read_text("utf-8"))


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of some words, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


@cache
def verbs() -> re.Pattern[str]:
    """Every verb that has a kind."""
    return any_of({word for words in _tables()["verbs"].values() for word in words})


@cache
def _kinds() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for kind, words in _tables()["verbs"].items():
        for word in words:
            kinds.setdefault(word, set()).add(kind)
    return {word: frozenset(found) for word, found in kinds.items()}


def kinds_of(action: str) -> frozenset[str]:
    """The kinds of what a measure's verbs do; empty where no verb of it has one."""
    return frozenset[str]().union(*(_kinds()[found[0]] for found in verbs().finditer(action)))


def doing_of(action: str) -> str:
    """The verbs of a measure that others put behind the object: 改造, 整治, 治理."""
    found = [match[0] for match in verbs().finditer(action)]
    return "".join(word for word in found if _kinds()[word] <= _NAMED)


@cache
def opposed() -> frozenset[tuple[str, str]]:
    """Kinds of doing that are never the same thing."""
    pairs = {(kind, other) for kind, others in _tables()["opposed"].items() for other in others}
    return frozenset(pairs | {(other, kind) for kind, other in pairs})


@cache
def degrees() -> dict[str, int]:
    """The words that say how hard something is worked on, from 1 for the mildest to 5."""
    return {word: int(rank) for rank, words in _tables()["degrees"].items() for word in words}


@cache
def degree() -> re.Pattern[str]:
    """One of those words."""
    return any_of(degrees())


@cache
def boilerplate() -> re.Pattern[str]:
    """A word that is in every measure."""
    return any_of(_tables()["boilerplate"]["words"])


@cache
def tails() -> re.Pattern[str]:
    """Words at the end of a name, behind its head."""
    return re.compile(rf"(?:{any_of(_tables()['tails']['words']).pattern})+$")


@cache
def things() -> frozenset[str]:
    """Ends of names that make a thing of its own."""
    return frozenset(_tables()["things"]["words"])


@cache
def counters() -> frozenset[str]:
    """Units that only count, and stand for one another."""
    return frozenset(_tables()["counters"]["words"])


@cache
def figure_leads() -> re.Pattern[str]:
    """Verbs in front of the name of a figure that say nothing of what it measures."""
    return re.compile(rf"^(?:{any_of(_tables()['names']['leads']).pattern})+(?=..)")


@cache
def fillers() -> re.Pattern[str]:
    """Words inside the name of a figure that narrow nothing."""
    return any_of(_tables()["names"]["fillers"])


@cache
def headlines() -> frozenset[str]:
    """The ids of the indicators by which a year is judged."""
    return frozenset(_tables()["headlines"]["ids"])


@cache
def heads() -> frozenset[str]:
    """Words behind a quoted name that do not make it another one."""
    return frozenset(_tables()["heads"]["words"])


@cache
def function() -> re.Pattern[str]:
    """A word at which wording is cut."""
    return any_of(_tables()["function"]["words"])


@cache
def lead() -> re.Pattern[str]:
    """Verbs and words of degree in front of what is spoken of."""
    return re.compile(rf"^(?:{degree().pattern}|{verbs().pattern})+")


@cache
def rituals() -> re.Pattern[str]:
    """Words of ceremony."""
    return any_of(_tables()["rituals"]["words"])


@cache
def formulae() -> tuple[str, ...]:
    """Formulae that are told even where they stand once."""
    return tuple(_tables()["formulae"]["words"])
