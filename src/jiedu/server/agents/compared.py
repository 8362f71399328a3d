"""Two releases: what changed from the one to the other."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import Field

from jiedu.comparison import compare
from jiedu.errors import InputError
from jiedu.exports.comparison_rows import comparison_rows
from jiedu.model import Change
from jiedu.pipeline.briefing import stored
from jiedu.server.agents.schemas import maybe
from jiedu.server.agents.sizes import sliced
from jiedu.server.agents.tool import Tool
from jiedu.server.shapes import kinds
from jiedu.server.shapes.kinds import Cursor, Number, Shape, Words
from jiedu.server.shapes.releases import Release, release_slots

if TYPE_CHECKING:
    from jiedu.model import Reading
    from jiedu.server.held import Held


class Section(StrEnum):
    """What of the releases is compared."""

    FIGURE = "figure"
    MEASURE = "measure"
    PROGRAMME = "programme"
    WORDING = "wording"
    SENTENCE = "sentence"


class CompareReleases(kinds.Query):
    """Which releases are compared."""

    old: Words = Field(description="The id of the earlier one.", examples=["july-2022"])
    new: Words = Field(description="The id of the later one.", examples=["july-2023"])
    section: Section | None = maybe("One part of the comparison only.")
    same: bool = Field(False, description="List figures that stayed the same as well.")
    limit: int = Field(30, ge=1, le=100, description="How many changes a page has at most.")
    cursor: Cursor = None


class ChangeRow(Shape):
    """One change; fields that it has no use for are left out."""

    section: Section = Field(description="What changed.")
    change: Change = Field(description="What became of it.")
    weight: float = Field(description="How much it matters; heavier ones come first.")
    name: str | None = maybe("The indicator, the measure's object, the programme or the phrase.")
    key: str | None = maybe("The id of the indicator or programme.")
    measure: str | None = maybe("Of figures: the kind of statement.")
    unit: str | None = maybe("Of figures: their unit.")
    basis: str | None = maybe("Of figures: what a change is compared with.")
    region: str | None = maybe("Of figures: the region; none for the country.")
    status: str | None = maybe("Of figures: actual, target or forecast.")
    old_value: Number | None = maybe("The earlier value, in base units.")
    new_value: Number | None = maybe("The later value, likewise.")
    old_bound: str | None = maybe("How the true value stands to it.")
    new_bound: str | None = maybe("Likewise.")
    difference: Number | None = maybe("New minus old; none where that says nothing.")
    difference_unit: str | None = maybe("Its unit; `pp` between percentages.")
    relative: Number | None = maybe("The difference in per cent of the old one.")
    old_period: str | None = maybe("The period, or a measure's deadline.")
    new_period: str | None = maybe("Likewise.")
    old_count: int | None = maybe("How often the earlier one says it.")
    new_count: int | None = maybe("How often the later one does.")
    likeness: float | None = maybe("How alike the two wordings are, 0 to 1.")
    shift: str | None = maybe("Whether it is worded stronger or weaker.")
    old_degrees: str | None = maybe("Words that say how hard it is worked on.")
    new_degrees: str | None = maybe("Likewise.")
    targets: str | None = maybe("A measure's goals as written, old → new.")
    old_start: int | None = maybe("Where it (the numeral, of figures) starts in the earlier text.")
    old_end: int | None = maybe("Where it ends.")
    old_text: str | None = maybe("Its words; of figures, the sentence.")
    new_start: int | None = maybe("Where it starts in the later text.")
    new_end: int | None = maybe("Where it ends.")
    new_text: str | None = maybe("Its words; of figures, the sentence.")


class ComparedReleases(Shape):
    """Two releases side by side."""

    old: Release = Field(description="The one that was published first.")
    new: Release = Field(description="The later one.")
    changes_found: int = Field(description="How many changes there are.")
    items: list[ChangeRow] = Field(description="Changes, section by section, heaviest first.")
    next: str | None = Field(description="The cursor of the next page.")


def _compare(held: Held, query: CompareReleases) -> ComparedReleases:
    old, new = _in_order(stored(held.view, query.old), stored(held.view, query.new))
    rows = [
        ChangeRow(
            **{
                name: value
                for name, value in row.items()
                if value is not None and name not in {"old", "new"}
            }
        )
        for row in comparison_rows(compare(old, new))
        if (query.section is None or row["section"] == query.section.value)
        and (query.same or row["change"] != Change.SAME.value)
    ]
    shown, next_ = sliced(rows, query)
    return ComparedReleases(
        old=Release(**release_slots(old.release)),
        new=Release(**release_slots(new.release)),
        changes_found=len(rows),
        items=shown,
        next=next_,
    )


def _in_order(one: Reading, two: Reading) -> tuple[Reading, Reading]:
    if one.release.sha256 == two.release.sha256:
        raise InputError(
            f"{one.release.id} and {two.release.id} have the same text",
            hint="name two different releases",
        )
    return (one, two) if one.release.published <= two.release.published else (two, one)


COMPARE_RELEASES = Tool(
    "compare_releases",
    "Compare two releases",
    "What changed between two releases of one kind, such as two months or two years of the same "
    "publisher: figures, measures, programmes, wording, reworded sentences, each with its words "
    "and offsets in both texts. The one published earlier is always `old` in the answer.",
    CompareReleases,
    ComparedReleases,
    _compare,
)
