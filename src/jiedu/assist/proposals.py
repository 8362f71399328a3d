"""What a model proposes for the numerals of a passage: places in it, unchecked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.assist.strict import Place, list_of, place_of, row_of

if TYPE_CHECKING:
    from collections.abc import Callable

_KEYS = ("numeral", "indicator", "period", "basis")


class Proposal(NamedTuple):
    """Places of words for one numeral; ``None`` where nothing is proposed."""

    numeral: Place
    indicator: Place | None
    period: Place | None
    basis: Place | None


def proposals_up_to(most: int) -> Callable[[object], tuple[Proposal, ...]]:
    """A reader of replies with so many figures at most.

    The reader raises an `AssistError` where a reply is of any other form: it is then discarded
    whole, for who adds what was not asked for has not understood the question.
    """

    def read(reply: object) -> tuple[Proposal, ...]:
        rows = list_of(row_of(reply, ("figures",))["figures"], most)
        return tuple(_proposal(row_of(row, _KEYS)) for row in rows)

    return read


def _proposal(row: dict[str, object]) -> Proposal:
    indicator, period, basis = (
        None if row[name] is None else place_of(row[name]) for name in _KEYS[1:]
    )
    return Proposal(place_of(row["numeral"]), indicator, period, basis)
