"""``jiedu runs``: which extractors read the store."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from jiedu.cli.output import console, counted, say
from jiedu.pipeline.saving import drop_run, reread
from jiedu.store import View


def run(
    ctx: typer.Context,
    again: Annotated[
        bool, typer.Option("--again", help="Read the releases with this jiedu; add a run.")
    ] = False,
    drop: Annotated[str | None, typer.Option(help="Forget a run; the releases stay.")] = None,
) -> None:
    """List the runs, the last one first; views show each release as it was read last."""
    if drop is not None:
        say(f"dropped {counted(drop_run(ctx.obj, drop), 'reading')} by {drop}")
    if again:
        say(f"read {counted(sum(1 for _ in reread(ctx.obj)), 'release')} anew")
    table = Table(box=None, pad_edge=False)
    for name in ("run", "readings", "figures", "first", "last"):
        table.add_column(name, justify="right" if name in {"readings", "figures"} else "left")
    for item in View(ctx.obj).runs():
        table.add_row(
            item.extractor or "—",
            f"{item.readings:,}",
            f"{item.figures:,}",
            f"{item.first:%Y-%m-%d %H:%M}",
            f"{item.last:%Y-%m-%d %H:%M}",
        )
    console.print(table)
