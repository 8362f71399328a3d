"""Claims recomputed: those of the store, and those of a draft."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, StringConstraints, field_validator

from jiedu.exports.finding_rows import finding_row
from jiedu.exports.rows import reading_rows
from jiedu.model import Release, Verdict, digest
from jiedu.pipeline import process
from jiedu.pipeline.checking import check_reading
from jiedu.server.agents.sizes import fitted, sliced
from jiedu.server.agents.tool import Tool
from jiedu.server.routes.findings import FindingsQuery, list_findings
from jiedu.server.routes.store import today
from jiedu.server.shapes import kinds
from jiedu.server.shapes.answers import Finding
from jiedu.server.shapes.figures import Observation
from jiedu.server.shapes.kinds import Cursor, Day, Page, Shape, Words

if TYPE_CHECKING:
    from jiedu.server.held import Held

LONGEST = 100_000
"""Characters of a draft."""

DRAFT = "(draft)"
"""What a draft's figures have for their release; the store is never asked for it."""


class ListFindings(FindingsQuery):
    """Which findings are listed."""

    limit: int = Field(10, ge=1, le=100, description="How many findings a page has at most.")


class CheckText(kinds.Query):
    """A draft, and what of its checking is wanted."""

    text: Annotated[
        str, StringConstraints(min_length=1, max_length=LONGEST, pattern=r"^[^\u0000]*$")
    ] = Field(description="The draft, in Chinese.", examples=["截至6月底，5G基站总数达293.7万个。"])
    published: Day | None = Field(
        None,
        description="The day it speaks from, by which its periods are read and releases after it "
        "do not count; today where it is not given.",
        examples=["2023-07-20"],
    )
    title: Words = Field("draft", description="Its headline, which may name period or region.")
    without: Words | None = Field(
        None, description="The id of a release of the store that is this same text."
    )
    verdict: Verdict | None = Field(None, description="One verdict only.", examples=["off"])
    later: bool = Field(False, description="Hold it against later releases too.")
    figures: bool = Field(
        False, description="List all figures that were read as well, after the findings."
    )
    limit: int = Field(20, ge=1, le=100, description="How many items a page has at most.")
    cursor: Cursor = None

    @field_validator("text")
    @classmethod
    def _is_whole(cls, value: str) -> str:
        if any("\ud800" <= character <= "\udfff" for character in value):
            raise ValueError("it holds half of a surrogate pair")
        return value


class CheckedText(Shape):
    """What checking a draft shows."""

    published: Day = Field(description="The day it was taken to speak from.")
    observations_found: int = Field(description="How many figures were read.")
    commitments_found: int = Field(description="How many measures were read.")
    verdicts: dict[str, int] = Field(description="How many claims got which verdict.")
    findings: list[Finding] = Field(description="Checked claims, in the order of the text.")
    observations: list[Observation] = Field(
        description="Figures, where they were asked for, after the last finding. Their release is "
        f"`{DRAFT}`; offsets count code points of the draft."
    )
    next: str | None = Field(description="The cursor of the next page, for the same draft.")


def _list(held: Held, query: ListFindings) -> Page[Finding]:
    return fitted(lambda asked: list_findings(held, asked), query)


def _check(held: Held, query: CheckText) -> CheckedText:
    day: date = query.published or today()
    if query.without is not None:
        held.view.release(query.without)  # names near ones where there is none
    reading = process(Release(DRAFT, query.title, day, query.text, digest(query.text)))
    checked = check_reading(reading, held.view, without=query.without, later=query.later)
    counted = Counter(finding.verdict.value for finding in checked)
    items: list[Finding | Observation] = [
        Finding(**finding_row(finding))
        for finding in checked
        if query.verdict is None or finding.verdict is query.verdict
    ]
    if query.figures:
        items += [Observation(**row) for row in reading_rows(reading)]
    shown, next_ = sliced(items, query)
    return CheckedText(
        published=day,
        observations_found=len(reading.observations),
        commitments_found=len(reading.commitments),
        verdicts=dict(counted),
        findings=[item for item in shown if isinstance(item, Finding)],
        observations=[item for item in shown if isinstance(item, Observation)],
        next=next_,
    )


_VERDICTS = (
    "Verdicts: `holds`, `off` (a contradiction that rounding cannot explain), `revised` (restated "
    "later with another value), `comparable-basis` (levels that are not comparable), "
    "`unverifiable` (a figure is missing; `reason` says which)."
)

LIST_FINDINGS = Tool(
    "list_findings",
    "List checked claims",
    "Claims of the releases that were recomputed (differences of growths, shares, sums, records, "
    "restatements …), each with its figures, the interval it must meet and the sum in words. "
    + _VERDICTS,
    ListFindings,
    Page[Finding],
    _list,
)
CHECK_TEXT = Tool(
    "check_text",
    "Check a draft",
    "Reads a draft in Chinese and recomputes its claims against itself and against the releases; "
    "the draft is kept nowhere. A claim that is `unverifiable` is not wrong. A figure that nothing "
    "can be held against gives no finding at all: no finding is no confirmation. " + _VERDICTS,
    CheckText,
    CheckedText,
    _check,
)
