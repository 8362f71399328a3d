"""Which of the watched fields a measure belongs to."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jiedu.model import Promise


class _Field(NamedTuple):
    words: re.Pattern[str]
    ids: tuple[str, ...]


@cache
def _fields() -> dict[str, _Field]:
    raw = tomllib.loads((files(__package__) / "data" / "fields.toml").read_text("utf-8"))
    return {
        name: _Field(re.compile("|".join(map(re.escape, row["words"]))), tuple(row["ids"]))
        for name, row in raw.items()
    }


def field_names() -> tuple[str, ...]:
    """The names of the fields."""
    return tuple(_fields())


def fields_of(promise: Promise) -> frozenset[str]:
    """The fields of a measure: by the words of its clause and the ids of its goals.

    A measure may belong to several, or to none.
    """
    ids = [goal.indicator_id for goal in promise.goals if goal.indicator_id]
    return frozenset(
        name
        for name, field in _fields().items()
        if field.words.search(promise.text) or any(found.startswith(field.ids) for found in ids)
    )
