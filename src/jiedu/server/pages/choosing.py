"""Which line of an indicator is asked for, and which others there are."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from jiedu.briefings import basis_name, measure_name, region_name
from jiedu.errors import InputError
from jiedu.model import Aside, Measure, Status
from jiedu.server.pages.filters import Day, Words, given
from jiedu.server.pages.wording import word
from jiedu.store import PeriodSpan, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from jiedu.model import Language
    from jiedu.store import Kinds

W = TypeVar("W", bound=StrEnum)


class Order(StrEnum):
    """Which period comes first."""

    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Asked:
    """The fields of the form, as they were sent; an empty one leaves the choice to jiedu."""

    measure: Words = ""
    basis: Words = ""
    region: Words = ""
    status: Words = ""
    span: Words = ""
    as_of: Day = ""
    order: Words = ""
    written: Words = ""

    @property
    def wanted(self) -> Wanted:
        """The kinds that are wanted.

        Raises:
            InputError: where a word is none of those that are known.
        """
        return Wanted(
            _one_of(Measure, self.measure),
            self.basis.strip() or None,
            self.region.strip() or None,
            _one_of(Status, self.status),
        )

    @property
    def length(self) -> PeriodSpan | None:
        """The length of the periods that are wanted."""
        return _one_of(PeriodSpan, self.span)

    @property
    def day(self) -> date | None:
        """The day by which figures were known."""
        return given(self.as_of)

    @property
    def newest_first(self) -> bool:
        """Whether the newest period comes first."""
        return (_one_of(Order, self.order) or Order.NEWEST) is Order.NEWEST

    @property
    def as_written(self) -> bool:
        """Whether only figures count whose name is known from the texts alone."""
        return bool(self.written)

    def query(self, **others: str) -> dict[str, str]:
        """The fields as an address has them, some of them others."""
        return {**asdict(self), **others}


class Choice(NamedTuple):
    """One of the values that a field of the form may have.

    Attributes:
        value: as it is sent.
        words: as a person reads it.
    """

    value: str
    words: str


class Choices(NamedTuple):
    """The values that the fields of the form may have, the commonest first."""

    measure: tuple[Choice, ...]
    basis: tuple[Choice, ...]
    region: tuple[Choice, ...]
    status: tuple[Choice, ...]
    span: tuple[Choice, ...]


class Apart(NamedTuple):
    """Figures that are not part of the line.

    Attributes:
        slot: in what they differ.
        value: what they have there; empty where an address cannot ask for it.
        words: the same for people.
        figures: how many they are.
    """

    slot: str
    value: str
    words: str
    figures: int


def choices(kinds: Iterable[Kinds], asked: Asked, language: Language) -> Choices:
    """What the form offers: what the store has, and what was chosen before.

    Args:
        kinds: what is told of the indicator.
        asked: what was chosen.
        language: of the words.
    """
    every = list(kinds)

    def of(slot: str, chosen: str) -> tuple[Choice, ...]:
        counts: Counter[str] = Counter()
        for kind in every:
            counts[str(getattr(kind, slot) or "")] += kind.figures
        values = [value for value, _ in counts.most_common() if value]
        if chosen and chosen not in values:
            values.append(chosen)
        return tuple(Choice(value, slot_words(slot, value, language)) for value in values)

    spans = tuple(Choice(span.value, word(f"span.{span}", language)) for span in PeriodSpan)
    return Choices(
        of("measure", asked.measure),
        of("basis", asked.basis),
        of("region", asked.region),
        of("status", asked.status),
        spans,
    )


def apart(asides: Iterable[Aside], language: Language) -> dict[str, list[Apart]]:
    """What was left aside, by the slot in which it differs."""
    found: dict[str, list[Apart]] = {}
    for each in asides:
        asked = each.value if each.slot in {"measure", "basis", "region", "status"} else ""
        words = slot_words(each.slot, each.value, language)
        found.setdefault(each.slot, []).append(Apart(each.slot, asked, words, each.figures))
    return found


def slot_words(slot: str, value: str, language: Language) -> str:
    """A value of a slot for people.

    Args:
        slot: one of those of an aside.
        value: as the store has it; empty for the country, and for no basis.
        language: of the words.
    """
    if slot == "measure" and value in set(Measure):
        return measure_name(Measure(value), None, language) or word("field.level", language)
    if slot == "status" and value in set(Status):
        return word(f"status.{value}", language)
    if slot == "region":
        return region_name(value, language) if value else word("indicator.country", language)
    if slot == "basis":
        return basis_name(value, language) if value else word("indicator.no_basis", language)
    if slot == "unit":
        return value or word("indicator.no_unit", language)
    return value


def _one_of(kind: type[W], told: str) -> W | None:
    if not told.strip():
        return None
    try:
        return kind(told.strip())
    except ValueError as error:
        known = ", ".join(kind)
        raise InputError(f"{told[:40]!r} is no {kind.__name__.lower()}", hint=known) from error
