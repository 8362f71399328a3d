"""Findings, answers and places that were found, at the edge."""

from __future__ import annotations

from pydantic import Field

from jiedu.model import Verdict
from jiedu.server.shapes.figures import Observation
from jiedu.server.shapes.kinds import Day, Number, Shape
from jiedu.server.shapes.ledger import Commitment, Entry


class Finding(Shape):
    """A claim, the figures it was held against, and what came of it."""

    rule: str = Field(description="The name of the check.", examples=["growth_difference"])
    verdict: Verdict = Field(description="What recomputing showed.", examples=["holds"])
    stated: Number = Field(description="The claimed value.", examples=["0.4"])
    expected: list[Number | None] = Field(
        min_length=2,
        max_length=2,
        description="The interval the claim must meet; null for an open end.",
        examples=[["0.3", "0.5"]],
    )
    claim: Observation = Field(description="The figure that was checked.")
    evidence: list[Observation] = Field(description="The figures it was recomputed from.")
    reason: str = Field(
        description="The sum, so that a person can follow it.",
        examples=["3.8% − 3.4% = 0.4 ± 0.1; stated 0.4: holds"],
    )


class Answer(Shape):
    """What a question gets."""

    question: str = Field(description="As it was asked.", examples=["2023年6月末5G基站有多少？"])
    answer: str | None = Field(
        description="A sentence; null where the store does not know.",
        examples=["2023年6月末，5G基站总数为293.7万个。"],
    )
    value: Number | None = Field(
        description="The figure that answers, in base units.", examples=["2937000"]
    )
    unit: str | None = Field(description="Its unit.", examples=["个"])
    observations: list[Observation] = Field(description="The figures it rests on.")
    commitments: list[Commitment | Entry] = Field(
        description="The measures it rests on, with what became of them where it says so."
    )
    reason: str = Field(
        description="How the question was understood, and why there is no answer.",
        examples=["5g.stations, level, 2023-06-30"],
    )
    assisted: str | None = Field(
        description="Which words a model took for what; null, for none is asked over HTTP.",
        examples=[None],
    )


class Hit(Shape):
    """One place that a search found."""

    release: str = Field(description="The release.", examples=["sample-2023h1-miit-interview"])
    published: Day = Field(description="When it was published.", examples=["2023-07-20"])
    publisher: str | None = Field(description="Who published it.", examples=["工业和信息化部"])
    region: str | None = Field(
        description="The province or city it is about; null for the country.", examples=["广东"]
    )
    title: str = Field(description="Its headline.", examples=["上半年工业和信息化发展情况"])
    start: int = Field(
        description="Where the words start in the text, in code points.", examples=[1010]
    )
    end: int = Field(description="Where they end, likewise.", examples=[1014])
    speaker: str | None = Field(description="Who says them.", examples=["新闻发言人"])
    context: str = Field(
        description="The words around them.", examples=["截至6月底，5G基站总数达293.7万个。"]
    )


class Problem(Shape):
    """An error after RFC 9457."""

    type: str = Field(
        description="What kind of error, for programs.", examples=["urn:jiedu:problem:not-found"]
    )
    title: str = Field(description="The words of the status.", examples=["Not Found"])
    status: int = Field(description="The status of the response.", examples=[404])
    detail: str = Field(
        description="What failed, and what to do.",
        examples=["the store holds no release 'july'; near ones: july-2023"],
    )
    instance: str = Field(
        description="This request, as the server's log calls it.",
        examples=["urn:jiedu:request:0f3c9a7be1d24c55"],
    )
    errors: list[Fault] = Field(
        default=[], description="What is wrong with each part of the request."
    )


class Fault(Shape):
    """What is wrong with one part of a request."""

    where: str = Field(alias="in", description="`query`, `path` or `body`.", examples=["query"])
    name: str = Field(description="The parameter, or the path in the body.", examples=["limit"])
    detail: str = Field(
        description="What is wrong.", examples=["Input should be less than or equal to 500"]
    )


class Health(Shape):
    """Whether the server can answer."""

    status: str = Field(description="`ok`.", examples=["ok"])
    version: str = Field(description="Which jiedu answers.", examples=["0.1.0"])
