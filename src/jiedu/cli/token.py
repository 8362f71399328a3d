"""``jiedu token``: who may read or write over HTTP."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from jiedu.cli.output import console, say, warn
from jiedu.server.settings import beside
from jiedu.server.tokens import Scope, TokenFile


class Action(StrEnum):
    """What is done."""

    NEW = "new"
    LIST = "list"
    REVOKE = "revoke"


def run(
    ctx: typer.Context,
    action: Annotated[Action, typer.Argument(help="new, list or revoke.")],
    name: Annotated[
        str | None, typer.Argument(help="Who or what the token is for.", show_default=False)
    ] = None,
    scope: Annotated[
        list[Scope] | None,
        typer.Option(help="What it allows; several times for several.", show_default="read"),
    ] = None,
    days: Annotated[
        int | None, typer.Option(min=1, max=36500, help="How long it holds.", show_default="ever")
    ] = None,
    token_file: Annotated[
        Path | None, typer.Option(help="The file of tokens.", show_default="beside the store")
    ] = None,
) -> None:
    """Make, list and revoke the tokens of a server; a change holds at once."""
    tokens = TokenFile(token_file or beside(ctx.obj, "tokens.json"))
    if action is Action.LIST:
        _list(tokens)
        return
    if name is None:
        raise typer.BadParameter("say whose token", param_hint="NAME")
    if action is Action.REVOKE:
        say(f"revoked {tokens.revoke(name).name}")
        return
    word = tokens.make(name, scope or [Scope.READ], days)
    typer.echo(word)
    warn("keep it: it is shown this once, and only its digest is kept")


def _list(tokens: TokenFile) -> None:
    table = Table(box=None, pad_edge=False)
    for heading in ("id", "name", "allows", "made", "ends"):
        table.add_column(heading)
    for token in tokens.tokens():
        allows = ", ".join(token.scopes)
        table.add_row(token.id, token.name, allows, token.created[:10], (token.expires or "—")[:10])
    console.print(table)
