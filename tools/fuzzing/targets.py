"""What is fuzzed: each is a function of one input, with what must hold of what it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fuzzing.fitting import fit_numerals, fit_reading, fit_structure
from fuzzing.mutating import Drawing
from fuzzing.pieces import HALVES, PROSE, ROWS, TEXT
from fuzzing.reader_calls import collected, dated, fetched, linked, read_as, read_pdf, tabled
from fuzzing.text_calls import (
    asked,
    checked,
    explained,
    fit_checked,
    fit_page,
    paged,
    read,
    read_and_checked,
)
from jiedu.segments import segment

if TYPE_CHECKING:
    from random import Random

    from fuzzing.circumstances import Input


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that is fuzzed.

    Attributes:
        name: what it is called.
        call: what is measured; it may raise nothing but a JieduError.
        words: the pieces its inputs are changed with.
        draw: which way its inputs are drawn: ``text``, ``encoded``, ``raw`` or ``packed``.
        first: what is done with an input before, which is not measured.
        fits: of the input and what came out: raises UnfitError where they do not fit.
        weight: its share of the time.
        floor: seconds that even the smallest input may take.
    """

    name: str
    call: Callable[[Any], object]
    words: tuple[str, ...]
    draw: str = "text"
    first: Callable[[Any], object] = lambda given: given
    fits: Callable[[Any, Any], None] = lambda given, found: None
    weight: float = 1.0
    floor: float = 0.2

    def drawn(self, chance: Random, one: Input, other: Input) -> Input:
        """An input like another one."""
        drawing = Drawing(chance, self.words)
        found: Input = getattr(drawing, self.draw)(one, other)
        return found


_PAGE = ROWS["html"] + TEXT
_TABLE = ROWS["cells"] * 2 + PROSE
_DATES = TEXT + ROWS["times"] * 4 + ("发布时间：", "来源：", "时间：", "12:30")
_QUESTION = ROWS["asked"] * 3 + ROWS["times"] * 2 + ROWS["words"] * 2 + ROWS["odd"] + HALVES

TARGETS = (
    Target("text", read_as("a.txt"), TEXT, "encoded"),
    Target("page", read_as("a.html"), _PAGE, "encoded"),
    Target("markdown", read_as("a.md"), ROWS["markdown"] + TEXT, "encoded"),
    Target("docx", read_as("a.docx"), ROWS["xml"] + TEXT, "packed", floor=0.5),
    Target("pdf", read_pdf, ROWS["pdf"], "raw", floor=0.5),
    Target("collection", collected, ROWS["json"] + TEXT, "encoded"),
    Target("csv", tabled(".csv"), _TABLE, "encoded"),
    Target("xlsx", tabled(".xlsx"), ROWS["xml"] + ROWS["cells"] + TEXT, "packed", floor=0.5),
    Target("html-table", tabled(".html"), ROWS["html"] * 2 + _TABLE, "encoded"),
    Target("dates", dated, _DATES),
    Target("fetched", fetched, _PAGE, "encoded"),
    Target("link", linked, ROWS["links"], weight=0.5),
    Target("segments", segment, TEXT + ROWS["points"] * 3, fits=fit_structure),
    Target("process", read, TEXT, fits=lambda _, found: fit_reading(found), weight=4.0),
    Target("numerals", explained, TEXT, fits=fit_numerals),
    Target("checks", checked, TEXT, first=read, fits=lambda _, found: fit_checked(found)),
    Target("pages", paged, _PAGE, first=read_and_checked, fits=lambda _, found: fit_page(found)),
    Target("ask", asked, _QUESTION, weight=1.5, floor=0.5),
)
"""Everything that is fuzzed."""
