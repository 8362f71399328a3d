"""A field's sheet, as agents ask for it and are told."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from jiedu.server.agents.schemas import maybe
from jiedu.server.shapes import kinds
from jiedu.server.shapes.figures import Observation
from jiedu.server.shapes.kinds import Cursor, Day, Number, Shape, Words
from jiedu.server.shapes.ledger import Entry, Place


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
