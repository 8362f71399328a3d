"""A declared set of figures for one field, as its data file has it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jiedu.model.observation import Measure, Status


class Timing(StrEnum):
    """What time a row's figures are of; figures of two timings never stand in one line."""

    MOMENT = "moment"
    MONTH = "month"
    QUARTER = "quarter"
    ACCUMULATED = "accumulated"
    YEAR = "year"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class FigureItem:
    """One line of figures.

    Attributes:
        key: its name in formulas, unique in the panel.
        name: the Chinese title.
        english: the English title.
        indicators: ids of the catalogue; several where releases count one thing under several.
        words: lists of words of which a name without an id must hold one list whole.
        without: words that such a name may not hold.
        sentence: words that the sentence must hold, any of them, for figures without an id.
        measure: the kind of statement.
        basis: what a change is compared with; ``None`` where none is said.
        any_basis: whether the basis does not matter.
        unit: the unit of levels; words that only count are one. ``None`` for the commonest.
        status: actual, target or forecast.
        timing: what time the figures are of.
        of_region: ``None`` for the country; else a province or city.
        provinces: whether the figures are those of the provinces, compared with one another.
    """

    key: str
    name: str
    english: str
    indicators: tuple[str, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    measure: Measure = Measure.LEVEL
    basis: str | None = None
    any_basis: bool = False
    unit: str | None = None
    status: Status = Status.ACTUAL
    timing: Timing = Timing.MOMENT
    of_region: str | None = None
    provinces: bool = False


@dataclass(frozen=True, slots=True)
class DerivedItem:
    """A figure computed from rows of the panel.

    Attributes:
        key: its name, unique in the panel.
        name: the Chinese title.
        english: the English title.
        formula: keys of rows, numbers, ``+ - * /`` and parentheses.
        unit: the unit of the result.
        carried: rows of what is counted seldom, with the months for which a figure of them
            serves.
        official: the row of the figure that officials publish of the same thing.
    """

    key: str
    name: str
    english: str
    formula: str
    unit: str
    carried: tuple[tuple[str, int], ...] = ()
    official: str | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    """A mechanism, programme, platform or rule.

    Attributes:
        key: the catalogue's key, or a new one.
        name: the Chinese title.
        english: the English title.
        names: further names in texts, of one that the catalogue does not have.
    """

    key: str
    name: str
    english: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """What one field watches.

    Attributes:
        key: the name of its data file.
        title: its Chinese heading.
        english: its English heading.
        figures: its lines of figures, in the order shown.
        derived: figures computed from them.
        programmes: the mechanisms, programmes, platforms and rules of the field.
        plans: whether it counts each province's measures.
    """

    key: str
    title: str
    english: str
    figures: tuple[FigureItem, ...]
    derived: tuple[DerivedItem, ...] = ()
    programmes: tuple[ProgrammeItem, ...] = ()
    plans: bool = False
