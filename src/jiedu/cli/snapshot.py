"""``jiedu snapshot``: the figures as Parquet, for queries."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jiedu.cli.options import day
from jiedu.cli.output import counted, say
from jiedu.exports import write_snapshot
from jiedu.store import View


def run(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(help="The folder, in place of the snapshot in it.")],
    as_of: Annotated[str | None, typer.Option(help="What was known on this day.")] = None,
) -> None:
    """Write every figure that counts into a folder that `jiedu query` reads."""
    snapshot = write_snapshot(View(ctx.obj).records(as_of=day(as_of, "--as-of")), folder)
    say(f"{folder}: {counted(snapshot.figures, 'figure')}, {snapshot.bytes:,} bytes")
