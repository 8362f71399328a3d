"""A field's figures and programmes on one sheet."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import TYPE_CHECKING, Any

from jiedu.catalogue import region_of
from jiedu.errors import InputError, NotFoundError
from jiedu.exports.finding_rows import source_row
from jiedu.exports.rows import entry_row
from jiedu.model import DerivedRow, FigureRow, PlanRow, ProgrammeRow, ProvinceRow
from jiedu.panels import fill, known_panels, panel, thirty_one
from jiedu.server.agents.sheets import (
    GetPanel,
    Kind,
    PanelInput,
    PanelName,
    PanelRow,
    PanelSheet,
)
from jiedu.server.agents.sizes import sliced
from jiedu.server.agents.tool import Tool
from jiedu.server.routes.store import today
from jiedu.server.shapes.figures import Observation
from jiedu.server.shapes.ledger import Entry, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.model import Entry as MeasureEntry
    from jiedu.model import Panel, Source
    from jiedu.model.panel_sheet import Mentioned, Row
    from jiedu.server.held import Held

_DIGITS = 12  # significant ones


def _get(held: Held, query: GetPanel) -> PanelSheet:
    day = query.as_of or today()
    if query.name is None:
        names = list(map(_named, known_panels().values()))
        return PanelSheet(panels=names, panel=None, as_of=day, rows_found=0, rows=[], next=None)
    wanted = panel(query.name)
    sheet = fill(held.view, wanted, day, _province(query.region, wanted))
    rows = [
        row
        for row in (_row(row, query) for row in sheet.rows())
        if query.kind is None or row.kind is query.kind
    ]
    shown, next_ = sliced(rows, query)
    return PanelSheet(
        panels=[], panel=_named(wanted), as_of=day, rows_found=len(rows), rows=shown, next=next_
    )


def _named(one: Panel) -> PanelName:
    return PanelName(name=one.key, title=one.title, english=one.english)


def _province(name: str | None, wanted: Panel) -> str | None:
    if name is None:
        return None
    if not wanted.plans:
        raise InputError(
            "this panel counts no province's measures", hint="leave region out, or name provinces"
        )
    known = region_of(name)
    if known is None or known.name not in thirty_one():
        raise NotFoundError(
            f"there is no province {name!r}", hint="write it as 江苏, 江苏省 or Jiangsu"
        )
    return known.name


def _row(row: Row, query: GetPanel) -> PanelRow:
    if isinstance(row, FigureRow):
        return _figures(row, query)
    if isinstance(row, ProvinceRow):
        return _provinces(row)
    if isinstance(row, DerivedRow):
        return _derived(row)
    if isinstance(row, ProgrammeRow):
        return _programme(row, query)
    return _plan(row, query)


def _figures(row: FigureRow, query: GetPanel) -> PanelRow:
    item = row.item
    return _told_row(
        kind=Kind.FIGURE,
        key=item.key,
        name=item.name,
        english=item.english,
        latest=_told(row.latest),
        points=_all(row.points[-query.points :]),
        points_found=len(row.points),
        reason=row.reason or None,
    )


def _provinces(row: ProvinceRow) -> PanelRow:
    item = row.item
    return _told_row(
        kind=Kind.PROVINCES,
        key=item.key,
        name=item.name,
        english=item.english,
        period=row.period,
        points=_all(row.ranked),
        points_found=len(row.ranked),
        missing=list(row.missing),
        country=_told(row.country),
        reason=row.reason or None,
    )


def _derived(row: DerivedRow) -> PanelRow:
    item = row.item
    return _told_row(
        kind=Kind.DERIVED,
        key=item.key,
        name=item.name,
        english=item.english,
        period=row.period,
        formula=item.formula,
        shown=row.shown or None,
        value=row.text or None,
        margin=row.margin or None,
        low=_bounded(row.low, ROUND_FLOOR),
        high=_bounded(row.high, ROUND_CEILING),
        unit=item.unit,
        inputs=[PanelInput(key=key, figure=_figure(fact)) for key, fact in row.inputs],
        official=_told(row.official),
        agrees=row.agrees,
        reason=row.reason or None,
    )


def _programme(row: ProgrammeRow, query: GetPanel) -> PanelRow:
    latest = row.latest
    return _told_row(
        kind=Kind.PROGRAMME,
        key=row.item.key,
        name=row.item.name,
        english=row.item.english,
        releases=row.releases,
        latest_mention=None if latest is None else _place(latest),
        entries=[Entry(**entry_row(entry)) for entry in _newest(row.entries, query.entries)],
        entries_found=len(row.entries),
        reason=row.reason or None,
    )


def _told_row(**slots: Any) -> PanelRow:
    return PanelRow(**{name: value for name, value in slots.items() if value is not None})


def _bounded(value: Decimal | None, rounding: str) -> Decimal | None:
    """An end of an interval with as many digits as anybody needs, rounded outwards."""
    if value is None:
        return None
    return Context(prec=_DIGITS, rounding=rounding).plus(value)


def _place(named: Mentioned) -> Place:
    return Place(
        release=named.release,
        start=named.span.start,
        end=named.span.end,
        sentence=named.sentence,
    )


def _plan(row: PlanRow, query: GetPanel) -> PanelRow:
    return _told_row(
        kind=Kind.PLAN,
        name=row.region,
        releases=len(row.releases),
        targets=row.targets,
        entries=[Entry(**entry_row(entry)) for entry in _newest(row.entries, query.entries)],
        entries_found=row.measures,
        reason=None if row.measures else "no release of the province is in the store",
    )


def _newest(held: tuple[MeasureEntry, ...], number: int) -> tuple[MeasureEntry, ...]:
    return held[max(0, len(held) - number) :]


def _all(facts: Iterable[Source]) -> list[Observation]:
    return list(map(_figure, facts))


def _figure(fact: Source) -> Observation:
    return Observation(**source_row(fact))


def _told(fact: Source | None) -> Observation | None:
    return None if fact is None else _figure(fact)


GET_PANEL = Tool(
    "get_panel",
    "Read a field at a glance",
    "A watched field (industrial economy, consumer goods, smart manufacturing, green "
    "manufacturing, telecoms, 5G, services and rights, computing power, provinces): its newest "
    "figures, figures computed from them with the sum, and its programmes with their measures. "
    "Call it without a name for the list. A row without figures says in `reason` what is missing.",
    GetPanel,
    PanelSheet,
    _get,
)
