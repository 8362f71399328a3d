"""``jiedu programmes``: named programmes, how often releases name them, and new ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any

import typer
from rich.progress import track

from jiedu.catalogue import ProgrammeKind, ProgrammeNames, known_programmes, users_file
from jiedu.cli.options import Format, FormatOption
from jiedu.cli.output import console, counted, errors, print_rows, say, warn
from jiedu.cli.programme_rows import (
    PROPOSAL_FIELDS,
    USAGE_FIELDS,
    flat,
    proposal_row,
    proposals_table,
    usage_row,
    usages_table,
)
from jiedu.errors import StoreError
from jiedu.model import Commitment, Release
from jiedu.programmes import Accepted, accept, count_mentions, propose, search
from jiedu.store import View


def run(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(help="Words that a name or a key must hold.")
    ] = None,
    proposing: Annotated[
        bool, typer.Option("--propose", help="Propose names that are not known yet.")
    ] = False,
    accepting: Annotated[
        str | None,
        typer.Option("--accept", metavar="NAME", help="Write a name into your own file."),
    ] = None,
    key: Annotated[
        str | None, typer.Option(help="With --accept: its key; else made of the English name.")
    ] = None,
    english: Annotated[str | None, typer.Option(help="With --accept: its English name.")] = None,
    alias: Annotated[
        list[str] | None, typer.Option(help="With --accept: a further name; may be repeated.")
    ] = None,
    owner: Annotated[
        list[str] | None, typer.Option(help="With --accept: who runs it; may be repeated.")
    ] = None,
    years: Annotated[
        tuple[int, int] | None, typer.Option(help="With --accept: the first and the last year.")
    ] = None,
    field: Annotated[str | None, typer.Option(help="With --accept: its panel.")] = None,
    kind: Annotated[
        ProgrammeKind, typer.Option(help="With --accept: what it is.")
    ] = ProgrammeKind.PROGRAMME,
    least: Annotated[
        int, typer.Option(min=1, help="With --propose: how many releases must use a name.")
    ] = 2,
    limit: Annotated[int, typer.Option(min=1, help="How many rows a table shows.")] = 40,
    form: FormatOption = Format.TABLE,
) -> None:
    """List programmes with how often the store names them; propose new names; accept one."""
    if accepting is not None:
        new = Accepted(
            accepting, key, english, tuple(alias or ()), kind, years, tuple(owner or ()), field
        )
        made = accept(new, users_file())
        say(f"{made.name} is now {made.key}, in {users_file()}")
        return
    names = known_programmes()
    asked = " ".join(words or ())
    if proposing:
        _propose(View(ctx.obj), names, asked, least, limit, form)
    else:
        _list(ctx.obj, names, asked, limit, form)


def _list(store: str, names: ProgrammeNames, words: str, limit: int, form: Format) -> None:
    wanted = search(names, words)
    if not wanted and form is Format.TABLE:
        warn(f"no programme is called {words!r}")
        raise typer.Exit(1)
    try:
        found = count_mentions(_watched(View(store)), names)
    except StoreError as error:
        warn(f"{error}; the programmes are listed without counts")
        found = count_mentions((), names)
    usages = sorted((found[one.key] for one in wanted), key=lambda usage: -usage.releases)
    if form is not Format.TABLE:
        _print(map(usage_row, usages), form, USAGE_FIELDS)
        return
    console.print(usages_table(usages[:limit]))
    say(_total(len(usages), limit, "programme"))


def _propose(
    view: View, names: ProgrammeNames, words: str, least: int, limit: int, form: Format
) -> None:
    found = [one for one in propose(_watched(view), names, least) if words in one.name]
    if form is not Format.TABLE:
        _print(map(proposal_row, found), form, PROPOSAL_FIELDS)
        return
    console.print(proposals_table(found[:limit]))
    say(f"{_total(len(found), limit, 'name')}; take one with jiedu programmes --accept NAME")


def _print(rows: Iterable[dict[str, Any]], form: Format, fields: Sequence[str]) -> None:
    print_rows(map(flat, rows) if form is Format.CSV else rows, form, fields)


def _total(number: int, limit: int, noun: str) -> str:
    more = f", {limit} of them shown: see --limit" if number > limit else ""
    return f"{counted(number, noun)}{more}"


def _watched(view: View) -> Iterator[tuple[Release, tuple[Commitment, ...]]]:
    """The releases of a store, with a bar on the standard error where a person watches."""
    held = view.walk()
    if not errors.is_terminal:
        return held
    return iter(track(held, description="looking through", console=errors, transient=True))
