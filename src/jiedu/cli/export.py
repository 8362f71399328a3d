"""``jiedu export``: figures into a file for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jiedu.cli.options import day
from jiedu.cli.output import counted, say
from jiedu.errors import InputError
from jiedu.exports import ExportFormat, write
from jiedu.store import View

_ENDINGS = {".csv": "csv", ".jsonl": "jsonl", ".xlsx": "xlsx", ".parquet": "parquet"}


def run(
    ctx: typer.Context,
    output: Annotated[Path, typer.Argument(help="The file to write.")],
    form: Annotated[
        ExportFormat | None,
        typer.Option("--format", help="Else as the file ends."),
    ] = None,
    indicator: Annotated[str | None, typer.Option(help="One indicator only.")] = None,
    as_of: Annotated[str | None, typer.Option(help="What was known on this day.")] = None,
    tables: Annotated[
        bool, typer.Option("--tables", help="The figures of imported tables, not of texts.")
    ] = False,
    bom: Annotated[bool, typer.Option("--bom", help="Let Excel open CSV as UTF-8.")] = False,
) -> None:
    """Write the figures that count, each with its sentence."""
    chosen = form or _form_of(output)
    view = View(ctx.obj)
    known = day(as_of, "--as-of")
    records = view.all_references(known) if tables else view.records(indicator, known)
    say(f"{output}: {counted(write(records, output, chosen, bom=bom), 'figure')}")


def _form_of(output: Path) -> ExportFormat:
    ending = _ENDINGS.get(output.suffix.lower())
    if ending is None:
        raise InputError(
            "the file's ending says no format",
            document=str(output),
            hint=f"end it in {', '.join(_ENDINGS)}, or give --format",
        )
    return ExportFormat(ending)
