"""``jiedu query``: SQL over a snapshot, which sees nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from jiedu.cli.options import Format, FormatOption
from jiedu.cli.output import console, print_rows, warn
from jiedu.exports import query
from jiedu.exports.queries import MORE


def run(
    folder: Annotated[Path, typer.Argument(help="The folder of a snapshot.")],
    sql: Annotated[
        str, typer.Argument(help="One SELECT over figures, or as_of(DATE '2024-06-30').")
    ],
    limit: Annotated[int, typer.Option(min=0, help="How many rows.")] = 1_000,
    seconds: Annotated[float, typer.Option(min=0.1, help="How long it may take.")] = 30.0,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print the rows of a query."""
    found = query(folder, sql, limit, seconds=seconds)
    names = found.column_names
    rows = found.to_pylist()
    if form is Format.TABLE:
        table = Table(box=None, pad_edge=False)
        for name in names:
            table.add_column(name, overflow="fold")
        for row in rows:
            table.add_row(*("" if row[name] is None else str(row[name]) for name in names))
        console.print(table)
    else:
        print_rows(rows, form, names)
    if found.schema.metadata and MORE in found.schema.metadata:
        warn(f"there are more than {limit:,} rows: see --limit")
