"""The shape of a period, and how far it lies from the day of its release."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

_MONTHS = 12
_QUARTER = 3
_PART = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class Form(StrEnum):
    """How a period lies in its year."""

    CUMULATED = "cumulated"
    """From January on: three months, half a year, the whole year."""
    MONTH = "month"
    SPAN = "span"
    """Some months in a row, such as a quarter after the first."""
    YEARS = "years"
    DAY = "day"
    DAYS = "days"
    NONE = "none"


class Shape(NamedTuple):
    """A period without its year.

    Attributes:
        form: how it lies in its year.
        length: its months, 0 for days and where there is no period.
        end: its last month, counted from year 0.
    """

    form: Form
    length: int
    end: int


_NOTHING = Shape(Form.NONE, 0, 0)


def shape_of(period: str | None) -> Shape:
    """The shape of a period in ISO 8601, as the contract writes it."""
    if period is None:
        return _NOTHING
    first, _, last = period.partition("/")
    one, two = _PART.fullmatch(first), _PART.fullmatch(last or first)
    if one is None or two is None:
        return _NOTHING
    start = int(one[1]) * _MONTHS + int(one[2] or 1) - 1
    end = int(two[1]) * _MONTHS + int(two[2] or _MONTHS) - 1
    if one[3]:
        return Shape(Form.DAYS if last else Form.DAY, 0, end)
    return Shape(_form(start, end, of_year=one[2] is None), end - start + 1, end)


def _form(start: int, end: int, *, of_year: bool) -> Form:
    length = end - start + 1
    if length > _MONTHS:
        return Form.YEARS
    if start % _MONTHS == 0 and (of_year or length > 1):
        return Form.CUMULATED
    return Form.MONTH if length == 1 else Form.SPAN


def lag(shape: Shape, published: date) -> int:
    """How many months the period ends after the month of its release; negative before it."""
    return shape.end - (published.year * _MONTHS + published.month - 1)


def basis_of(basis: str | None, period: str | None) -> str:
    """What a change is compared with, in words that hold for any year.

    A period of the same shape one year earlier is ``yoy``; another one is told by how many
    months before the period's end it ends and how long it is.
    """
    if basis is None:
        return ""
    base, own = shape_of(basis), shape_of(period)
    if base.form is Form.NONE or own.form is Form.NONE:
        return basis
    back = own.end - base.end
    if back == _MONTHS and base.length == own.length:
        return "yoy"
    if base.form is own.form and 0 < back <= _QUARTER:
        return "before"
    return f"-{back}/{base.length}"
