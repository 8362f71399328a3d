"""``jiedu export``: figures or measures into a file for other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jiedu.cli.options import AssistedOption, day, run_of
from jiedu.cli.output import counted, say
from jiedu.errors import InputError
from jiedu.exports import MEASURES, ExportFormat, write
from jiedu.model import ledger_rows
from jiedu.pipeline.ledger import ledger
from jiedu.store import View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from jiedu.model import LedgerRow

_ENDINGS = {".csv": "csv", ".jsonl": "jsonl", ".xlsx": "xlsx", ".parquet": "parquet"}


class What(StrEnum):
    """What is written."""

    OBSERVATIONS = "observations"
    COMMITMENTS = "commitments"


def run(
    ctx: typer.Context,
    output: Annotated[Path, typer.Argument(help="The file to write.")],
    what: Annotated[
        What, typer.Option(help="Figures, or measures with what became of them.")
    ] = What.OBSERVATIONS,
    form: Annotated[
        ExportFormat | None,
        typer.Option("--format", help="Else as the file ends."),
    ] = None,
    indicator: Annotated[str | None, typer.Option(help="One indicator only.")] = None,
    as_of: Annotated[str | None, typer.Option(help="What was known on this day.")] = None,
    tables: Annotated[
        bool, typer.Option("--tables", help="The figures of imported tables, not of texts.")
    ] = False,
    assisted: AssistedOption = False,
    bom: Annotated[bool, typer.Option("--bom", help="Let Excel open CSV as UTF-8.")] = False,
) -> None:
    """Write the figures that count, each with its sentence; or the ledger, one row an outcome."""
    chosen = form or _form_of(output)
    view = View(ctx.obj)
    known = day(as_of, "--as-of")
    if what is What.COMMITMENTS:
        if indicator is not None or tables:
            raise typer.BadParameter("choose among figures", param_hint="--indicator, --tables")
        written = write(_measures(view, known), output, chosen, MEASURES, bom=bom)
        say(f"{output}: {counted(written, 'outcome')}")
        return
    counting = run_of(assisted)
    records = view.all_references(known) if tables else view.records(indicator, known, counting)
    say(f"{output}: {counted(write(records, output, chosen, bom=bom), 'figure')}")


def _measures(view: View, known: date | None) -> Iterator[LedgerRow]:
    return (row for entry in ledger(view, known) for row in ledger_rows(entry))


def _form_of(output: Path) -> ExportFormat:
    ending = _ENDINGS.get(output.suffix.lower())
    if ending is None:
        raise InputError(
            "the file's ending says no format",
            document=str(output),
            hint=f"end it in {', '.join(_ENDINGS)}, or give --format",
        )
    return ExportFormat(ending)
