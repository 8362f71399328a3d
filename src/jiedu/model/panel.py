"""A declared set of figures for one field."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DerivedFigure:
    """A figure computed from indicators: its name and the formula shown to the reader."""

    name: str
    formula: str
    unit: str


@dataclass(frozen=True, slots=True)
class Panel:
    """What one field watches.

    Attributes:
        id: the name of its data file.
        title: its heading.
        indicators: ids of the catalogue, in the order shown.
        derived: figures computed from them.
        programmes: the mechanisms, programmes, platforms and rules of the field.
    """

    id: str
    title: str
    indicators: tuple[str, ...]
    derived: tuple[DerivedFigure, ...] = ()
    programmes: tuple[str, ...] = ()
