"""Plans, documents and named programmes under which measures are announced."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from jiedu.catalogue.data_files import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECTIONS = {"plans": "plan", "documents": "document", "programmes": "programme"}
_TEXTS = ("name", "english", "field")
_LISTS = ("aliases", "asked", "owner")


class ProgrammeKind(StrEnum):
    """A plan covers years; a document is a rule, a guideline or a standard."""

    PLAN = "plan"
    DOCUMENT = "document"
    PROGRAMME = "programme"


class Programme(NamedTuple):
    """A plan, a document or a named programme.

    Attributes:
        key: a short English key.
        name: its full Chinese name.
        english: its English name; the Chinese one where a user's own file gives none.
        aliases: further names, quotation marks as written.
        asked: names that mean it when a person asks, and too much to be found in a text.
        kind: plan, document or programme.
        years: the first and the last year it covers, where it says so.
        owners: the leading ministries, or the province that runs it.
        field: the panel it belongs to, or ``None``.
    """

    key: str
    name: str
    english: str
    aliases: tuple[str, ...]
    kind: ProgrammeKind
    years: tuple[int, int] | None = None
    asked: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    field: str | None = None


class RowError(ValueError):
    """A row of a table of programmes that says what it cannot; ``key`` names the row."""

    def __init__(self, key: str, what: str) -> None:
        super().__init__(what)
        self.key = key
        self.what = what


@cache
def programme_words() -> dict[str, Any]:
    """How names of programmes vary, and the panels they may belong to."""
    return read_toml("programme_words")


@cache
def programmes() -> dict[str, Programme]:
    """Every plan, document and programme that comes with jiedu, by key."""
    return programmes_from(read_toml("programmes"))


def programmes_from(raw: Mapping[str, Any]) -> dict[str, Programme]:
    """The rows of a table in the form of ``data/programmes.toml``, by key.

    Raises:
        RowError: where a section, a key or a field is not one, or a row has no name.
    """
    found: dict[str, Programme] = {}
    for section, rows in raw.items():
        if section not in _SECTIONS:
            raise RowError(section, f"the sections are {', '.join(_SECTIONS)}")
        if not isinstance(rows, dict):
            raise RowError(section, f"[{section}] holds rows: key = {{ name = … }}")
        for key, row in rows.items():
            if key in found:
                raise RowError(key, "there are two rows of this key")
            found[key] = _programme(key, row, ProgrammeKind(_SECTIONS[section]))
    return found


def _programme(key: str, row: Any, kind: ProgrammeKind) -> Programme:
    if not isinstance(row, dict):
        raise RowError(key, "a row is a table: key = { name = … }")
    unknown = row.keys() - {*_TEXTS, *_LISTS, "years"}
    if unknown:
        known = ", ".join((*_TEXTS, *_LISTS, "years"))
        raise RowError(key, f"there is no field {sorted(unknown)[0]!r}; there are {known}")
    texts = {name: _text(key, name, row[name]) for name in _TEXTS if name in row}
    lists = {name: _list(key, name, row.get(name, [])) for name in _LISTS}
    if "name" not in texts:
        raise RowError(key, "it has no name")
    field = texts.get("field")
    fields = programme_words()["fields"]
    if field is not None and field not in fields:
        raise RowError(key, f"there is no field {field!r}; there are {', '.join(fields)}")
    return Programme(
        key,
        texts["name"],
        texts.get("english", texts["name"]),
        lists["aliases"],
        kind,
        _years(key, row.get("years")),
        lists["asked"],
        lists["owner"],
        field,
    )


def _text(key: str, name: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise RowError(key, f"{name} must be words in quotation marks")
    return value


def _list(key: str, name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise RowError(key, f'{name} must be a list of words: ["…", "…"]')
    return tuple(_text(key, name, item) for item in value)


def _years(key: str, value: Any) -> tuple[int, int] | None:
    if value is None:
        return None
    right = isinstance(value, list) and len(value) == 2 and all(type(year) is int for year in value)
    if not right or not 1900 <= value[0] <= value[1] < 2100:
        raise RowError(key, "years must be the first and the last one: [2021, 2025]")
    return value[0], value[1]
