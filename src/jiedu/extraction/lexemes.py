"""The word tables of the extraction, loaded once from their data files."""

from __future__ import annotations

import re
import tomllib
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from jiedu.model import Bound


class TailKind(Enum):
    """What a word before a numeral does."""

    UP = "up"
    DOWN = "down"
    TO = "to"
    LIGHT = "light"
    ADVERB = "adverb"
    BOUND = "bound"
    STOP = "stop"


class TailWord(NamedTuple):
    """A word before a numeral, with the bound it says if it says one."""

    kind: TailKind
    bound: Bound | None


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "data" / name).read_text("utf-8"))


@cache
def tail_words() -> dict[str, TailWord]:
    """Every word that may end the text before a numeral."""
    raw = _load("tails.toml")
    table: dict[str, TailWord] = {}
    for name in ("light", "adverb", "up", "down", "to"):
        for word in raw[name]:
            table[word] = TailWord(TailKind(name), None)
    for word in raw["stop"]["words"]:
        table[word] = TailWord(TailKind.STOP, None)
    for word, bound in raw["bound"].items():
        table[word] = TailWord(TailKind.BOUND, Bound(bound))
    return table


@cache
def _patterns() -> dict[str, Any]:
    return _load("patterns.toml")


def pattern(name: str) -> re.Pattern[str]:
    """A pattern of the grammar by its module and name, as ``sections.opener``."""
    module, _, key = name.partition(".")
    return re.compile(_patterns()[module][key])


def pattern_names() -> list[str]:
    """The names of all patterns of the grammar."""
    tables = {name: table for name, table in _patterns().items() if isinstance(table, dict)}
    return [f"{module}.{key}" for module, table in tables.items() for key in table]


def outside_rows() -> list[dict[str, str]]:
    """What tells the numerals that the reading never looks at, in the order in which it wins."""
    rows: list[dict[str, str]] = _patterns()["outside"]
    return rows


@cache
def tail_sizes() -> dict[str, tuple[int, ...]]:
    """The lengths of the tail words that end in each character, longest first."""
    sizes: dict[str, set[int]] = {}
    for word in tail_words():
        sizes.setdefault(word[-1], set()).add(len(word))
    return {last: tuple(sorted(found, reverse=True)) for last, found in sizes.items()}


@cache
def words() -> dict[str, Any]:
    """The word lists of ``words.toml``."""
    return _load("words.toml")


def alternatives(items: list[str]) -> str:
    """A regular alternation of words, longest first; those with one beginning are together.

    A look at the first character comes before them all: at most places none of them begins.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(items, key=len, reverse=True):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    branches = (f"{re.escape(first)}(?:{'|'.join(found)})" for first, found in rests.items())
    return rf"(?=[{''.join(map(re.escape, rests))}])(?:{'|'.join(branches)})"


@cache
def lead_pattern() -> re.Pattern[str]:
    """Words cut from the front of a name."""
    cut = alternatives(words()["lead"]["cut"])
    cut += "|[一这该][条座种项家]|为(?=设计)"
    cut += "|中国(?![与和同跟—])|本(?![地土币科期外质色金级田])"
    cut += "|计划(?!生育|单列|经济|指标)|并(?![网购联行列表轨存])"
    cut += "|有(?![效色机线轨限关])|共(?![同享和用识产青振生]|建(?![成有设立]))"
    return re.compile(
        rf"(?:[一二三四五六七八九十]{{1,2}}是(?!否))?(?:{cut})+|[一二三四五六七八九十]{{1,2}}是(?!否)"
    )


@cache
def trail_pattern() -> re.Pattern[str]:
    """Words cut from the end of a name."""
    tail = alternatives(words()["lead"]["tail"])
    return re.compile(rf"(?:(?<!来)自|(?<![惠涉普危以])及|{tail})+$")


@cache
def action_pattern() -> re.Pattern[str]:
    """Verbs that start or carry out something, at the end of a text."""
    return re.compile(rf"(?:{alternatives(words()['action'])})(?:了|着|起)?$")


@cache
def predicate_pattern() -> re.Pattern[str]:
    """What ends a counted noun; the group ``nounish`` is what only looks like it."""
    lists = words()
    return re.compile(
        rf"(?P<nounish>{alternatives(lists['nounish'])})|{alternatives(lists['predicate'])}"
    )


@cache
def after_de_pattern() -> re.Pattern[str]:
    """What may follow 的 after a counted noun without being the noun itself."""
    return re.compile(alternatives(words()["after_de"]))


@cache
def head_pattern() -> re.Pattern[str]:
    """A head that coordinated names may share, at the end of the last of them."""
    return re.compile(rf"(?:{alternatives(words()['heads'])})$")


@cache
def reach_pattern() -> re.Pattern[str]:
    """A rate that says how far something reaches, at the end of a name."""
    return re.compile(rf"(?:{alternatives(words()['rates']['reach'])})$")


@cache
def own_pattern() -> re.Pattern[str]:
    """A rate that is an indicator of its own, at the end of a name."""
    return re.compile(rf"(?:{alternatives(words()['rates']['own'])})$")
