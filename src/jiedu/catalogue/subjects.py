"""What composed indicators are about: industries, products, partners, sources of power."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from jiedu.catalogue.data_files import read_toml
from jiedu.catalogue.industries import industries

_INDUSTRY = ("06", "46")  # divisions of mining, manufacturing and utilities
_SECTIONS_OF_INDUSTRY = frozenset("BCD")


class Subject(NamedTuple):
    """One thing that a pattern can be about.

    Attributes:
        key: the part of a composed id behind the slash.
        name: its Chinese name.
        english: its English name.
        words: all its wordings, the name first.
        unit: what counts it, empty where it is not counted.
    """

    key: str
    name: str
    english: str
    words: tuple[str, ...]
    unit: str = ""


def _of_industry(code: str) -> bool:
    low, high = _INDUSTRY
    return code in _SECTIONS_OF_INDUSTRY or (code.isdigit() and low <= code <= high)


def _from_industries(wanted: frozenset[bool]) -> tuple[Subject, ...]:
    return tuple(
        Subject(entry.key, entry.name, entry.english, (entry.name, *entry.aliases))
        for entry in industries().values()
        if _of_industry(entry.code) in wanted
    )


def _from_rows(rows: dict[str, list[str]], unit: str) -> tuple[Subject, ...]:
    return tuple(
        Subject(key, words[0], english, tuple(words), unit)
        for key, (english, *words) in rows.items()
    )


@cache
def subject_sets() -> dict[str, tuple[Subject, ...]]:
    """The sets of subjects by name; those counted in one unit also as ``products.UNIT``."""
    raw = read_toml("subjects")
    products = {unit: _from_rows(rows, unit) for unit, rows in raw.pop("products").items()}
    sets = {name: _from_rows(rows, "") for name, rows in raw.items()}
    sets |= {f"products.{unit}": subjects for unit, subjects in products.items()}
    sets["products"] = tuple(subject for group in products.values() for subject in group)
    sets["industries"] = _from_industries(frozenset({True, False}))
    sets["industries.industry"] = _from_industries(frozenset({True}))
    sets["industries.services"] = _from_industries(frozenset({False}))
    return sets
