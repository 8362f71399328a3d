"""``jiedu read``: texts into the store, their figures onto the screen."""

from __future__ import annotations

import os
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import track

from jiedu.assist import Assistant, settings_of
from jiedu.cli.followed import (
    DelayOption,
    LimitOption,
    MatchOption,
    PagesOption,
    followed,
    pattern,
)
from jiedu.cli.options import AssistOption, Format, FormatOption, day
from jiedu.cli.output import console, counted, errors, figures_table, note, print_rows, say, warn
from jiedu.cli.retry import keep_list, listed, tell
from jiedu.errors import JieduError
from jiedu.exports.rows import reading_rows
from jiedu.pipeline.assisting import KeptWithHelp, assist_into
from jiedu.pipeline.following import Bounds
from jiedu.pipeline.saving import Kept, read_into
from jiedu.readers import read_sources
from jiedu.store import Saved

if TYPE_CHECKING:
    from collections.abc import Iterator

_TWICE = "with --follow what fails is tried again by itself, at the next call"
_SUMMARY = 24  # releases that are listed by name; more are only counted


def run(
    ctx: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE…",
            help="Texts, pages, .pdf, .docx, folders, .jsonl, http addresses, or - (the input).",
        ),
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="When it was published, YYYY-MM-DD, where it does not say.")
    ] = None,
    retry: Annotated[
        Path | None,
        typer.Option(
            help="A list of sources: they are read too, and those that fail are left in it."
        ),
    ] = None,
    follow: Annotated[
        bool,
        typer.Option("--follow", help="Read what the feeds and lists at the addresses link to."),
    ] = False,
    match: MatchOption = None,
    pages: PagesOption = 5,
    limit: LimitOption = 200,
    delay: DelayOption = 2.0,
    assisted: AssistOption = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Read texts, save them and print what was found."""
    wanted = [*(sources or []), *(listed(retry) if retry else [])]
    if not wanted and retry is None:
        raise typer.BadParameter("name at least one", param_hint="SOURCE")
    if follow and retry is not None:
        raise typer.BadParameter(_TWICE, param_hint="--retry")
    assistant = Assistant(settings_of(os.environ), warn) if assisted else None
    when = day(published, "--published")
    bounds = Bounds(pages, limit, pattern(match))
    releases = (
        followed(ctx.obj, wanted, when, bounds, delay) if follow else read_sources(wanted, when)
    )
    failures: list[JieduError] = []
    count = Counter[str]()
    kept = _without_errors(_watched(read_into(ctx.obj, releases), form), failures, count)
    if assistant is not None:
        kept = _with_help(ctx.obj, kept, assistant)
    if form is Format.TABLE:
        _print(kept)
    else:
        print_rows((row for item in kept for row in reading_rows(item.reading)), form)
    tell(failures, count.total(), retry)
    if retry is not None:
        keep_list(retry, failures)
    if failures:
        raise typer.Exit(1)


def _watched(items: Iterator[Kept | JieduError], form: Format) -> Iterator[Kept | JieduError]:
    """The items, with a bar on the standard error where a person watches.

    Rows that scroll past on the same terminal show progress enough, and a bar would break them.
    """
    if not errors.is_terminal or (form is not Format.TABLE and console.is_terminal):
        return items
    return iter(track(items, description="reading", console=errors, transient=True))


def _without_errors(
    items: Iterator[Kept | JieduError], failures: list[JieduError], count: Counter[str]
) -> Iterator[Kept]:
    """What was kept; what failed is said at once, and noted; all are counted."""
    for item in items:
        count["items"] += 1
        if isinstance(item, Kept):
            yield item
            continue
        warn(item)
        failures.append(item)


def _with_help(store: str, kept: Iterator[Kept], assistant: Assistant) -> Iterator[Kept]:
    """What was kept with what a model helped to find; what that came to is said at the end."""
    accepted = refused = 0
    for item in assist_into(store, kept, assistant):
        if isinstance(item, KeptWithHelp):
            accepted += item.helped.accepted
            refused += len(item.helped.refused)
            yield item.kept._replace(reading=item.helped.reading)
    told = f"{counted(accepted, 'figure')} with the help of {assistant.settings.model}"
    note(f"{told}; {counted(refused, 'proposal')} of it refused")


def _print(kept: Iterator[Kept]) -> None:
    """A release's table, or a line for each of several; only what is shown is held."""
    first = next(kept, None)
    if first is None:
        return
    second = next(kept, None)
    if second is None:
        _print_one(first)
        return
    lines: list[str] = []
    releases = figures = fresh = 0
    for item in chain((first, second), kept):
        releases += 1
        figures += len(item.reading.observations)
        fresh += item.saved is not Saved.UNCHANGED
        if releases <= _SUMMARY:
            lines.append(_line(item))
    for line in lines:
        say(line)
    if releases > _SUMMARY:
        say(f"… and {releases - _SUMMARY} more")
    say(f"{releases:,} releases, {counted(figures, 'figure')}; {fresh:,} new or changed")


def _line(item: Kept) -> str:
    release = item.reading.release
    figures = counted(len(item.reading.observations), "figure")
    return f"{release.published}  {release.id}  {figures}  {item.saved.value}"


def _print_one(item: Kept) -> None:
    reading = item.reading
    release = reading.release
    say(f"{release.title}  ({release.published}, {release.id})")
    if not reading.observations:
        say("the text holds no figure; it is saved all the same")
        return
    console.print(figures_table(reading.observations))
    say(f"{counted(len(reading.observations), 'figure')}; {item.saved.value}")
