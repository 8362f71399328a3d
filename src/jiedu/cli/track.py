"""``jiedu track``: the measures that were announced and what became of each."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from jiedu.cli.ledger_files import draw, keep_deadlines
from jiedu.cli.ledger_filter import Wanted
from jiedu.cli.ledger_table import print_ledger
from jiedu.cli.options import Format, FormatOption, day
from jiedu.cli.output import print_rows, say, warn
from jiedu.errors import StoreError
from jiedu.exports.rows import entry_row, flat_entry_rows
from jiedu.model import LEDGER_FIELDS, Entry, State
from jiedu.pipeline.ledger import ledger, write_down
from jiedu.store import View
from jiedu.tracking import FieldName


def run(
    ctx: typer.Context,
    release: Annotated[str | None, typer.Option(help="Measures of one release.")] = None,
    owner: Annotated[str | None, typer.Option(help="Who does it, or a part of the name.")] = None,
    speaker: Annotated[str | None, typer.Option(help="Who said it.")] = None,
    instrument: Annotated[
        str | None, typer.Option(help="The programme or document, or a part of its name.")
    ] = None,
    field: Annotated[FieldName | None, typer.Option(help="One field only.")] = None,
    status: Annotated[State | None, typer.Option(help="What became of it.")] = None,
    due: Annotated[str | None, typer.Option(help="Due by this day, YYYY-MM-DD.")] = None,
    region: Annotated[
        str | None, typer.Option(help="Of one province or city; 全国 for the country's own.")
    ] = None,
    targets: Annotated[
        bool, typer.Option("--targets", help="Only measures with a figure to reach.")
    ] = False,
    as_of: Annotated[str | None, typer.Option(help="As it stood on this day.")] = None,
    limit: Annotated[
        int,
        typer.Option(
            min=0, help="How many measures are shown: 0 for all, and at most 30 in a picture."
        ),
    ] = 60,
    plot: Annotated[
        Path | None, typer.Option(help="Draw a timeline into this .png, .svg or .pdf file.")
    ] = None,
    ics: Annotated[
        Path | None, typer.Option(help="Write the open deadlines as a calendar, an .ics file.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="In the calendar also what is achieved or missed.")
    ] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print the ledger: each measure with its outcome and the sentences it rests on."""
    known = day(as_of, "--as-of")
    view = View(ctx.obj)
    if release is not None:
        view.release(release)
    entries = list(ledger(view, known))
    if known is None:
        _write(ctx.obj, entries)
    until = day(due, "--due")
    wanted = Wanted(release, owner, speaker, instrument, field, status, region, until, targets)
    kept = list(filter(wanted.takes, entries))
    if not kept and (form is Format.TABLE or plot or ics):
        warn("the store holds no such measure")
        raise typer.Exit(1)
    today = known or datetime.now(UTC).date()
    told = []
    if plot is not None:
        told.append(draw(kept, plot, view, wanted, today, limit))
    if ics is not None:
        told.append(keep_deadlines(kept, ics, every))
    if form is Format.CSV:
        print_rows((row for entry in kept for row in flat_entry_rows(entry)), form, LEDGER_FIELDS)
    elif form is not Format.TABLE:
        print_rows(map(entry_row, kept), form)
    elif told:
        say("\n".join(told))
    else:
        print_ledger(kept, view, today, limit)


def _write(store: str, entries: list[Entry]) -> None:
    """Keep what was found; who may only read the store still sees it."""
    try:
        write_down(store, entries)
    except StoreError as error:
        warn(f"the outcomes are not kept: {error}")
