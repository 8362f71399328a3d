"""A release that was read → the same with figures that a model pointed at."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from jiedu.assist.gate import Gate, RefusedError
from jiedu.assist.passages import passages, payload
from jiedu.assist.proposals import proposals_up_to
from jiedu.model import Reading
from jiedu.segments import segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.assist.asking import Assistant
    from jiedu.assist.passages import Passage
    from jiedu.assist.proposals import Proposal
    from jiedu.model import Observation


class Refusal(NamedTuple):
    """A proposal that was not taken.

    Attributes:
        start: the numeral it was for, as the model said, in code points of the release.
        reason: why.
    """

    start: int
    reason: str


class Helped(NamedTuple):
    """What asking a model about a release came to.

    Attributes:
        reading: the grammar's reading with what was accepted: new figures, and figures whose
            empty slots were filled. All others, and all the rest, are the grammar's own.
        accepted: how many figures are assisted.
        refused: the proposals that were not taken.
        asked: how many questions were put.
    """

    reading: Reading
    accepted: int
    refused: tuple[Refusal, ...]
    asked: int


def assist(reading: Reading, assistant: Assistant) -> Helped:
    """Ask a model about what the grammar left open in a release.

    Args:
        reading: what the grammar read; it is not changed.
        assistant: the model.
    """
    structure = segment(reading.release.text)
    gate = Gate(reading, structure)
    settings = assistant.settings
    accepted: dict[int, Observation] = {}
    refused: list[Refusal] = []
    asked = 0
    for passage in islice(passages(reading, structure, settings.sure), settings.requests):
        if assistant.gone:
            break
        asked += 1
        for proposal in _proposed(reading, passage, assistant):
            start = passage.span.start + proposal.numeral.start
            try:
                if start in accepted:
                    raise RefusedError("another proposal for this numeral was taken")
                accepted[start] = gate.accept(passage, proposal)
            except RefusedError as why:
                refused.append(Refusal(start, str(why)))
    together = replace(reading, observations=tuple(_together(reading, accepted)))
    return Helped(together, len(accepted), tuple(refused), asked)


def _proposed(reading: Reading, passage: Passage, assistant: Assistant) -> tuple[Proposal, ...]:
    found = assistant.ask(
        "figures",
        payload(reading, passage),
        proposals_up_to(len(passage.asked)),
        (reading.release.id, passage.sentence.start),
    )
    return tuple(item for item in found or () if any(item[1:]))


def _together(reading: Reading, accepted: dict[int, Observation]) -> Iterator[Observation]:
    """The figures in the order of the text: filled ones in the place of those with the gaps."""
    added = sorted(accepted.keys() - {item.span.start for item in reading.observations})
    for item in reading.observations:
        while added and added[0] < item.span.start:
            yield accepted[added.pop(0)]
        yield accepted.get(item.span.start, item)
    yield from (accepted[start] for start in added)
