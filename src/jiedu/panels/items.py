"""The rows of a panel's data file → its items."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from jiedu.catalogue import indicator, indicator_of, indicators, known_programmes, region_of
from jiedu.model import (
    CHANGES,
    DerivedItem,
    FigureItem,
    Kind,
    Measure,
    ProgrammeItem,
    Status,
    Timing,
)
from jiedu.panels.formula import FormulaError, names_in, parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from enum import StrEnum

    _E = TypeVar("_E", bound=StrEnum)

_KEY = re.compile(r"[a-z]\w*", re.A)
_FIGURE = (
    "key", "name", "english", "indicator", "indicators", "words", "without", "sentence",
    "measure", "basis", "unit", "status", "timing", "region", "provinces",
)  # fmt: skip
_DERIVED = ("key", "name", "english", "formula", "unit", "carry", "official")
_PROGRAMME = ("key", "name", "english", "names")
_BASES = ("yoy", "mom", "qoq", "ytd", "cagr", "any", "none")
_SAID = {
    Measure.GROWTH: ("增速", ", growth"),
    Measure.SHARE: ("占比", ", share"),
    Measure.RANK: ("位次", ", rank"),
}
"""What a title says of a measure that is no level, where the row gives no title."""

_ENDS = ("率", "比重", "占比", "增速")  # of names that say it themselves

_BASIS = re.compile(r"vs:.+|\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")


class RowError(ValueError):
    """What is wrong with a row, and what to do; the row is known by its section and number."""

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint
        self.section = ""
        self.number = 0

    def at(self, section: str, number: int) -> RowError:
        """The same error with its row."""
        self.section, self.number = section, number
        return self


def keys_near(wanted: str, known: Collection[str]) -> str:
    """A hint with the names near a wrong one, or all where they are few."""
    near = get_close_matches(wanted, list(known), n=3, cutoff=0.5)
    if near:
        return f"near ones: {', '.join(near)}"
    return f"there are {', '.join(known)}" if len(known) < 30 else "none is like it"


def figure_of(row: Mapping[str, Any]) -> FigureItem:
    """A line of figures.

    Raises:
        RowError: where the row says what it cannot.
    """
    _only(row, _FIGURE)
    ids = tuple(_id(name) for name in _indicators(row))
    words = _words(row)
    if not ids and not words:
        raise RowError(
            f"the row {row.get('key')!r} has no indicator",
            'write indicator = "…", or words = ["…"] for names that the catalogue lacks',
        )
    key = _key(row, ids)
    measure = _one_of(Measure, row, "measure", Measure.LEVEL)
    basis = _basis(row, measure)
    known = indicator(ids[0]) if ids else None
    chinese, english = _SAID.get(measure, ("", ""))
    if known is not None and known.name.endswith(_ENDS):
        chinese = english = ""
    name = _text(row, "name", f"{known.name}{chinese}" if known else None)
    return FigureItem(
        key,
        name,
        _text(row, "english", f"{known.english}{english}" if known else name),
        ids,
        words,
        _texts(row, "without"),
        _texts(row, "sentence"),
        measure,
        None if basis == "any" else basis,
        basis == "any",
        _text(row, "unit", "") or None,
        _one_of(Status, row, "status", Status.ACTUAL),
        _one_of(Timing, row, "timing", _usual(measure, known.kind if known else None)),
        _region(row),
        _flag(row, "provinces"),
    )


def derived_of(row: Mapping[str, Any], figures: Sequence[FigureItem]) -> DerivedItem:
    """A computed figure.

    Args:
        row: of the file.
        figures: the rows that its formula may name.

    Raises:
        RowError: where the row says what it cannot; for a formula with the character.
    """
    _only(row, _DERIVED)
    key = _key(row, ())
    formula = _text(row, "formula", None)
    known = [item.key for item in figures if not item.provinces]
    try:
        used = list(names_in(parse(formula)))
    except FormulaError as error:
        raise RowError(
            f"the formula {formula!r} cannot be read: {error}",
            "it holds numbers, keys of rows, + - * / and parentheses",
        ) from None
    for one in used:
        if one.key not in known:
            raise RowError(
                f"the formula {formula!r} names no row: {one.key!r}, at character {one.at}",
                keys_near(one.key, known),
            )
    if not used:
        raise RowError(f"the formula {formula!r} names no row", f"there are {', '.join(known)}")
    official = _text(row, "official", "") or None
    if official is not None and official not in known:
        raise RowError(f"official names no row: {official!r}", keys_near(official, known))
    name = _text(row, "name", None)
    return DerivedItem(
        key,
        name,
        _text(row, "english", name),
        formula,
        _text(row, "unit", ""),
        _carried(row, known),
        official,
    )


def programme_of_row(row: Mapping[str, Any]) -> ProgrammeItem:
    """A mechanism, programme, platform or rule.

    Raises:
        RowError: where the catalogue has none of the key and the row gives no names.
    """
    _only(row, _PROGRAMME)
    key = _key(row, ())
    names = _texts(row, "names")
    held = known_programmes().programmes
    known = held.get(key)
    if known is None and not names:
        raise RowError(
            f"there is no programme {key!r} in the catalogue",
            f'{keys_near(key, held.keys())}; or write names = ["…"], as texts write it',
        )
    name = _text(row, "name", known.name if known else names[0])
    english = _text(row, "english", known.english if known else name)
    return ProgrammeItem(key, name, english, names)


def _only(row: Mapping[str, Any], fields: Collection[str]) -> None:
    for name in row:
        if name not in fields:
            near = get_close_matches(name, list(fields), n=1, cutoff=0.5)
            hint = f"is it {near[0]!r}?" if near else f"there are {', '.join(fields)}"
            raise RowError(f"there is no field {name!r} of a row", hint)


def _key(row: Mapping[str, Any], ids: Sequence[str]) -> str:
    given = row.get("key", ids[0].replace(".", "_").replace("/", "_") if ids else None)
    if not isinstance(given, str) or not _KEY.fullmatch(given):
        raise RowError(
            f"a key is small letters, digits and _, and begins with a letter: {given!r}",
            'write key = "stations"',
        )
    return given


def _text(row: Mapping[str, Any], name: str, other: str | None) -> str:
    value = row.get(name, other)
    if value is None:
        raise RowError(f"the row {row.get('key')!r} has no {name}", f'write {name} = "…"')
    if not isinstance(value, str) or (name in row and not value.strip()):
        raise RowError(f"{name} must be words in quotation marks, and not {value!r}")
    return value


def _texts(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = row.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise RowError(f'{name} must be a list of words: ["…", "…"]')
    return tuple(value)


def _words(row: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    value = row.get("words", [])
    if value and isinstance(value, list) and all(isinstance(some, list) for some in value):
        return tuple(_texts({"words": some}, "words") for some in value)
    one = _texts(row, "words")
    return (one,) if one else ()


def _indicators(row: Mapping[str, Any]) -> tuple[str, ...]:
    if "indicator" in row:
        return (_text(row, "indicator", None), *_texts(row, "indicators"))
    return _texts(row, "indicators")


def _id(name: str) -> str:
    known = indicator_of(name)
    if known is None:
        names = {word: one.id for one in indicators() for word in (one.id, one.name, one.english)}
        near = get_close_matches(name, list(names), n=3, cutoff=0.5)
        hint = f"near ones: {', '.join(near)}" if near else "jiedu series says what is there"
        raise RowError(f"there is no indicator {name!r} in the catalogue", hint)
    return known.id


def _one_of(kind: type[_E], row: Mapping[str, Any], name: str, other: _E) -> _E:
    value = row.get(name, other)
    if value not in list(kind):
        raise RowError(f"there is no {name} {value!r}", f"there are {', '.join(kind)}")
    return kind(value)


def _basis(row: Mapping[str, Any], measure: Measure) -> str | None:
    usual = "yoy" if measure is Measure.GROWTH else "any" if measure in CHANGES else "none"
    value = _text(row, "basis", usual)
    if value not in _BASES and not _BASIS.fullmatch(value):
        raise RowError(f"there is no basis {value!r}", f"there are {', '.join(_BASES)}, vs:NAME")
    return None if value == "none" else value


def _usual(measure: Measure, kind: Kind | None) -> Timing:
    """The timing of a row that names none: flows from January on, all else at a moment."""
    flow = kind is Kind.FLOW and measure in {Measure.LEVEL, Measure.GROWTH, Measure.CONTRIBUTION}
    return Timing.ACCUMULATED if flow or measure is Measure.GROWTH else Timing.MOMENT


def _region(row: Mapping[str, Any]) -> str | None:
    name = _text(row, "region", "")
    if not name or name in {"全国", "中国"}:
        return None
    known = region_of(name)
    if known is None:
        raise RowError(f"there is no province or city {name!r}", "write it as 江苏 or 江苏省")
    return known.name


def _flag(row: Mapping[str, Any], name: str) -> bool:
    value = row.get(name, False)
    if not isinstance(value, bool):
        raise RowError(f"{name} must be true or false, and not {value!r}")
    return value


def _carried(row: Mapping[str, Any], known: Iterable[str]) -> tuple[tuple[str, int], ...]:
    value = row.get("carry", {})
    right = isinstance(value, dict) and all(
        name in known and type(months) is int and 0 < months <= 60 for name, months in value.items()
    )
    if not right:
        raise RowError(
            f"carry gives months, up to 60, for keys of rows, and not {value!r}",
            "write carry = { population = 18 }",
        )
    return tuple(value.items())
