"""A field's figures and programmes on one sheet."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import Field

from jiedu.catalogue import region_of
from jiedu.errors import InputError, NotFoundError
from jiedu.exports.finding_rows import source_row
from jiedu.exports.rows import entry_row
from jiedu.model import DerivedRow, FigureRow, PlanRow, ProgrammeRow, ProvinceRow
from jiedu.panels import fill, known_panels, panel, thirty_one
from jiedu.server.agents.schemas import maybe
from jiedu.server.agents.sizes import sliced
from jiedu.server.agents.tool import Tool
from jiedu.server.routes.store import today
from jiedu.server.shapes import kinds
from jiedu.server.shapes.figures import Observation
from jiedu.server.shapes.kinds import Cursor, Day, Number, Shape, Words
from jiedu.server.shapes.ledger import Entry, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.model import Entry as MeasureEntry
    from jiedu.model import Panel, Source
    from jiedu.model.panel_sheet import Mentioned, Row
    from jiedu.server.held import Held


class Kind(StrEnum):
    """What a row of a sheet is."""

    FIGURE = "figure"
    PROVINCES = "provinces"
    DERIVED = "derived"
    PROGRAMME = "programme"
    PLAN = "plan"


class GetPanel(kinds.Query):
    """Which sheet is wanted."""

    name: Words | None = Field(
        None,
        description="Its name or title. Without one, the panels are listed.",
        examples=["telecoms"],
    )
    kind: Kind | None = maybe("Rows of one kind only.")
    region: Words | None = Field(
        None,
        description="Of the provinces' panel: the province whose measures are listed.",
        examples=["江苏"],
    )
    as_of: Day | None = Field(
        default=None, description="What was known on this day.", examples=["2023-07-31"]
    )
    points: int = Field(4, ge=1, le=40, description="How many newest figures a row shows.")
    entries: int = Field(3, ge=0, le=20, description="How many newest measures a row shows.")
    limit: int = Field(20, ge=1, le=60, description="How many rows a page has at most.")
    cursor: Cursor = None


class PanelName(Shape):
    """A panel that there is."""

    name: str = Field(description="What it is called by.")
    title: str = Field(description="Its Chinese title.")
    english: str = Field(description="Its English title.")


class PanelInput(Shape):
    """A figure that a derived one is computed from."""

    key: str = Field(description="What the formula calls it.")
    figure: Observation = Field(description="The figure.")


class PanelRow(Shape):
    """One row of a sheet; fields that its kind has no use for are left out."""

    kind: Kind = Field(description="What it is.")
    key: str | None = maybe("Its name in formulas.")
    name: str | None = maybe("Its Chinese title, or the province.")
    english: str | None = maybe("Its English title.")
    latest: Observation | None = maybe("The figure of the newest period.")
    points: list[Observation] | None = maybe(
        "One figure a period, oldest first; of provinces, highest first."
    )
    points_found: int | None = maybe("How many there are.")
    period: str | None = maybe("The time that is compared or computed.")
    missing: list[str] | None = maybe("Provinces without a figure of it.")
    country: Observation | None = maybe("The country's figure of that time.")
    formula: str | None = maybe("How it is computed.")
    shown: str | None = maybe("The formula with the numbers in it.")
    value: str | None = maybe("It, with the digits its inputs justify.")
    margin: str | None = maybe("How far the true value may lie from it.")
    low: Number | None = maybe("The least it can be.")
    high: Number | None = maybe("The most.")
    unit: str | None = maybe("The unit of the computed figure.")
    inputs: list[PanelInput] | None = maybe("What it is computed from.")
    official: Observation | None = maybe("The published figure of the same.")
    agrees: bool | None = maybe("Whether that can be the same.")
    releases: int | None = maybe("How many releases name it, or there are.")
    latest_mention: Place | None = maybe("Where it is named last.")
    targets: int | None = maybe("How many measures have a goal.")
    entries: list[Entry] | None = maybe("The newest measures, oldest first.")
    entries_found: int | None = maybe("How many measures there are.")
    reason: str | None = maybe("What is missing, or the rule that was followed.")


class PanelSheet(Shape):
    """The panels there are, or one of them with what the releases tell."""

    panels: list[PanelName] = Field(description="All panels, where none was named.")
    panel: PanelName | None = Field(description="The one that was named.")
    as_of: Day = Field(description="The day whose knowledge counts.")
    rows_found: int = Field(description="How many rows there are.")
    rows: list[PanelRow] = Field(description="Its rows.")
    next: str | None = Field(description="The cursor of the next page.")


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
    return PanelRow(
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
    return PanelRow(
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
    return PanelRow(
        kind=Kind.DERIVED,
        key=item.key,
        name=item.name,
        english=item.english,
        period=row.period,
        formula=item.formula,
        shown=row.shown or None,
        value=row.text or None,
        margin=row.margin or None,
        low=row.low,
        high=row.high,
        unit=item.unit,
        inputs=[PanelInput(key=key, figure=_figure(fact)) for key, fact in row.inputs],
        official=_told(row.official),
        agrees=row.agrees,
        reason=row.reason or None,
    )


def _programme(row: ProgrammeRow, query: GetPanel) -> PanelRow:
    latest = row.latest
    return PanelRow(
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


def _place(named: Mentioned) -> Place:
    return Place(
        release=named.release,
        start=named.span.start,
        end=named.span.end,
        sentence=named.sentence,
    )


def _plan(row: PlanRow, query: GetPanel) -> PanelRow:
    return PanelRow(
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
