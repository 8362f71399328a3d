"""A chart as what a script draws it from: numbers, words and addresses, and nothing that acts."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from jiedu.briefings import (
    Part,
    amount_words,
    chart_scale,
    chart_words,
    day_of,
    is_pair,
    parts_of,
    period_words,
    runs_of,
    titled,
    value_words,
)
from jiedu.model import Bound, ChartKind
from jiedu.server.pages.rendering import release_url
from jiedu.server.pages.seen import seen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jiedu.briefings import Scale
    from jiedu.model import Chart, ChartPoint, Language, Observation

_SYMBOLS = {"o": "circle", "s": "rect", "^": "triangle", "D": "diamond",
            "v": "down", "P": "plus", "X": "cross"}  # fmt: skip
_BOUNDS = {
    Bound.ABOVE: "above",
    Bound.AT_LEAST: "above",
    Bound.BELOW: "below",
    Bound.AT_MOST: "below",
    Bound.ABOUT: "about",
}
_LONGEST = 90  # characters of a sentence beside a point


class Told(NamedTuple):
    """What a point of a chart was read from.

    Attributes:
        observation: the figure.
        release: the id of its release.
        sentence: the words it stands in.
        source: who said it, and when.
    """

    observation: Observation
    release: str
    sentence: str
    source: str


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure.

    Attributes:
        day: the last one of its period.
        value: in the unit of the chart.
        told: the lines that stand beside it: period and value, source, sentence.
        url: of its sentence.
        bound: ``above``, ``below`` or ``about`` where it says no exact value, else empty.
        pair: whether it is of January and February together.
        revised: what was said before, in the unit of the chart.
    """

    day: str
    value: float
    told: tuple[str, ...]
    url: str
    bound: str
    pair: bool
    revised: float | None


@dataclass(frozen=True, slots=True)
class Stroke:
    """Figures that share a line.

    Attributes:
        name: what the legend calls them.
        colour: of marks, lines and bars.
        symbol: the shape of the marks.
        dash: lengths of strokes and gaps; empty for a whole line, ``None`` for none.
        hatch: the number of what bars are filled with.
        fact: whether they are no goals and no expectations, whose marks are hollow.
        runs: dots, in stretches between which figures are missing.
    """

    name: str
    colour: str
    symbol: str
    dash: tuple[float, ...] | None
    hatch: int
    fact: bool
    runs: tuple[tuple[Dot, ...], ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """What is drawn.

    Attributes:
        title: with the unit.
        unit: of the values.
        bars: whether bars are drawn, and not lines.
        strokes: facts first.
        words: what the legend calls single marks.
        source: where the figures come from.
    """

    title: str
    unit: str
    bars: bool
    strokes: tuple[Stroke, ...]
    words: dict[str, str]
    source: str

    @property
    def dots(self) -> list[Dot]:
        """All figures, oldest first."""
        every = (dot for stroke in self.strokes for run in stroke.runs for dot in run)
        return sorted(every, key=lambda dot: dot.day)

    def packed(self) -> dict[str, Any]:
        """What a script is given."""
        return asdict(self)


def plot_of(chart: Chart, told: Mapping[int, Told]) -> Plot:
    """A chart over time as a script draws it.

    Args:
        chart: what is drawn.
        told: what each of its points was read from, by the point's identity: two regions may have
            equal ones.
    """
    words = chart_words(chart.language)
    kinds = ("above", "below", "about", "pair", "revised")
    scale = chart_scale(chart)
    strokes = []
    for number, part in enumerate(parts_of(chart)):
        runs = (
            tuple(_dot(point, told[id(point)], scale, chart.language) for point in run)
            for run in runs_of(part)
        )
        strokes.append(_stroke(part, number, tuple(runs)))
    return Plot(
        seen(titled(chart)),
        seen(scale.unit),
        chart.kind is ChartKind.BARS,
        tuple(strokes),
        {kind: words[kind] for kind in kinds},
        seen(chart.source),
    )


def _stroke(part: Part, number: int, runs: tuple[tuple[Dot, ...], ...]) -> Stroke:
    return Stroke(
        seen(part.name),
        part.look.colour,
        _SYMBOLS[part.look.marker],
        _dash(part),
        number,
        part.is_fact,
        runs,
    )


def _dash(part: Part) -> tuple[float, ...] | None:
    """As the drawing library has it: matplotlib's are in widths of the line, and begin with 0."""
    if not part.is_fact:
        return 2.0, 3.0
    line = part.look.line
    if line == "none":
        return None
    return () if line == "-" else tuple(2.0 * length for length in line[1])


def _dot(point: ChartPoint, told: Told, scale: Scale, language: Language) -> Dot:
    found = told.observation
    sentence = told.sentence[:_LONGEST] + ("…" if len(told.sentence) > _LONGEST else "")
    figure = f"{period_words(point.period, language)}  {value_words(found, language)}"
    before = point.revised
    earlier = amount_words(before, found.unit, language) if before is not None else ""
    revised = f"{chart_words(language)['revised']}  {earlier}" if earlier else ""
    return Dot(
        day_of(point.period or "").isoformat(),
        float(scale.of(point.value)),
        tuple(seen(line) for line in (figure, revised, told.source, sentence) if line),
        release_url(told.release, found.span.start, found.span.end),
        _BOUNDS.get(point.bound, ""),
        is_pair(point.period or ""),
        None if before is None else float(scale.of(before)),
    )
