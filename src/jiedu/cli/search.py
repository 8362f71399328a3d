"""``jiedu search``: words in the releases."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from jiedu.cli.options import Format, FormatOption, day
from jiedu.cli.output import console, counted, print_rows, say, warn
from jiedu.exports.answer_rows import HIT_FIELDS, hit_row
from jiedu.model import Found
from jiedu.store import Filters, View

_SHOWN = 3  # hits of a release that a person is shown


def run(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(help="Words that must all be there.")],
    since: Annotated[str | None, typer.Option(help="The first day, YYYY-MM-DD.")] = None,
    until: Annotated[str | None, typer.Option(help="The last day.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published.")] = None,
    region: Annotated[str | None, typer.Option(help="The region of the release.")] = None,
    speaker: Annotated[str | None, typer.Option(help="Who says it.")] = None,
    as_of: Annotated[str | None, typer.Option(help="What was known on this day.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many releases.")] = 20,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print the newest releases that hold words, with the words in context."""
    filters = Filters(
        day(since, "--since"),
        day(until, "--until"),
        publisher,
        region,
        speaker,
        day(as_of, "--as-of"),
    )
    found = View(ctx.obj).search(" ".join(words), filters, limit)
    if form is not Format.TABLE:
        print_rows((hit_row(item, hit) for item in found for hit in item.hits), form, HIT_FIELDS)
        return
    if not found:
        warn(f"no release holds {' '.join(words)!r}")
        raise typer.Exit(1)
    for item in found:
        _print(item)
    more = "; there may be more: see --limit" if len(found) == limit else ""
    say(f"{counted(len(found), 'release')}, newest first{more}")


def _print(found: Found) -> None:
    release = found.release
    where = ", ".join(word for word in (release.publisher, release.region) if word)
    say(
        f"{release.published}  {release.id}  {release.title}{f'  ({where})' if where else ''}",
        "bold",
    )
    for hit in found.hits[:_SHOWN]:
        text = release.text
        line = Text("  ")
        if hit.speaker:
            line.append(f"{hit.speaker}: ", "dim")
        line.append(_flat(text[hit.context.start : hit.span.start]))
        line.append(_flat(hit.span.of(text)), "bold reverse")
        line.append(_flat(text[hit.span.end : hit.context.end]))
        console.print(line)
    if len(found.hits) > _SHOWN:
        say(f"  … {len(found.hits) - _SHOWN} more in it")


def _flat(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)
