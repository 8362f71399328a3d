"""A panel as one picture: which cells stand where, and what cannot be drawn."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from matplotlib.text import Text

from jiedu.briefings.panel_sheet import Cell, _sheet, draw_panel
from jiedu.briefings.pictures import chinese
from jiedu.errors import InputError
from jiedu.model import Chart, ChartKind, ChartPoint, ChartSeries, Language

if TYPE_CHECKING:
    from pathlib import Path

    from jiedu.briefings.fonts import Font

PERIODS = ("2023-06-30", "2023-07-31", "2023-11-30")


def chart(kind: ChartKind) -> Chart:
    names = ("江苏省", "浙江省", "西藏自治区")
    points = tuple(
        ChartPoint(Decimal(value), period, name if kind is ChartKind.RANKED else "")
        for value, period, name in zip((2937000, 3055000, 3282000), PERIODS, names, strict=True)
    )
    return Chart("5G基站", "个", kind, (ChartSeries("5G基站", points),))


CELLS = (
    Cell("没有的数", None, "尚无公布的数字", "", empty=True),
    Cell("5G模组价格", None, "400元", "2023-06-30  r"),
    Cell("5G基站", chart(ChartKind.LINE), "", ""),
    Cell("5G基站（累计）", chart(ChartKind.BARS), "", ""),
    Cell("各省", chart(ChartKind.RANKED), "", "没有读到：上海"),
)


def places(cells: tuple[Cell, ...]) -> dict[str, tuple[float, float]]:
    """Where each text stands, from the left and from above."""
    with chinese():
        figure = _sheet("5G", cells, "来源", Language.ZH)
        texts = figure.findobj(match=Text)
    return {
        text.get_text(): (text.get_position()[0], 1 - text.get_position()[1])
        for text in texts
        if isinstance(text, Text)
    }


def test_charts_come_first_and_what_is_missing_last(font: Font) -> None:
    found = places(CELLS)
    order = ["5G", "5G基站（万个）", "5G模组价格", "没有的数", "来源"]
    heights = [found[text][1] for text in order]
    assert heights == sorted(heights)
    assert found["5G基站（累计）（万个）"][1] == found["5G基站（万个）"][1]
    assert found["5G基站（累计）（万个）"][0] > found["5G基站（万个）"][0]
    assert {"400元", "尚无公布的数字", "没有读到：上海", "江苏省"} <= set(found)


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_same_bytes_each_time(font: Font, tmp_path: Path, ending: str) -> None:
    first, second = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
    for path in (first, second):
        draw_panel("5G", CELLS, "来源", path, Language.EN)
    assert first.read_bytes() == second.read_bytes()


WRONG = {"a.gif": (CELLS, "end it in .png"), "a.png": ((), "no row to draw")}


@pytest.mark.parametrize(("name", "case"), WRONG.items())
def test_what_cannot_be_drawn(
    font: Font, tmp_path: Path, name: str, case: tuple[tuple[Cell, ...], str]
) -> None:
    cells, words = case
    with pytest.raises(InputError, match=words):
        draw_panel("5G", cells, "", tmp_path / name, Language.ZH)
