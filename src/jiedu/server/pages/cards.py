"""The fields of a figure or a measure in the words of a page, for its card."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.briefings import (
    figure_name,
    indicator_name,
    measure_name,
    period_words,
    value_words,
)
from jiedu.checks import MARKS
from jiedu.lexicon import plain_digits
from jiedu.model import Bound, Finding, Language, Verdict
from jiedu.server.pages.rendering import indicator_url
from jiedu.server.pages.seen import seen
from jiedu.server.pages.wording import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jiedu.model import Commitment, Observation, Span


class Field(NamedTuple):
    """A line of a card.

    Attributes:
        name: in the page's language.
        text: what it holds.
        foreign: whether it is in the words of the release.
    """

    name: str
    text: str
    foreign: bool = False


class FigureCard(NamedTuple):
    """All that is known of a figure.

    Attributes:
        number: its place among the figures of the text.
        start: its first character.
        end: the one after its last.
        title: its full name.
        value: in words.
        period: in words.
        status: actual, target or forecast.
        url: of its indicator.
        fields: the other ones.
        findings: what checking it showed, the gravest first.
    """

    number: int
    start: int
    end: int
    title: str
    value: str
    period: str
    status: str
    url: str
    fields: tuple[Field, ...]
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Verdict | None:
        """The gravest verdict."""
        return self.findings[0].verdict if self.findings else None


class MeasureCard(NamedTuple):
    """All that is known of a measure.

    Attributes:
        number: its place among the measures of the text.
        start: its first character.
        end: the one after its last.
        text: its clause.
        line: the first character of its line.
        fields: the other ones.
    """

    number: int
    start: int
    end: int
    text: str
    line: int
    fields: tuple[Field, ...]


def figure_cards(
    figures: Sequence[Observation],
    findings: dict[int, list[Finding]],
    language: Language,
    shown: Callable[[Span], bool],
) -> list[FigureCard]:
    """A card for each figure that is shown, in the order of the text.

    Args:
        figures: of one release.
        findings: what checking it showed, by the start of the numeral.
        language: of the cards.
        shown: whether what stands at some characters is shown.
    """
    return [
        FigureCard(
            number,
            found.span.start,
            found.span.end,
            figure_name(found, language),
            value_words(found, language),
            period_words(found.period, language),
            found.status.value,
            indicator_url(found.indicator_id or found.indicator),
            tuple(_figure_fields(found, language)),
            tuple(_own(findings.get(found.span.start, ()), found)),
        )
        for number, found in enumerate(figures)
        if shown(found.span)
    ]


def measure_cards(
    measures: Sequence[Commitment], text: str, language: Language, shown: Callable[[Span], bool]
) -> list[MeasureCard]:
    """A card for each measure that is shown, in the order of the text."""
    return [
        MeasureCard(
            number,
            found.span.start,
            found.span.end,
            found.span.of(text),
            text.rfind("\n", 0, found.span.start) + 1,
            tuple(_measure_fields(found, text, language)),
        )
        for number, found in enumerate(measures)
        if shown(found.span)
    ]


def script_rows(
    figures: Sequence[FigureCard], measures: Sequence[MeasureCard], language: Language
) -> dict[str, dict[str, list[object]]]:
    """The cards by number as lists that a script shows, nothing of them markup."""
    return {
        "figures": {str(card.number): _figure_row(card, language) for card in figures},
        "measures": {str(card.number): [seen(card.text), _rows(card.fields)] for card in measures},
    }


def _figure_row(card: FigureCard, language: Language) -> list[object]:
    return [
        seen(card.title),
        seen(" · ".join(filter(None, (card.value, card.period)))),
        _rows(card.fields),
        [_finding_row(finding, language) for finding in card.findings],
        card.url,
    ]


def _finding_row(finding: Finding, language: Language) -> list[str]:
    verdict = finding.verdict
    reason = finding.reason_zh if language is Language.ZH else finding.reason
    name = word(f"verdict.{verdict}", language)
    return [verdict.value, f"{MARKS[verdict]} {name}", seen(reason)]


def _rows(fields: Sequence[Field]) -> list[list[object]]:
    return [[each.name, seen(each.text), each.foreign] for each in fields]


def _own(findings: Sequence[Finding], found: Observation) -> Iterator[Finding]:
    """Those about this figure, and not about another one of the same numeral."""
    for finding in findings:
        claim = finding.claim.observation
        if (claim.measure, claim.indicator) == (found.measure, found.indicator):
            yield finding


def _figure_fields(found: Observation, language: Language) -> Iterator[Field]:
    def named(key: str, text: str, *, foreign: bool = False) -> Field:
        return Field(word(f"field.{key}", language), text, foreign)

    yield named("indicator", found.indicator, foreign=True)
    if found.indicator_id:
        known = indicator_name(found.indicator_id, found.indicator, language)
        yield named("catalogue", f"{known} ({found.indicator_id})")
    told = measure_name(found.measure, found.basis, language)
    yield named("measure", told or word("field.level", language))
    sign = "" if found.bound is Bound.EXACT else f"{found.bound.value} "
    yield named("value", f"{sign}{plain_digits(found.value)} {found.unit}".strip())
    if found.period:
        yield named("period", found.period)
    yield named("status", word(f"status.{found.status}", language))
    if found.region:
        yield named("region", found.region, foreign=True)
    if found.speaker:
        yield named("speaker", found.speaker, foreign=True)
    if found.confidence is not None:
        yield named("confidence", f"{found.confidence:.0%}")
    if found.assisted:
        yield named("assisted", word("field.by_model", language))
    yield named("offsets", f"{found.span.start}–{found.span.end}")


def _measure_fields(found: Commitment, text: str, language: Language) -> Iterator[Field]:
    told = (
        ("action", found.action, True),
        ("object", found.object, True),
        ("owner", found.owner, True),
        ("deadline", period_words(found.deadline, language), False),
        ("instrument", found.instrument, True),
        ("speaker", found.speaker, True),
    )
    for key, each, foreign in told:
        if each:
            yield Field(word(f"field.{key}", language), each, foreign)
    if found.targets:
        yield Field(word("field.targets", language), str(len(found.targets)))
    yield Field(word("field.offsets", language), f"{found.span.start}–{found.span.end}")
