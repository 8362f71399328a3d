"""A panel's sheet as pictures: one a row, and all on one sheet."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

import jiedu.briefings as briefings
from jiedu.briefings.sources import source_line
from jiedu.catalogue import region_of
from jiedu.cli.output import counted, say
from jiedu.errors import InputError
from jiedu.exports import ExportError
from jiedu.model import Language, ProvinceRow
from jiedu.panels import as_written, charts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from jiedu.model import Chart, ChartPoint, FigureRow, PanelSheet
    from jiedu.store import View


_NOTHING = {Language.ZH: "尚无公布的数字", Language.EN: "no figure has been published"}
_MISSING = {Language.ZH: "没有读到：{names}", Language.EN: "no figure read of {names}"}


class Picture(StrEnum):
    """The form of pictures."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


def draw(sheet: PanelSheet, view: View, folder: Path, picture: Picture, language: Language) -> None:
    """Write a picture of each row that has figures, and one of them all.

    Args:
        sheet: the panel with its rows.
        view: the store, for the publishers below the pictures.
        folder: where they are written; it is made where it is not there.
        picture: their form.
        language: of the words in them.

    Raises:
        InputError: where no row has a figure.
        ExportError: where a file cannot be written.
        FontError: where no font with Chinese characters is there.
    """
    charts = {
        key: _with_source(chart, view, sheet, language)
        for key, chart in charts_of(sheet, language).items()
    }
    if not charts:
        raise InputError("no row of the panel has a figure to draw", document=sheet.panel.key)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            f"the folder cannot be made ({error.strerror})", document=str(folder)
        ) from error
    for key, chart in charts.items():
        briefings.draw_chart(chart, folder / f"{sheet.panel.key}-{key}.{picture.value}")
    whole = folder / f"{sheet.panel.key}.{picture.value}"
    title = sheet.panel.title if language is Language.ZH else sheet.panel.english
    used = {point.release for chart in charts.values() for point in _points(chart)}
    source = source_line(list(view.releases_of(used, sheet.as_of).values()), language)
    cells = [*_figures(sheet, charts, language), *_derived(sheet, language)]
    briefings.draw_panel(f"{title}  {sheet.as_of}", cells, source, whole, language)
    say(f"{whole}: {counted(len(cells), 'row')}, {counted(len(charts), 'picture')} beside it")


def _points(chart: Chart) -> Iterator[ChartPoint]:
    return (point for series in chart.series for point in series.points)


def _figures(
    sheet: PanelSheet, charts: Mapping[str, Chart], language: Language
) -> Iterator[briefings.Cell]:
    rows: tuple[FigureRow | ProvinceRow, ...] = (*sheet.figures, *sheet.provinces)
    for row in rows:
        chart = charts.get(row.item.key)
        title = row.item.name if language is Language.ZH else row.item.english
        if isinstance(row, ProvinceRow):
            missing = "、".join(map(_plain_region, row.missing))
            note = _MISSING[language].format(names=missing) if missing else ""
            shown = chart.title if chart is not None else title
            yield briefings.Cell(shown, chart, _NOTHING[language], note, chart is None)
            continue
        fact = row.latest
        if fact is None:
            yield briefings.Cell(title, None, _NOTHING[language], "", empty=True)
            continue
        several = chart is not None and len(list(_points(chart))) > 1
        note = f"{fact.observation.period or '—'}  {fact.release}"
        yield briefings.Cell(title, chart if several else None, as_written(fact), note)


def _plain_region(name: str) -> str:
    known = region_of(name)
    return known.aliases[0] if known is not None and known.aliases else name


def _derived(sheet: PanelSheet, language: Language) -> Iterator[briefings.Cell]:
    for row in sheet.derived:
        title = row.item.name if language is Language.ZH else row.item.english
        if not row.text:
            yield briefings.Cell(title, None, _NOTHING[language], row.item.formula, empty=True)
            continue
        margin = f" ±{row.margin}" if row.margin not in {"", "0"} else ""
        text = f"{row.text}{margin} {row.item.unit}"
        yield briefings.Cell(title, None, text, f"{row.period or '—'}  {row.shown}")


def _with_source(chart: Chart, view: View, sheet: PanelSheet, language: Language) -> Chart:
    releases = view.releases_of({point.release for point in _points(chart)}, sheet.as_of)
    return replace(chart, source=source_line(list(releases.values()), language))
