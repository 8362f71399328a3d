"""``jiedu panel``: the figures and programmes of a field, on one sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jiedu.catalogue import region_of
from jiedu.cli.options import Format, FormatOption, day
from jiedu.cli.output import print_rows
from jiedu.cli.panel_plots import Picture, draw
from jiedu.cli.panel_rows import FLAT_FIELDS, LISTED, flat_rows, listed_rows, sheet_rows
from jiedu.cli.panel_table import print_list, print_sheet
from jiedu.errors import NotFoundError
from jiedu.model import Language, Panel
from jiedu.panels import fill, known_panels, panel, read_panel, thirty_one
from jiedu.store import View


def run(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(help="A panel's name or title; without one, all are listed.")
    ] = None,
    file: Annotated[Path | None, typer.Option(help="A panel of your own, a .toml file.")] = None,
    as_of: Annotated[str | None, typer.Option(help="What was known on this day.")] = None,
    region: Annotated[
        str | None, typer.Option(help="Of the provinces' panel: one province's measures.")
    ] = None,
    entries: Annotated[
        int, typer.Option(min=0, help="How many measures of a programme the table shows.")
    ] = 2,
    plot: Annotated[
        Path | None, typer.Option(help="Draw each row and the whole sheet into this folder.")
    ] = None,
    picture: Annotated[
        Picture, typer.Option("--as", help="With --plot: the form of the pictures.")
    ] = Picture.PNG,
    language: Annotated[
        Language, typer.Option("--lang", help="The language of the titles.")
    ] = Language.ZH,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print a field's figures over time, derived figures, and programmes with their measures."""
    known = day(as_of, "--as-of")
    if name is None and file is None:
        _list(form, language)
        return
    if name is not None and file is not None:
        raise typer.BadParameter("give a name or a file, not both", param_hint="--file")
    wanted: Panel = panel(name) if name is not None else read_panel(file or Path())
    if region is not None and not wanted.plans:
        raise typer.BadParameter("this panel counts no province's measures", param_hint="--region")
    sheet = fill(View(ctx.obj), wanted, known, _province(region))
    if plot is not None:
        draw(sheet, View(ctx.obj), plot, picture, language)
    elif form is Format.CSV:
        print_rows(flat_rows(sheet), form, FLAT_FIELDS)
    elif form is not Format.TABLE:
        print_rows(sheet_rows(sheet), form)
    else:
        print_sheet(sheet, language, entries)


def _list(form: Format, language: Language) -> None:
    held = list(known_panels().values())
    if form is Format.TABLE:
        print_list(held, language)
    else:
        print_rows(listed_rows(held), form, LISTED)


def _province(name: str | None) -> str | None:
    if name is None:
        return None
    known = region_of(name)
    if known is None or known.name not in thirty_one():
        raise NotFoundError(
            f"there is no province {name!r}", hint="write it as 江苏, 江苏省 or Jiangsu"
        )
    return known.name
