"""``jiedu show``: what one release of the store says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jiedu.cli.annotated import write_html
from jiedu.cli.options import Format, FormatOption, SureOption, is_sure
from jiedu.cli.output import console, counted, figures_table, print_rows, say
from jiedu.cli.rows import observation_row
from jiedu.segments import segment
from jiedu.store import View


def run(
    ctx: typer.Context,
    release_id: Annotated[str, typer.Argument(metavar="RELEASE", help="The id of a release.")],
    html: Annotated[
        Path | None, typer.Option(help="Write the annotated text to this file.")
    ] = None,
    least: SureOption = 0.0,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print a release's figures as the store holds them."""
    view = View(ctx.obj)
    release = view.release(release_id)
    observations = [found for found in view.observations(release_id) if is_sure(found, least)]
    if html is not None:
        write_html(html, release, observations)
    if form is not Format.TABLE:
        print_rows(
            (
                observation_row(found, release.id, release.published, release.text)
                for found in observations
            ),
            form,
        )
        return
    structure = segment(release.text)
    say(release.title, style="bold")
    about = [str(release.published), release.publisher, release.region, release.url]
    say("  ".join(part for part in about if part))
    versions = len(view.versions(release_id))
    say(
        f"{counted(len(release.text), 'character')}, {counted(len(structure.turns), 'turn')}, "
        f"{counted(len(structure.points), 'point')}, {counted(len(observations), 'figure')}, "
        f"version {versions}"
    )
    console.print(figures_table(observations))
    if html is not None:
        say(f"annotated text: {html}")
