"""Whether what was read fits the text it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.model import Commitment, Finding, Numeral, Observation, Reading, Span, Structure
    from jiedu.server.pages.reading import Shown


class UnfitError(Exception):
    """What was read does not fit its text."""


def _hold(fits: bool, what: str, of: object) -> None:
    if not fits:
        raise UnfitError(f"{what}: {of!r}"[:500])


def _within(span: Span, text: str, what: str) -> None:
    _hold(0 <= span.start <= span.end <= len(text), f"{what} outside the text", span)


def _in_order(spans: Iterable[Span], what: str) -> None:
    told = list(spans)
    _hold(told == sorted(told), f"{what} out of order", None)


def fit_structure(text: str, found: Structure) -> None:
    """Turns, points and sentences lie in the text, in order, and sentences cover it."""
    for turn in found.turns:
        _within(turn.span, text, "turn")
    for point in found.points:
        _within(point.span, text, "point")
        _hold(point.span.of(text) == point.marker, "another marker", point)
        _hold(point.level >= 1, "level", point)
    _in_order((turn.span for turn in found.turns), "turns")
    _in_order((point.span for point in found.points), "points")
    _in_order(found.sentences, "sentences")
    end = 0
    for span in found.sentences:
        _within(span, text, "sentence")
        _hold(span.start >= end, "sentences overlap", span)
        _hold(
            not text[end : span.start].strip(), "left out of all sentences", text[end : span.start]
        )
        told = span.of(text)
        _hold(bool(told) and told == told.strip(), "sentence with white space around it", span)
        end = span.end
    _hold(not text[end:].strip(), "left out of all sentences", text[end:])


def fit_reading(found: Reading) -> None:
    """Every figure and measure lies in the text, at what it says."""
    text = found.release.text
    for figure in found.observations:
        _fit_figure(text, figure)
    _in_order((figure.span for figure in found.observations), "figures")
    numerals = {figure.span.start for figure in found.observations}
    for measure in found.commitments:
        _fit_measure(text, measure, numerals)
    _in_order((measure.span for measure in found.commitments), "measures")


def _fit_figure(text: str, figure: Observation) -> None:
    _within(figure.span, text, "figure")
    _within(figure.sentence, text, "sentence of a figure")
    _hold(len(figure.span) > 0, "empty numeral", figure)
    inside = figure.sentence.start <= figure.span.start and figure.span.end <= figure.sentence.end
    _hold(inside, "figure outside its sentence", figure)
    _hold(figure.text.startswith(figure.span.of(text)), "another numeral than its words", figure)
    start = figure.span.start
    _hold(text.startswith(figure.text, start), "words that do not stand there", figure)
    _hold(figure.value.is_finite(), "no number", figure)
    _hold(figure.confidence is None or 0 <= figure.confidence <= 1, "confidence", figure)


def _fit_measure(text: str, measure: Commitment, numerals: set[int]) -> None:
    _within(measure.span, text, "measure")
    _hold(len(measure.span) > 0, "empty measure", measure)
    for target in measure.targets:
        _hold(measure.span.start <= target < measure.span.end, "target outside", measure)
        _hold(target in numerals, "target that is no figure", measure)


def fit_numerals(text: str, found: Iterable[Numeral]) -> None:
    """Every numeral lies in the text."""
    for each in found:
        _within(each.span, text, "numeral")
        _hold(len(each.span) > 0, "empty numeral", each)


def fit_findings(found: Iterable[Finding], reading: Reading) -> None:
    """Every finding is of a figure of the text, and its interval is none backwards."""
    figures = set(map(id, reading.observations))
    for finding in found:
        _hold(id(finding.claim.observation) in figures, "claim of no figure", finding)
        low, high = finding.expected
        _hold(low is None or high is None or low <= high, "interval backwards", finding)


def fit_shown(text: str, shown: Shown) -> None:
    """The lines of a page are characters of the text, each once and at its offset."""
    end = 0
    for line in shown.paragraphs:
        at = line.start
        _hold(at >= end, "lines overlap", line.start)
        for run in line.runs:
            _hold(run.start == at and text.startswith(run.text, at), "run elsewhere", run)
            at += len(run.text)
        end = at
