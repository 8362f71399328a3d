"""Measures and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from jiedu.server.agents.sizes import fitted
from jiedu.server.agents.tool import Tool
from jiedu.server.routes.commitments import CommitmentsQuery, list_commitments
from jiedu.server.shapes.kinds import Page
from jiedu.server.shapes.ledger import Entry

if TYPE_CHECKING:
    from jiedu.server.held import Held


class ListCommitments(CommitmentsQuery):
    """Which measures are listed."""

    limit: int = Field(20, ge=1, le=100, description="How many measures a page has at most.")


def _list(held: Held, query: ListCommitments) -> Page[Entry]:
    return fitted(lambda asked: list_commitments(held, asked), query)


LIST_COMMITMENTS = Tool(
    "list_commitments",
    "List measures with what became of each",
    "Measures that officials announced (action, object, owner, deadline, programme), oldest "
    "release first, each with its clause and offsets, and with what became of it: announced, "
    "progress, achieved, missed or overdue, with the later sentences that say so. `announced` "
    "means that no later sentence was found, not that nothing was done.",
    ListCommitments,
    Page[Entry],
    _list,
)
