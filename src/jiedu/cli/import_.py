"""``jiedu import``: official tables into the store, as reference series."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jiedu.cli.options import day
from jiedu.cli.output import counted, say, warn
from jiedu.pipeline.importing import KeptTable, import_into


def run(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="CSV, XLSX, HTML, or jiedu's own exports.")],
    published: Annotated[
        str | None, typer.Option(help="When they were published, where they do not say.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    region: Annotated[str | None, typer.Option(help="What region they are about.")] = None,
) -> None:
    """Read tables and save them with their source; one that cannot be read stops no other."""
    failed = False
    tables = import_into(
        ctx.obj, files, day(published, "--published"), publisher=publisher, region=region
    )
    for item in tables:
        if isinstance(item, KeptTable):
            figures = counted(len(item.table.records), "figure")
            say(f"{item.table.published}  {item.table.id}  {figures}  {item.saved.value}")
        else:
            warn(item)
            failed = True
    if failed:
        raise typer.Exit(1)
