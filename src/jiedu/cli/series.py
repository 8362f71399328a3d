"""``jiedu series``: one indicator over time."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import jiedu.briefings as briefings
from jiedu.cli.options import AssistedOption, Format, FormatOption, SureOption, day, run_of
from jiedu.cli.output import console, counted, print_records, print_rows, say
from jiedu.cli.timeline import drawn
from jiedu.exports.rows import observation_row
from jiedu.model import FIELDS, ChartKind, Language, Measure, Status
from jiedu.store import PeriodSpan, View, Wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Aside, Release, Series


class Shape(StrEnum):
    """How figures over time are drawn."""

    LINE = "line"
    BARS = "bars"

    @property
    def chart(self) -> ChartKind:
        """The same for a chart."""
        return ChartKind(self.value)


def run(
    ctx: typer.Context,
    indicator: Annotated[str, typer.Argument(help="A name, an alias or an id.")],
    measure: Annotated[Measure | None, typer.Option(help="One kind of statement only.")] = None,
    region: Annotated[str | None, typer.Option(help="One region only.")] = None,
    basis: Annotated[str | None, typer.Option(help="One basis only (yoy, mom, …).")] = None,
    status: Annotated[Status | None, typer.Option(help="Facts, goals or expectations.")] = None,
    span: Annotated[PeriodSpan | None, typer.Option(help="How long the periods are.")] = None,
    as_of: Annotated[str | None, typer.Option(help="What was known on this day.")] = None,
    vintages: Annotated[
        bool,
        typer.Option("--vintages", help="All that was said, revisions marked, not one a period."),
    ] = False,
    tables: Annotated[
        bool, typer.Option("--tables", help="What imported tables say of it, not texts.")
    ] = False,
    least: SureOption = 0.0,
    assisted: AssistedOption = False,
    plot: Annotated[
        Path | None, typer.Option(help="Draw the line into this .png, .svg or .pdf file.")
    ] = None,
    kind: Annotated[Shape | None, typer.Option("--as", help="With --plot: a line or bars.")] = None,
    language: Annotated[
        Language, typer.Option("--lang", help="With --plot: the language of its words.")
    ] = Language.ZH,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print an indicator's figures, oldest period first."""
    known = day(as_of, "--as-of")
    view = View(ctx.obj)
    if tables:
        print_records(view.references(indicator, known), form)
        return
    wanted = Wanted(measure, basis, region, status)
    series = view.series(
        indicator,
        wanted,
        span=span,
        as_of=known,
        run=run_of(assisted),
        every=vintages,
        sure=least,
    )
    points = series.vintages
    if plot is not None:
        told = briefings.chart_of(
            series, _releases(view, series), language, kind.chart if kind else None
        )
        briefings.draw_chart(told, plot)
        say(f"{plot}: {counted(len(told.series[0].points), 'figure')}")
        return
    if form is Format.TABLE:
        console.print(drawn(points, f"{indicator}: {series.measure.value}", gaps=not vintages))
        _say_asides(series.asides)
        return
    texts = view.texts({item.release for item in points}, known)
    fields = (*FIELDS, "revises") if vintages else FIELDS
    print_rows(
        (
            observation_row(item.observation, item.release, item.published, texts[item.release])
            | ({"revises": item.revises} if vintages else {})
            for item in points
        ),
        form,
        fields,
    )


def _releases(view: View, series: Series) -> list[Release]:
    """The releases that a line's figures stand in."""
    return [view.release(release) for release in sorted({one.release for one in series.vintages})]


def _say_asides(asides: Sequence[Aside]) -> None:
    """What else the store tells of the indicator, and how to see it."""
    for slot in ("measure", "basis", "status"):
        others = [item.value for item in asides if item.slot == slot and item.value]
        if others:
            say(f"also told as {', '.join(others)}: see --{slot}")
    regions = sum(1 for item in asides if item.slot == "region" and item.value)
    if regions:
        say(f"also told of {counted(regions, 'region')}: see --region")
    units = [item.value for item in asides if item.slot == "unit" and item.value]
    if units:
        say(f"also told in {', '.join(units)}, which is no part of this line")
    scale = sum(item.figures for item in asides if item.slot == "scale")
    if scale:
        say(f"{counted(scale, 'figure')} too large or small to be of this line: see --vintages")
