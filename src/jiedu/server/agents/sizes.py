"""How much one answer holds: agents read every character of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from jiedu.server.cursors import read_cursor, write_cursor
from jiedu.server.problems import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pydantic import BaseModel

    from jiedu.server.shapes.kinds import Page

ROOM = 40_000
"""Characters of JSON that the items of a page take together, where there is more than one."""


class _Paged(Protocol):
    limit: int
    cursor: str | None

    def model_copy(self, *, update: dict[str, Any]) -> Any: ...


Q = TypeVar("Q", bound=_Paged)
T = TypeVar("T", bound="BaseModel")


def fitting(items: Sequence[BaseModel]) -> int:
    """How many of some items a page takes: at least one, where there is one."""
    size = 0
    for number, item in enumerate(items):
        size += len(item.model_dump_json(exclude_unset=True))
        if size > ROOM and number:
            return number
    return len(items)


def fitted(ask: Callable[[Q], Page[T]], query: Q) -> Page[T]:
    """A page of the API, asked for again with fewer items where they are too long.

    Args:
        ask: what gives the page.
        query: what is asked.
    """
    page = ask(query)
    fits = fitting(page.items)
    if fits == len(page.items):
        return page
    return ask(query.model_copy(update={"limit": fits}))


def sliced(items: Sequence[T], query: Any) -> tuple[list[T], str | None]:
    """A page of a list that is made whole, and the cursor of the next one.

    Args:
        items: the list.
        query: what was asked, with its limit and cursor.

    Raises:
        ProblemError: where the cursor is none of this question.
    """
    (seen,) = read_cursor(query.cursor, query, (int,)) or (0,)
    if not 0 <= seen <= len(items):
        raise ProblemError(400, "bad-cursor", "the cursor is none of ours; leave it out")
    some = items[seen : seen + query.limit]
    shown = list(some[: fitting(some)])
    last = seen + len(shown)
    return shown, write_cursor((last,), query) if last < len(items) else None


def shortened(value: Any, longest: int) -> Any:
    """JSON whose texts are cut where they are too long, and say so."""
    if isinstance(value, str) and len(value) > longest:
        return f"{value[:longest]}… [cut: it has {len(value):,} characters; see get_release]"
    if isinstance(value, dict):
        return {name: shortened(item, longest) for name, item in value.items()}
    if isinstance(value, list):
        return [shortened(item, longest) for item in value]
    return value
