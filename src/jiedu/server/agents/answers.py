"""Questions in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from jiedu.server.agents.sizes import fitting
from jiedu.server.agents.tool import Tool
from jiedu.server.routes.answers import AskQuery, answer_question
from jiedu.server.shapes.answers import Answer

if TYPE_CHECKING:
    from jiedu.server.held import Held


class ToldAnswer(Answer):
    """What a question gets."""

    left_out: int = Field(description="Figures and measures that had no room here.")


def _ask(held: Held, query: AskQuery) -> ToldAnswer:
    answer = answer_question(held.view, query)
    figures = answer.observations[: fitting(answer.observations)]
    measures = answer.commitments[: fitting(answer.commitments)]
    left = len(answer.observations) + len(answer.commitments) - len(figures) - len(measures)
    slots = {name: getattr(answer, name) for name in Answer.model_fields}
    slots |= {"observations": figures, "commitments": measures}
    return ToldAnswer(**slots, left_out=left)


ASK = Tool(
    "ask",
    "Ask a question",
    "Answers one question about figures or measures, in Chinese or English, by rules and not by a "
    "model: one figure, the latest, growth, shares, comparisons, highest and lowest, targets, what "
    "became of a measure. Every digit stands in a quoted sentence or is computed from such. "
    "`answer` is null where the releases do not say; `reason` then says why. Say that it is not "
    "known rather than fill the gap.",
    AskQuery,
    ToldAnswer,
    _ask,
)
