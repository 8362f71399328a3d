"""The divisions of the national classification of industries (GB/T 4754-2017)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from jiedu.catalogue.data_files import read_toml
from jiedu.catalogue.wording import plain


class Industry(NamedTuple):
    """A division or section of the classification.

    Attributes:
        key: a short English key, as it stands behind the slash of a composed indicator id.
        code: two digits for a division, a letter for a section.
        name: the name in the standard.
        english: its English name.
        aliases: the short forms that releases use.
    """

    key: str
    code: str
    name: str
    english: str
    aliases: tuple[str, ...]


@cache
def industries() -> dict[str, Industry]:
    """Every division and section by its key, in the order of the standard."""
    return {
        key: Industry(key, code, name, english, tuple(aliases))
        for key, (code, name, english, *aliases) in read_toml("industries").items()
    }


@cache
def _by_name() -> dict[str, Industry]:
    return {
        plain(word): industry
        for industry in industries().values()
        for word in (industry.code, industry.name, *industry.aliases)
    }


def industry_of(text: str) -> Industry | None:
    """The industry that is called so: by code, name or short form, else ``None``."""
    return _by_name().get(plain(text))
