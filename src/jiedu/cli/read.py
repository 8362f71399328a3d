"""``jiedu read``: texts into the store, their figures onto the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import track

from jiedu.cli.options import Format, FormatOption, day
from jiedu.cli.output import console, errors, figures_table, print_rows, warn
from jiedu.cli.rows import reading_rows
from jiedu.errors import JieduError
from jiedu.pipeline.saving import Kept, read_into
from jiedu.readers import read_sources
from jiedu.store import Saved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SUMMARY = 24  # releases that are listed by name; more are only counted


def run(
    ctx: typer.Context,
    sources: Annotated[
        list[str], typer.Argument(help="Files, folders, .jsonl collections, or - for the input.")
    ],
    published: Annotated[
        str | None, typer.Option(help="When it was published, YYYY-MM-DD, where it does not say.")
    ] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Read texts, save them and print what was found."""
    releases = read_sources(sources, day(published, "--published"))
    kept: list[Kept] = []
    failed = 0
    for item in _shown(read_into(ctx.obj, releases)):
        if isinstance(item, JieduError):
            failed += 1
            warn(item)
        elif form is Format.JSONL:
            print_rows(reading_rows(item.reading), form)
        else:
            kept.append(item)
    if form is Format.TABLE and kept:
        _print(kept)
    elif form not in {Format.TABLE, Format.JSONL}:
        print_rows((row for item in kept for row in reading_rows(item.reading)), form)
    if failed:
        raise typer.Exit(1)


def _shown(items: Iterator[Kept | JieduError]) -> Iterable[Kept | JieduError]:
    """The items, with a bar on the standard error where a person watches."""
    if not errors.is_terminal:
        return items
    return track(items, description="reading", console=errors, transient=True)


def _print(kept: list[Kept]) -> None:
    if len(kept) == 1:
        _print_one(kept[0])
        return
    for item in kept[:_SUMMARY]:
        release = item.reading.release
        figures = len(item.reading.observations)
        console.print(f"{release.published}  {release.id}  {figures} figures  {item.saved.value}")
    if len(kept) > _SUMMARY:
        console.print(f"… and {len(kept) - _SUMMARY} more")
    figures = sum(len(item.reading.observations) for item in kept)
    fresh = sum(item.saved is not Saved.UNCHANGED for item in kept)
    console.print(f"{len(kept)} releases, {figures} figures; {fresh} new or changed")


def _print_one(item: Kept) -> None:
    reading = item.reading
    release = reading.release
    console.print(f"{release.title}  ({release.published}, {release.id})", markup=False)
    if not reading.observations:
        console.print("the text holds no figure; it is saved all the same")
        return
    console.print(figures_table(reading.observations))
    console.print(f"{len(reading.observations)} figures; {item.saved.value}")
