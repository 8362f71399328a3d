"""``jiedu series``: one indicator over time."""

from __future__ import annotations

from typing import Annotated

import typer

from jiedu.cli.options import Format, FormatOption, SureOption, day, is_sure
from jiedu.cli.output import console, counted, print_rows, say, warn
from jiedu.cli.rows import observation_row
from jiedu.cli.timeline import (
    commonest_measure,
    drawn,
    newest_of_each_period,
    of_the_country,
)
from jiedu.model import Measure
from jiedu.store import View


def run(
    ctx: typer.Context,
    indicator: Annotated[str, typer.Argument(help="A name, an alias or an id.")],
    measure: Annotated[Measure | None, typer.Option(help="One kind of statement only.")] = None,
    region: Annotated[str | None, typer.Option(help="One region only.")] = None,
    basis: Annotated[str | None, typer.Option(help="One basis only (yoy, mom, …).")] = None,
    as_of: Annotated[str | None, typer.Option(help="What was known on this day.")] = None,
    vintages: Annotated[
        bool, typer.Option("--vintages", help="All that was said, not one point a period.")
    ] = False,
    least: SureOption = 0.0,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print an indicator's figures, oldest period first."""
    known = day(as_of, "--as-of")
    view = View(ctx.obj)
    found = view.vintages(
        indicator,
        measure=measure.value if measure else None,
        region=region,
        basis=basis,
        as_of=known,
    )
    found = [item for item in found if is_sure(item.observation, least)]
    if not found:
        warn(f"no figure of {indicator!r} is left by these filters")
        raise typer.Exit(1)
    elsewhere = 0
    if region is None:
        found, elsewhere = of_the_country(found)
    chosen = measure or commonest_measure(found)
    points = [item for item in found if item.observation.measure is chosen]
    if not vintages:
        points = newest_of_each_period(points)
    if form is Format.TABLE:
        others = sorted({item.observation.measure.value for item in found} - {chosen.value})
        console.print(drawn(points, f"{indicator}: {chosen.value}"))
        if others:
            say(f"also told as {', '.join(others)}: see --measure")
        if elsewhere:
            say(f"also told of {counted(elsewhere, 'region')}: see --region")
        return
    texts = view.texts({item.release for item in points}, known)
    print_rows(
        (
            observation_row(item.observation, item.release, item.published, texts[item.release])
            for item in points
        ),
        form,
    )
