"""What a tool is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import BaseModel

    from jiedu.server.held import Held
    from jiedu.server.shapes.kinds import Shape

LONGEST = 2_000
"""Characters of one quotation; a release is read in stretches by a tool of its own."""


@dataclass(frozen=True, slots=True)
class Tool:
    """One question that agents can ask.

    Attributes:
        name: what it is called by.
        title: its heading, for people.
        description: when to call it, and what its answer holds.
        asks: its arguments.
        tells: its answer.
        run: asks it of a store.
        longest: characters of one quotation, above which it is cut.
    """

    name: str
    title: str
    description: str
    asks: type[BaseModel]
    tells: type[Shape]
    run: Callable[[Held, Any], Shape]
    longest: int = LONGEST
