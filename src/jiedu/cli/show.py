"""``jiedu show``: what one release of the store says."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jiedu.cli.annotated import write_html
from jiedu.cli.ledger_table import Course, print_promises
from jiedu.cli.options import AssistedOption, Format, FormatOption, SureOption, is_sure, run_of
from jiedu.cli.output import console, counted, figures_table, note, print_rows, say
from jiedu.cli.written import write_bytes
from jiedu.errors import NotFoundError
from jiedu.exports.rows import COMMITMENT_FIELDS, commitment_rows, flat_commitment_row, reading_rows
from jiedu.model import FIELDS, Reading
from jiedu.segments import segment
from jiedu.store import View
from jiedu.tracking import promises_of

if TYPE_CHECKING:
    from jiedu.model import Structure


class What(StrEnum):
    """What is printed of a release."""

    FIGURES = "figures"
    MEASURES = "measures"


def run(
    ctx: typer.Context,
    release_id: Annotated[str, typer.Argument(metavar="RELEASE", help="The id of a release.")],
    what: Annotated[
        What | None,
        typer.Option(
            help="One of them only; the table has both, formats for programs have figures."
        ),
    ] = None,
    html: Annotated[
        Path | None, typer.Option(help="Write the annotated text to this file.")
    ] = None,
    original: Annotated[
        Path | None, typer.Option(help="Write the bytes that the text was taken out of to a file.")
    ] = None,
    least: SureOption = 0.0,
    assisted: AssistedOption = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print a release's figures and measures as the store holds them."""
    view = View(ctx.obj)
    release = view.release(release_id)
    if original is not None:
        _write_original(view, release_id, original)
    read = view.observations(release_id, run_of(assisted))
    found = tuple(item for item in read if is_sure(item, least))
    reading = Reading(release, (), (), found, view.commitments(release_id))
    if html is not None:
        write_html(html, release, found, reading.commitments)
    if form is not Format.TABLE:
        _print_rows(reading, what or What.FIGURES, form)
        return
    structure = segment(release.text)
    _print_heading(reading, structure, len(view.versions(release_id)))
    if what is not What.MEASURES:
        console.print(figures_table(found))
    if what is not What.FIGURES and reading.commitments:
        course = Course(release.text, structure.turns, structure.points)
        print_promises(promises_of(reading), course)
    if html is not None:
        say(f"annotated text: {html}")


def _write_original(view: View, release_id: str, path: Path) -> None:
    held = view.original(release_id)
    if held is None:
        raise NotFoundError(
            "the store holds no original of it",
            document=release_id,
            hint="its text is all there was, or it was read by an older jiedu; read it again",
        )
    write_bytes(path, held.data)
    note(f"{path}: {held.media_type}, {len(held.data):,} bytes, sha256 {held.sha256}")


def _print_rows(reading: Reading, what: What, form: Format) -> None:
    if what is What.FIGURES:
        print_rows(reading_rows(reading), form, FIELDS)
        return
    rows = commitment_rows(reading)
    flat = map(flat_commitment_row, rows) if form is Format.CSV else rows
    print_rows(flat, form, COMMITMENT_FIELDS)


def _print_heading(reading: Reading, structure: Structure, versions: int) -> None:
    release = reading.release
    say(release.title, style="bold")
    about = [str(release.published), release.publisher, release.region, release.url]
    say("  ".join(part for part in about if part))
    parts = {
        "character": release.text,
        "turn": structure.turns,
        "point": structure.points,
        "figure": reading.observations,
        "measure": reading.commitments,
    }
    told = ", ".join(counted(len(part), noun) for noun, part in parts.items())
    say(f"{told}, version {versions}")
