"""The ledger as a timeline: a row a measure, from its announcement to its deadline."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from jiedu.briefings import LANES, STATES, choose
from jiedu.server.pages.bars import Bar, bar_of, scale_of
from jiedu.server.pages.book import Group
from jiedu.server.pages.ledger_query import AskedLedger
from jiedu.server.pages.look import look_of
from jiedu.server.pages.measures import STATE_MARKS, Row, row_of
from jiedu.server.pages.rendering import page
from jiedu.server.pages.routing import PageRoute
from jiedu.server.pages.waiting import waiting
from jiedu.tracking import field_names

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from jiedu.model import State
    from jiedu.server.pages.book import Line

router = APIRouter(route_class=PageRoute, include_in_schema=False)


class Lane(NamedTuple):
    """A row of the timeline: a measure and its line."""

    row: Row
    bar: Bar

    @property
    def told(self) -> list[tuple[State, Decimal | None]]:
        """What its goals have come to, each state and share once."""
        return list(dict.fromkeys((fate.state, fate.percent) for fate in self.row.fates))


class Lanes(NamedTuple):
    """The rows of a group; its name is empty for what is of none."""

    name: str
    lanes: tuple[Lane, ...]


@router.get("/ledger/timeline")
def timeline_page(request: Request, asked: AskedLedger) -> HTMLResponse:
    """The measures that are wanted over time; where they are too many, those that say most."""
    book = asked.book(request)
    if book is None:
        return waiting(request, "ledger")
    listed = asked.listed(book)
    lines = book.picked(asked.key, lambda: _chosen(listed.lines, book.as_of))
    scale = scale_of([line.entry for line in lines], book.days, book.as_of)
    language = look_of(request).language
    groups = [
        Lanes(
            name,
            tuple(
                Lane(row_of(line.entry, book.days, language), bar_of(line.entry, book.days, scale))
                for line in members
            ),
        )
        for name, members in groupby(lines, key=lambda line: line.group)
    ]
    return page(
        request,
        "timeline.html",
        lanes=groups,
        shown=len(lines),
        hidden=len(listed.lines) - len(lines),
        scale=scale,
        today=scale.at(book.as_of),
        ticks=scale.ticks(),
        listed=listed,
        asked=asked.fields,
        query=asked.query,
        as_of=book.as_of,
        states=tuple(STATES),
        marks=STATE_MARKS,
        fields=field_names(),
        groups=tuple(Group),
    )


def _chosen(lines: Sequence[Line], as_of: date) -> list[Line]:
    """The measures that one picture holds: those of a group first, of these those heard of."""
    named = [line for line in lines if line.group]
    other = [line for line in lines if not line.group]
    by_entry = {id(line.entry): line for line in lines}
    picked = choose([line.entry for line in named], as_of, LANES)
    picked += choose([line.entry for line in other], as_of, LANES - len(picked))
    chosen = [by_entry[id(entry)] for entry in picked]
    return sorted(chosen, key=lambda line: line.place[:2])  # groups together, else as chosen
