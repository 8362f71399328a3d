"""What people decided about links, which wins over what is found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jiedu.model import Ruling

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jiedu.model import Evidence, Judgement, Outcome, Promise, Span

_Place = tuple[str, int, int | None]


def is_one_of(release: str, span: Span, places: Sequence[Evidence]) -> bool:
    """Whether a stretch of a release touches one of some places of evidence."""
    return any(
        place.release == release and place.span.start < span.end and span.start < place.span.end
        for place in places
    )


class Rulings:
    """Judgements by the measure they are about; of two about one link the later one counts.

    Args:
        judgements: in the order in which they were made.
    """

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._by_place: dict[_Place, list[Judgement]] = {}
        for made in judgements:
            about = self._by_place.setdefault((made.release, made.start, made.target), [])
            link = made.evidence
            about[:] = [
                earlier
                for earlier in about
                if not is_one_of(link.release, link.span, [earlier.evidence])
            ]
            about.append(made)

    def _about(self, promise: Promise, target: int | None) -> list[Judgement]:
        if not self._by_place:
            return []
        return self._by_place.get((promise.release, promise.commitment.span.start, target), [])

    def rejected(self, promise: Promise, target: int | None) -> list[Evidence]:
        """The places that a person said are no evidence for a goal, or for the whole."""
        return [
            made.evidence for made in self._about(promise, target) if made.ruling is Ruling.REJECT
        ]

    def settled(self, promise: Promise, outcome: Outcome) -> Outcome:
        """An outcome as a person decided it, where one did."""
        for made in reversed(self._about(promise, outcome.target)):
            if made.ruling is Ruling.REJECT or made.state is None:
                continue
            reason, chinese = _reasons(made)
            found = replace(
                outcome,
                state=made.state,
                evidence=(made.evidence,),
                reason=reason,
                reason_zh=chinese,
            )
            same = is_one_of(made.evidence.release, made.evidence.span, outcome.evidence)
            return found if same else replace(found, percent=None)
        return outcome


def _reasons(made: Judgement) -> tuple[str, str]:
    """Who settled an outcome, when and why, in English and in Chinese."""
    day = made.made.date()
    confirmed = made.ruling is Ruling.CONFIRM
    reason = f"{'confirmed' if confirmed else 'added'} by a person on {day}"
    chinese = f"{day} 由人工{'确认' if confirmed else '补充'}"
    if not made.note:
        return reason, chinese
    return f"{reason}: {made.note}", f"{chinese}：{made.note}"
