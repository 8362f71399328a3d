"""A release with what was read from it and what checking showed, as a page shows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jiedu.model import Finding, Release, Span, Verdict
from jiedu.server.pages.annotating import (
    GRAVEST,
    Heading,
    Paragraph,
    Run,
    outline,
    paragraphs,
    verdicts,
    windows,
)
from jiedu.server.pages.cards import (
    FigureCard,
    MeasureCard,
    figure_cards,
    measure_cards,
    script_rows,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Language, Reading

_WARNED = frozenset({Verdict.OFF, Verdict.REVISED})


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page of a text shows.

    Attributes:
        release: the text.
        paragraphs: its lines.
        outline: its speeches and points.
        figures: a card for each figure.
        measures: a card for each measure.
        findings: what checking it showed.
        rows: the cards for a script, all by number.
        part: which part of a long text is shown, from 0.
        parts: how many there are.
    """

    release: Release
    paragraphs: tuple[Paragraph, ...]
    outline: tuple[Heading, ...]
    figures: tuple[FigureCard, ...]
    measures: tuple[MeasureCard, ...]
    findings: tuple[Finding, ...]
    rows: dict[str, Any]
    part: int = 0
    parts: int = 1

    def of(self, run: Run) -> list[FigureCard]:
        """The figures of a run's numeral."""
        first = self.figures[0].number if self.figures else 0
        return [self.figures[number - first] for number in run.figures]

    def gravest(self, run: Run) -> Verdict | None:
        """The gravest verdict on a run's numeral."""
        told = [card.verdict for card in self.of(run) if card.verdict is not None]
        return min(told, key=GRAVEST.index) if told else None

    def count(self, status: str) -> int:
        """How many figures are facts, goals or forecasts."""
        return sum(card.status == status for card in self.figures)

    @property
    def tally(self) -> Counter[Verdict]:
        """How many findings there are of each verdict."""
        return Counter(finding.verdict for finding in self.findings)

    @property
    def warnings(self) -> list[Finding]:
        """Findings that a reader must see before the text."""
        return [finding for finding in self.findings if finding.verdict in _WARNED]


def shown_of(
    reading: Reading,
    findings: Sequence[Finding],
    language: Language,
    at: Span | None = None,
    part: int = 0,
) -> Shown:
    """What the page of a text shows.

    Args:
        reading: the text with what was read from it.
        findings: what checking it showed.
        language: of the cards.
        at: the characters that an address points at, which say the part of the text.
        part: the part of a long text, from 0; the last one where there are not so many.
    """
    text = reading.release.text
    parts = windows(text)
    if at is not None:
        part = next(number for number, each in enumerate(parts) if at.start < each.end)
    part = min(part, len(parts) - 1)
    window = parts[part]

    def held(span: Span) -> bool:
        return window.start <= span.start < window.end

    figures = figure_cards(reading.observations, verdicts(findings), language, held)
    measures = measure_cards(reading.commitments, text, language, held)
    return Shown(
        reading.release,
        tuple(paragraphs(reading, at, window)),
        tuple(each for each in outline(reading) if held(Span(each.start, each.start))),
        tuple(figures),
        tuple(measures),
        tuple(findings),
        script_rows(figures, measures, language),
        part,
        len(parts),
    )
