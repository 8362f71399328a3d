"""The kinds of value that questions and answers are made of."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Generic, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)

from jiedu.exports.cells import digits
from jiedu.server.cursors import LONGEST

T = TypeVar("T")

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NO_NUL = r"^[^\u0000]*$"


def _day(value: object) -> object:
    if isinstance(value, date) or (isinstance(value, str) and _DAY.fullmatch(value)):
        return value
    raise ValueError("a day is written YYYY-MM-DD")


Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A day as ISO 8601 writes it, and in no other way."""

Number = Annotated[
    Decimal,
    PlainSerializer(digits, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}),
]
"""A decimal as a string, so that no reader makes a binary fraction of it."""

Words = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=_NO_NUL)]
"""Some words of a question; no server keeps a NUL character."""

Limit = Annotated[int, Field(ge=1, le=500, description="How many items a page has at most.")]
Cursor = Annotated[
    str | None,
    Field(
        max_length=LONGEST,
        description="What `next` of the page before said; it holds for the same question only.",
    ),
]


class Shape(BaseModel):
    """What an answer is made of."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Query(BaseModel):
    """The parameters of a question; one that is not known is refused, never passed over."""

    model_config = ConfigDict(extra="forbid")


class Page(Shape, Generic[T]):
    """One page of a list."""

    items: list[T] = Field(description="What was asked for, in the order of the list.")
    next: str | None = Field(
        description="The cursor of the page after this one; null where this is the last.",
        examples=["WyI1ZjA3IiwiMjAyMy0wNy0yMCIsM10", None],
    )
