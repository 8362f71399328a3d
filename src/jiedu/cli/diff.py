"""``jiedu diff``: two releases of one kind, what changed from the one to the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jiedu.cli.compared_sections import Sections
from jiedu.cli.options import Format, FormatOption, day
from jiedu.cli.output import counted, print_rows, warn
from jiedu.comparison import compare, is_swapped
from jiedu.exports.comparison_rows import DIFF_FIELDS, comparison_rows
from jiedu.model import Change
from jiedu.pipeline import process
from jiedu.pipeline.briefing import stored
from jiedu.readers import read_file
from jiedu.store import View

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jiedu.model import Reading


def run(
    ctx: typer.Context,
    one: Annotated[str, typer.Argument(metavar="A", help="A release of the store, or a file.")],
    two: Annotated[str, typer.Argument(metavar="B", help="Another one of the same kind.")],
    published: Annotated[
        list[str] | None,
        typer.Option(help="When a file was published; once for each file, in their order."),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="The most that a list shows.")] = 15,
    everything: Annotated[
        bool, typer.Option("--all", help="Figures that stayed the same as well; no limit.")
    ] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print what changed between two releases, the heaviest first."""
    days = [known for words in published or () if (known := day(words, "--published"))]
    old, new = _in_order(*_readings(ctx.obj, (one, two), days))
    found = compare(old, new)
    if form is Format.TABLE:
        Sections(found, None if everything else limit).show()
        return
    rows = comparison_rows(found)
    wanted = rows if everything else (row for row in rows if row["change"] != Change.SAME.value)
    print_rows(wanted, form, DIFF_FIELDS)


def _readings(store: str, names: Sequence[str], days: Sequence[date]) -> list[Reading]:
    """The two readings; a view is opened where a release of the store is asked for."""
    if names[0] == names[1]:
        raise typer.BadParameter(f"A and B are the same: {names[0]}")
    files = [name for name in names if _is_file(name)]
    if len(days) > len(files):
        raise typer.BadParameter(
            f"{counted(len(days), 'date')} for {counted(len(files), 'file')}; "
            "the store knows when its releases were published",
            param_hint="--published",
        )
    dates = dict(zip(files, days, strict=False))
    view = View(store) if len(files) < len(names) else None
    return [
        process(read_file(Path(name), dates.get(name)))
        if view is None or name in files
        else stored(view, name)
        for name in names
    ]


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def _in_order(one: Reading, two: Reading) -> tuple[Reading, Reading]:
    """The older one first, and a word where that is not as they were given."""
    if not is_swapped(one.release, two.release):
        return one, two
    older, newer = two.release, one.release
    warn(
        f"{newer.id} ({newer.published}) is later than {older.id} ({older.published}): "
        f"shown as {older.id} → {newer.id}"
    )
    return two, one
