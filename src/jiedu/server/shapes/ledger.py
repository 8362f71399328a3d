"""Measures and what became of them, at the edge."""

from __future__ import annotations

from pydantic import Field

from jiedu.model import State
from jiedu.server.shapes.kinds import Day, Number, Shape


class Commitment(Shape):
    """One measure that was announced."""

    release: str = Field(
        description="The release that announces it.", examples=["sample-2023h1-miit-interview"]
    )
    published: Day = Field(description="When that was published.", examples=["2023-07-20"])
    start: int = Field(
        description="Where its clause starts in the text, in code points.", examples=[2048]
    )
    end: int = Field(description="Where the clause ends, likewise.", examples=[2074])
    action: str = Field(description="The leading verbs.", examples=["加快"])
    object: str = Field(description="What is done.", examples=["5G网络建设"])
    owner: str | None = Field(
        description="Who does it, where the clause says.", examples=["工业和信息化部"]
    )
    deadline: str | None = Field(
        description="The period by which it is due, in ISO 8601.", examples=["2025"]
    )
    targets: list[int] = Field(
        description="Where the numerals to reach start in the text.", examples=[[2060]]
    )
    instrument: str | None = Field(
        description="The programme or document, where there is one.", examples=["“十四五”规划"]
    )
    speaker: str | None = Field(description="Who said it.", examples=["新闻发言人"])
    text: str = Field(description="The clause.", examples=["加快5G网络建设"])


class Place(Shape):
    """A sentence that an outcome rests on."""

    release: str = Field(description="The later release.", examples=["sample-2023q3-telecom"])
    start: int = Field(description="Where it starts in the text, in code points.", examples=[310])
    end: int = Field(description="Where it ends, likewise.", examples=[342])
    sentence: str = Field(description="The sentence.", examples=["5G网络建设持续推进。"])


class Outcome(Shape):
    """What became of one goal, or of a measure without one."""

    target: int | None = Field(
        description="Where the goal's numeral starts; null for the whole.", examples=[2060]
    )
    outcome: State = Field(description="How far it has come.", examples=["progress"])
    percent: Number | None = Field(
        description="How much of the goal is reached, where that can be said.", examples=["81.6"]
    )
    evidence: list[Place] = Field(description="The sentences it rests on.")
    reason: str = Field(description="Why it follows from them.", examples=["no later sentence"])


class Entry(Commitment):
    """A measure with what became of it."""

    region: str | None = Field(
        description="The province or city it is of; null for the country.", examples=["广东"]
    )
    outcomes: list[Outcome] = Field(description="One a goal, or one for the whole.")
