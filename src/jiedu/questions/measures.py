"""Questions about measures: what was announced, clause by clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.questions.promises import promises
from jiedu.questions.saying import source
from jiedu.questions.told import Told, Unknown

if TYPE_CHECKING:
    from jiedu.questions.query import Query
    from jiedu.store import View


def measures(view: View, query: Query) -> Told | Unknown:
    """The measures that recall most of a question."""
    found = promises(view, query)
    if not found:
        return Unknown("no_measure")
    comma = "; " if query.english else "；"
    text = comma.join(
        f"「{made.text}」{source(made.release, made.published, query)}" for made in found
    )
    return Told(text, commitments=tuple(found))
