"""A question as it was understood: what every kind of answer is made from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from jiedu.model import Measure


class Kind(StrEnum):
    """What a question wants."""

    FIGURE = "figure"
    LATEST = "latest"
    SHARE = "share"
    COMPARE = "compare"
    DIFFERENCE = "difference"
    MOST = "most"
    LEAST = "least"
    TARGET = "target"
    WHERE = "where"
    COMMITMENT = "commitment"
    OUTCOME = "outcome"
    WHO = "who"
    CHANGED = "changed"
    WHY = "why"


OF_A_PLACE = {"accounts.gdp": "accounts.grp"}
"""What an indicator of the country is called where it is a province's."""


class Over(StrEnum):
    """What the highest or lowest is sought among."""

    PROVINCES = "provinces"
    MONTHS = "months"
    QUARTERS = "quarters"
    YEARS = "years"
    INDUSTRIES = "industries"


class Time(NamedTuple):
    """A time that a question names.

    Attributes:
        period: in ISO 8601.
        instant: whether it is a moment.
    """

    period: str
    instant: bool = False


class Asked(NamedTuple):
    """The unit that a question wants its figure in.

    Attributes:
        words: as it is shown behind the number (万个, million).
        scale: what one of it is worth in base units.
        unit: the base unit, empty where none is said.
    """

    words: str
    scale: Decimal
    unit: str


class Query(NamedTuple):
    """A question as it was understood.

    Attributes:
        kind: what it wants.
        ids: the indicators it names; several only where it compares them.
        name: the words that name them.
        measure: the kind of statement it asks for.
        times: the times it names, in its order.
        places: the provinces and cities it names; an empty one is the country beside others.
        content: the question in normal form.
        rest: it without its time and places.
        left: what of it nothing explains.
        english: whether it was asked in English.
        basis: what a change is against, where it says.
        asked: the unit it asks for, where it says.
        over: what the highest is sought among.
        falling: whether it takes for granted that something fell.
        whole: for a share, what it is a share of, under any of its names.
        aims: whether it is of goals and expectations.
        top: how many of the highest it asks for.
        others: indicators that its words may mean as well, where the first is not told.
        as_of: the last day of publication that counts, where it says.
        since: whether it asks for what was told since its year began, the newest.
    """

    kind: Kind
    ids: tuple[str, ...]
    name: str
    measure: Measure
    times: tuple[Time, ...]
    places: tuple[str, ...]
    content: str
    rest: str
    left: str
    english: bool
    basis: str | None = None
    asked: Asked | None = None
    over: Over = Over.PROVINCES
    falling: bool = False
    whole: tuple[str, ...] = ()
    aims: bool = False
    top: int = 1
    others: tuple[str, ...] = ()
    as_of: date | None = None
    since: bool = False

    @property
    def period(self) -> str | None:
        """The first time it names."""
        return self.times[0].period if self.times else None

    @property
    def instant(self) -> bool:
        """Whether that is a moment."""
        return bool(self.times) and self.times[0].instant

    @property
    def place(self) -> str | None:
        """The first place it names, ``None`` for the country."""
        return (self.places[0] or None) if self.places else None

    def at(
        self, *, indicator: str | None = None, time: Time | None = None, place: str | None = None
    ) -> Query:
        """The same question of one indicator, one time, one place of those it names."""
        return self._replace(
            ids=(indicator,) if indicator else self.ids,
            times=(time,) if time else self.times[:1],
            places=self.places[:1] if place is None else (place,) if place else (),
        )
