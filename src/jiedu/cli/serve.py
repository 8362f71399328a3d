"""``jiedu serve``: the store over HTTP, for this machine."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from jiedu.cli.output import say
from jiedu.errors import InputError
from jiedu.exports import MissingError
from jiedu.server.hosts import is_exposed
from jiedu.server.settings import Settings, beside, url_of
from jiedu.server.tokens import TokenFile
from jiedu.store import View

_EXTRA = {"fastapi", "jinja2", "multipart", "pydantic", "python_multipart", "starlette", "uvicorn"}


def run(
    ctx: typer.Context,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port.")] = 8765,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the first page.")
    ] = True,
    write: Annotated[
        bool, typer.Option("--write", help="Let tokens with the scope write add texts.")
    ] = False,
    private: Annotated[
        bool, typer.Option("--private", help="Let only tokens read, on this machine too.")
    ] = False,
    name: Annotated[
        list[str] | None,
        typer.Option(help="A further host name of the server, as a proxy calls it."),
    ] = None,
    token_file: Annotated[
        Path | None,
        typer.Option(help="The tokens; see jiedu token.", show_default="beside the store"),
    ] = None,
    audit_file: Annotated[
        Path | None,
        typer.Option(help="Where writes are written down.", show_default="beside the store"),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="How many processes.")] = 1,
    rate: Annotated[
        int, typer.Option(min=0, help="Requests a minute of one address; 0 for any number.")
    ] = 6000,
) -> None:
    """Serve the store until Ctrl-C; who may not read it from here is refused."""
    View(ctx.obj).close()  # said now, and not by every worker
    tokens = token_file or beside(ctx.obj, "tokens.json")
    names = tuple(name or ())
    exposed = is_exposed(host, names)
    if exposed or write or private:
        _check(TokenFile(tokens), exposed)
    settings = Settings(
        store=ctx.obj,
        tokens=str(tokens),
        audit=str(audit_file or beside(ctx.obj, "audit.jsonl")),
        host=host,
        names=names,
        write=write,
        private=private or exposed,
        rate=rate,
    )
    serving = _serving()
    says = "texts can be added" if write else "read-only"
    say(f"{url_of(host, port)}/  ({says}; Ctrl-C ends it)")
    serving.run_server(settings, port, workers, browser=browser)


def _check(tokens: TokenFile, exposed: bool) -> None:
    """Refuse to serve to others, or to take texts, where nobody has a token."""
    now = datetime.now(UTC)
    if any(token.is_alive(now) for token in tokens.tokens()):
        return
    what = "another machine can reach it" if exposed else "it takes a token"
    raise InputError(
        f"{what}, and there is no token",
        document=str(tokens.path),
        hint="make one: jiedu token new NAME --scope read",
    )


def _serving() -> Any:
    try:
        return import_module("jiedu.server.serving")
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in _EXTRA:
            raise
        raise MissingError(
            f"the server needs {error.name}, which is not installed",
            hint='pip install "jiedu[serve]"',
        ) from error
