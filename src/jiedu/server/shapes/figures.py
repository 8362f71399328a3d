"""Figures at the edge; the fields are those of a record, under the same names."""

from __future__ import annotations

from pydantic import Field

from jiedu.model import Bound, Measure, Status
from jiedu.server.shapes.kinds import Day, Number, Shape


class Observation(Shape):
    """One figure, tied to the characters it was read from."""

    release: str = Field(
        description="The id of its release, or of the table it was imported with.",
        examples=["sample-2023h1-miit-interview"],
    )
    published: Day = Field(description="The day the world could know it.", examples=["2023-07-20"])
    start: int | None = Field(
        description="Where the numeral starts in the text, in code points; null in a table.",
        examples=[1024],
    )
    end: int | None = Field(description="Where the numeral ends, likewise.", examples=[1029])
    indicator: str = Field(
        description="What is measured, in words of the source.", examples=["5G基站总数"]
    )
    indicator_id: str | None = Field(
        description="The catalogue's id; null where it is not sure.", examples=["5g.stations"]
    )
    measure: Measure = Field(description="The kind of statement.", examples=["level"])
    value: Number = Field(
        description="Signed, in base units (万, 亿 multiplied out); per cent as percentages.",
        examples=["2937000"],
    )
    unit: str = Field(
        description="`%`, `pp`, `倍`, or the unit without its magnitude.", examples=["个"]
    )
    bound: Bound = Field(description="How the true value stands to `value`.", examples=["="])
    period: str | None = Field(
        description="ISO 8601, inclusive; null where the text does not say.",
        examples=["2023-01/2023-06"],
    )
    basis: str | None = Field(
        description="What a change is compared with; null for levels.", examples=["yoy"]
    )
    status: Status = Field(description="A fact, a goal or an expectation.", examples=["actual"])
    region: str | None = Field(
        description="The region it is about; null for the country.", examples=["广东"]
    )
    speaker: str | None = Field(
        description="Who says it, where the text names them.", examples=["新闻发言人"]
    )
    confidence: float | None = Field(
        description="How likely all fields are right, from 0 to 1.", examples=[0.97]
    )
    rule: str = Field(description="What read it.", examples=["level / subject / said"])
    text: str = Field(
        description="The numeral with its magnitude and unit as written.", examples=["293.7万个"]
    )
    sentence: str = Field(
        description="The sentence that says it, or the place in the table.",
        examples=["截至6月底，5G基站总数达293.7万个。"],
    )


class Point(Observation):
    """A figure of a series."""

    revises: Number | None = Field(
        description="What an earlier release said of the same period, where it differs.",
        examples=["2930000"],
    )


class Aside(Shape):
    """Figures of an indicator that are not part of a line."""

    slot: str = Field(description="In what they differ.", examples=["measure"])
    value: str = Field(description="What they have there.", examples=["growth"])
    figures: int = Field(description="How many they are.", examples=[12])


class Series(Shape):
    """One line of an indicator, oldest period first."""

    indicator: str = Field(
        description="The catalogue's id, or the name that was asked for.",
        examples=["5g.stations"],
    )
    measure: Measure = Field(description="The kind of statement.", examples=["level"])
    unit: str = Field(description="The commonest unit.", examples=["个"])
    region: str | None = Field(description="The region; null for the country.", examples=["广东"])
    basis: str | None = Field(
        description="What changes are compared with; null for levels.", examples=["yoy"]
    )
    points: list[Point] = Field(description="One a period, or with `vintages` all that was said.")
    asides: list[Aside] = Field(description="What else the store tells of the indicator.")
