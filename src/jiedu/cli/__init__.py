"""The command line: one module a command, loaded when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from platformdirs import user_data_path
from typer.core import TyperGroup

from jiedu.errors import JieduError
from jiedu.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS = {
    "read": "Read texts into the store and print their figures.",
    "watch": "Follow sources, read what is new and report what it says.",
    "show": "Print what a release of the store says.",
    "series": "Print an indicator over time.",
    "diff": "Print what changed between two releases.",
    "search": "Find words in the releases.",
    "ask": "Answer a question from the store, with citations.",
    "panel": "Print the figures and programmes of a field.",
    "check": "Recompute what is claimed and print what does not agree.",
    "track": "Print the measures announced and what became of them.",
    "judge": "Confirm, reject or add a link between a measure and a later sentence.",
    "programmes": "List named programmes, propose new ones, accept one.",
    "brief": "Write the briefing of a release as a document.",
    "import": "Read official tables into the store as reference series.",
    "export": "Write figures into a file for other tools.",
    "snapshot": "Write the figures as a Parquet snapshot, for queries.",
    "query": "Run SQL over a snapshot.",
    "runs": "List what read the store, read it anew, or drop a run.",
    "batch": "Read many releases into Parquet files, on many processors or a cluster.",
    "annotate": "Write the figures of a folder of texts as files.",
    "serve": "Serve the store over HTTP, for programs of this machine.",
    "mcp": "Answer an agent's questions over standard input and output.",
    "token": "Make, list and revoke the tokens of a server.",
    "demo": "Read the sample releases and show the loop.",
}
"""Every command with its help, so that listing them loads none."""


class LazyGroup(TyperGroup):
    """A group that loads a command's module when it is called.

    A module may need the database or the grammar; ``jiedu --help`` needs neither.
    """

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name, or ``None``."""
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        module = import_module(f"jiedu.cli.{name}")
        return _as_command(module.run, cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _as_command(function: Callable[..., None], name: str) -> Any:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, help=COMMANDS[name])(function)
    return typer.main.get_command(app)


app = typer.Typer(
    cls=LazyGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="jiedu 解读: Chinese official economic releases as data that can be trusted.",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"jiedu {VERSION}")
        raise typer.Exit


def default_store() -> Path:
    """Where the store is when nobody says: the platform's folder for a user's data."""
    return user_data_path("jiedu") / "store.db"


@app.callback()
def _root(
    ctx: typer.Context,
    store: Annotated[
        str | None,
        typer.Option(
            envvar="JIEDU_STORE",
            help="The store: a file, or postgresql://USER@HOST/DATABASE.",
            show_default="a file in the user's data folder",
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print it.")
    ] = False,
) -> None:
    ctx.obj = store or str(default_store())


def main() -> None:
    """Run the command line; errors are one line, never a traceback for a user's mistake."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that knows no Chinese
    try:
        app()
    except JieduError as error:
        print(f"jiedu: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        # whoever read our output has enough of it; Python would complain at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
