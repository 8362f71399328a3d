"""Plans and named programmes under which measures are announced."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from jiedu.catalogue.data_files import read_toml
from jiedu.catalogue.wording import plain


class ProgrammeKind(StrEnum):
    """A plan covers years; a programme is any other named undertaking."""

    PLAN = "plan"
    PROGRAMME = "programme"


class Programme(NamedTuple):
    """A plan or named programme.

    Attributes:
        key: a short English key.
        name: its full Chinese name.
        english: its English name.
        aliases: further names, quotation marks as written.
        kind: plan or programme.
        years: the first and the last year it covers, where it says so.
    """

    key: str
    name: str
    english: str
    aliases: tuple[str, ...]
    kind: ProgrammeKind
    years: tuple[int, int] | None


def _programme(key: str, row: dict[str, Any], kind: ProgrammeKind) -> Programme:
    years = row.get("years")
    return Programme(
        key,
        row["name"],
        row["english"],
        tuple(row.get("aliases", ())),
        kind,
        (years[0], years[1]) if years else None,
    )


@cache
def programmes() -> dict[str, Programme]:
    """Every plan and programme by key."""
    raw = read_toml("programmes")
    return {
        key: _programme(key, row, kind)
        for kind in ProgrammeKind
        for key, row in raw[f"{kind.value}s"].items()
    }


@cache
def _by_name() -> dict[str, Programme]:
    return {
        plain(word): programme
        for programme in programmes().values()
        for word in (programme.name, *programme.aliases)
    }


def programme_of(text: str) -> Programme | None:
    """The plan or programme that is called so, else ``None``; quotation marks do not matter."""
    return _by_name().get(plain(text))
