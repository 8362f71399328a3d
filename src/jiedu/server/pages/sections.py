"""The lists of a comparison as sections of a page: some rows open, some folded, the rest apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from jiedu.server.pages.changes import (
    FigureRow,
    MeasureRow,
    WordsRow,
    figure_row,
    measure_row,
    place,
    sentence_row,
)

if TYPE_CHECKING:
    from jiedu.comparison import Moves, Parts
    from jiedu.model import Comparison, Language, NameChange, PhraseChange
    from jiedu.server.pages.comparisons import Compared

Row = FigureRow | MeasureRow | WordsRow

_OPEN = 8  # rows of a section that are not folded
_FEW = 2  # rows that are not worth folding
_HELD = 28  # rows that the page holds; the others have pages of their own


class Form(StrEnum):
    """How the rows of a section look."""

    MOVED = "moved"
    TOLD = "told"
    MEASURES = "measures"
    NAMES = "names"
    SENTENCES = "sentences"


class Section(NamedTuple):
    """One list.

    Attributes:
        key: its name in addresses and in the words of the pages.
        form: how its rows look.
        total: how many it has.
        start: how many come before the ones it holds.
        open: the rows that are seen at once.
        folded: those that are seen on opening.
    """

    key: str
    form: Form
    total: int
    start: int
    open: tuple[Row, ...]
    folded: tuple[Row, ...]

    @property
    def left(self) -> int:
        """How many come after the ones it holds."""
        return self.total - self.start - len(self.open) - len(self.folded)

    @property
    def next(self) -> int:
        """Where the ones after it start."""
        return self.total - self.left


class Group(NamedTuple):
    """Sections under one heading; those without rows are left out."""

    key: str
    sections: tuple[Section, ...]


class _List(NamedTuple):
    key: str
    form: Form
    items: Sequence[Any]
    row: Callable[[Any, Comparison, Language], Row]
    shut: bool = False  # what did not change is looked at last


def groups_of(compared: Compared, language: Language) -> list[Group]:
    """The whole of a comparison; groups without rows are left out."""
    found = []
    for key, lists in _grouped(compared.parts):
        sections = tuple(_section(each, compared.found, language) for each in lists if each.items)
        if sections:
            found.append(Group(key, sections))
    return found


def listed(parts: Parts) -> list[tuple[str, list[str]]]:
    """The names of all groups, each with those of its lists."""
    return [(key, [each.key for each in lists]) for key, lists in _grouped(parts)]


def section_of(
    compared: Compared, key: str, start: int, most: int, language: Language
) -> Section | None:
    """Some rows of one list, ``None`` where there is none of that name.

    Args:
        compared: the comparison.
        key: of the list.
        start: how many rows come before.
        most: how many rows at most.
        language: of the page.
    """
    for _, lists in _grouped(compared.parts):
        for each in lists:
            if each.key == key:
                some = each.items[start : start + most]
                rows = tuple(each.row(item, compared.found, language) for item in some)
                return Section(key, each.form, len(each.items), start, rows, ())
    return None


def _section(some: _List, found: Comparison, language: Language) -> Section:
    rows = tuple(some.row(item, found, language) for item in some.items[:_HELD])
    at = len(rows) if len(rows) <= _OPEN + _FEW else _OPEN
    at = 0 if some.shut else at
    return Section(some.key, some.form, len(some.items), 0, rows[:at], rows[at:])


def _grouped(parts: Parts) -> list[tuple[str, list[_List]]]:
    names, sentences = Form.NAMES, Form.SENTENCES
    return [
        ("goals", _figures("goals", parts.goals)),
        ("figures", _figures("figures", parts.facts)),
        (
            "measures",
            [
                _List("measures_continued", Form.MEASURES, parts.continued, measure_row),
                _List("measures_new", Form.MEASURES, parts.new_measures, measure_row),
                _List("measures_dropped", Form.MEASURES, parts.dropped, measure_row),
            ],
        ),
        (
            "programmes",
            [
                _List("programmes_new", names, parts.named, _name_row),
                _List("programmes_gone", names, parts.unnamed, _name_row),
            ],
        ),
        (
            "phrases",
            [
                _List("phrases_more", names, parts.grown, _phrase_row),
                _List("phrases_less", names, parts.faded, _phrase_row),
            ],
        ),
        (
            "sentences",
            [
                _List("sentences_reworded", sentences, parts.reworded, _sentence_row),
                _List("sentences_added", sentences, parts.added, _sentence_row),
                _List("sentences_gone", sentences, parts.left_out, _sentence_row),
            ],
        ),
    ]


def _figures(noun: str, moves: Moves) -> list[_List]:
    return [
        _List(f"{noun}_moved", Form.MOVED, moves.changed, figure_row),
        _List(f"{noun}_new", Form.TOLD, moves.new, figure_row),
        _List(f"{noun}_gone", Form.TOLD, moves.gone, figure_row),
        _List(f"{noun}_same", Form.MOVED, moves.same, figure_row, shut=True),
    ]


def _name_row(change: NameChange, found: Comparison, _: Language) -> WordsRow:
    old, new = place(change.old, found.old), place(change.new, found.new)
    if new is not None:
        return WordsRow(None, new._replace(words=change.name), new_count=change.count)
    shown = old._replace(words=change.name) if old is not None else None
    return WordsRow(shown, None, old_count=change.count)


def _phrase_row(change: PhraseChange, found: Comparison, _: Language) -> WordsRow:
    old, new = place(change.old, found.old), place(change.new, found.new)
    return WordsRow(
        old._replace(words=change.phrase) if old is not None else None,
        new._replace(words=change.phrase) if new is not None else None,
        old_count=change.old_count,
        new_count=change.new_count,
    )


def _sentence_row(change: Any, found: Comparison, _: Language) -> WordsRow:
    return sentence_row(change, found)
