"""``jiedu brief``: the written briefing of a release."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jiedu.briefings.composing import compose
from jiedu.briefings.writing import write_briefing
from jiedu.briefings.writing.write import check_ending
from jiedu.cli.options import day
from jiedu.cli.output import say
from jiedu.model import Language
from jiedu.pipeline.briefing import gather
from jiedu.store import View


def run(
    ctx: typer.Context,
    release: Annotated[str, typer.Argument(help="A release of the store.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", help="The file: .md, .html, .docx or .pdf.")
    ],
    language: Annotated[Language, typer.Option("--lang", help="The language.")] = Language.ZH,
    against: Annotated[
        str | None,
        typer.Option(help="The release it is compared with; else the previous one of its kind."),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(help="The day it speaks from; else the day of the release.")
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Everything, not only what two pages hold.")
    ] = False,
) -> None:
    """Write the briefing of a release: figures, charts, measures, checks, what to watch."""
    check_ending(output)
    known = day(as_of, "--as-of")
    material = gather(View(ctx.obj), release, as_of=known, against=against)
    briefing = compose(material, language, full=full)
    for file in write_briefing(briefing, output):
        say(str(file))
