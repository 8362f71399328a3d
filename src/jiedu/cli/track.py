"""``jiedu track``: the measures that were announced and what became of each."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from jiedu.catalogue import region_of
from jiedu.cli.ledger_table import print_ledger
from jiedu.cli.options import Format, FormatOption, day
from jiedu.cli.output import print_rows, warn
from jiedu.cli.rows import entry_row, flat_entry_rows
from jiedu.errors import StoreError
from jiedu.lexicon import closing_day
from jiedu.model import LEDGER_FIELDS, Entry, State
from jiedu.pipeline.ledger import ledger, write_down
from jiedu.store import View
from jiedu.tracking import field_names, fields_of

if TYPE_CHECKING:
    from datetime import date

FieldName = StrEnum("FieldName", [(name, name) for name in field_names()])  # type: ignore[misc]


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
        int, typer.Option(min=0, help="How many measures the table shows; 0 for all.")
    ] = 60,
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
    wanted = _Wanted(release, owner, speaker, instrument, field, status, region)
    until = day(due, "--due")
    kept = [
        entry
        for entry in entries
        if wanted.takes(entry)
        if until is None or _is_due(entry, until)
        if not targets or entry.promise.goals
    ]
    if form is Format.CSV:
        print_rows((row for entry in kept for row in flat_entry_rows(entry)), form, LEDGER_FIELDS)
    elif form is not Format.TABLE:
        print_rows(map(entry_row, kept), form)
    elif kept:
        print_ledger(kept, view, known or datetime.now(UTC).date(), limit)
    else:
        warn("the store holds no such measure")
        raise typer.Exit(1)


def _write(store: str, entries: list[Entry]) -> None:
    """Keep what was found; who may only read the store still sees it."""
    try:
        write_down(store, entries)
    except StoreError as error:
        warn(f"the outcomes are not kept: {error}")


def _is_due(entry: Entry, until: date) -> bool:
    deadline = entry.promise.commitment.deadline
    return deadline is not None and closing_day(deadline) <= until.isoformat()


class _Wanted:
    """What a measure must be to be shown."""

    def __init__(
        self,
        release: str | None,
        owner: str | None,
        speaker: str | None,
        instrument: str | None,
        field: FieldName | None,
        status: State | None,
        region: str | None,
    ) -> None:
        self.release = release
        self.parts = {"owner": owner, "speaker": speaker, "instrument": instrument}
        self.field = field
        self.status = status
        self.region = region
        if region is not None and region != "全国" and (found := region_of(region)):
            self.region = found.name

    def takes(self, entry: Entry) -> bool:
        """Whether a measure is wanted."""
        promise = entry.promise
        if self.release is not None and promise.release != self.release:
            return False
        if self.region is not None and self.region != (promise.region or "全国"):
            return False
        for name, part in self.parts.items():
            if part is not None and part not in (getattr(promise.commitment, name) or ""):
                return False
        if self.field is not None and self.field.value not in fields_of(promise):
            return False
        return self.status is None or any(
            outcome.state is self.status for outcome in entry.outcomes
        )
