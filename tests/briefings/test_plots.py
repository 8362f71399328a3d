"""Charts as pictures: what is told apart, what is not bridged, the same bytes each time."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle
from matplotlib.text import Text

import jiedu.briefings as briefings
from jiedu.briefings.parts import parts_of
from jiedu.briefings.pictures import chinese
from jiedu.briefings.plots import Frame, chart_bytes, draw_chart, figure_of_chart
from jiedu.briefings.titles import titled
from jiedu.errors import InputError
from jiedu.exports.failures import ExportError
from jiedu.model import (
    Bound,
    Chart,
    ChartKind,
    ChartPoint,
    ChartSeries,
    Language,
    Status,
    Stretch,
)

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.figure import Figure


def point(period: str, value: str = "1", **more: object) -> ChartPoint:
    return ChartPoint(Decimal(value), period, **more)  # type: ignore[arg-type]


def chart(*points: ChartPoint, kind: ChartKind = ChartKind.LINE, unit: str = "%") -> Chart:
    return Chart("工业增加值：同比增速", unit, kind, (ChartSeries("工业", points),), "来源：一")


MIXED = chart(
    point("2023-01/2023-02", "2.4"),
    point("2023-01/2023-03", "3"),
    point("2023-01/2023-05", "3.6", revised=Decimal("3.5")),
    point("2023-04", "5.6"),
    point("2023-05", "-3.5", bound=Bound.ABOVE),
    point("2023", "5", status=Status.TARGET),
)


def words(figure: Figure) -> set[str]:
    found = figure.findobj(match=Text)
    return {text.get_text() for text in found if isinstance(text, Text)}


def joined(figure: Figure) -> list[int]:
    """How many figures each drawn line joins."""
    axes = figure.axes[0]
    return sorted(
        len(np.ravel(line.get_xdata())) for line in axes.lines if line.get_linewidth() == 1.6
    )


@pytest.mark.usefixtures("font")
def test_accumulated_months_and_goals_share_no_line() -> None:
    parts = parts_of(MIXED)
    assert [(part.stretch, part.is_fact, len(part.points)) for part in parts] == [
        (Stretch.MONTH, True, 2),
        (Stretch.ACCUMULATED, True, 3),
        (Stretch.ACCUMULATED, False, 1),
    ]
    assert len({part.look.colour for part in parts}) == 3
    assert len({part.look.marker for part in parts}) == 3
    assert len({part.look.hatch for part in parts}) == 3


@pytest.mark.usefixtures("font")
def test_gaps_are_not_bridged() -> None:
    with chinese():
        # 1—2月 and 1—3月; 1—5月 alone; 4月 and 5月; the goal alone
        assert joined(figure_of_chart(MIXED)) == [1, 1, 2, 2]


@pytest.mark.usefixtures("font")
def test_the_legend_says_what_is_drawn() -> None:
    with chinese():
        seen = words(figure_of_chart(MIXED))
    told = {"当月", "累计", "累计·目标", "1—2月合并", "修订前"}
    assert told <= seen
    assert "工业增加值：同比增速（%）" in seen
    assert "来源：一" in seen


@pytest.mark.usefixtures("font")
def test_a_document_says_title_and_source_itself() -> None:
    with chinese():
        seen = words(figure_of_chart(MIXED, Frame(3.4, 2.2, 7.5, bare=True)))
    assert not {titled(MIXED), MIXED.source} & seen


@pytest.mark.usefixtures("font")
def test_bars_begin_at_nought_and_hang_below_it() -> None:
    with chinese():
        figure = figure_of_chart(
            chart(point("2023-04", "5.6"), point("2023-05", "-3.5"), kind=ChartKind.BARS)
        )
    bars = [bar for bar in figure.axes[0].patches if isinstance(bar, Rectangle)]
    assert [(bar.get_y(), bar.get_height()) for bar in bars] == [(0, 5.6), (0, -3.5)]
    low, high = figure.axes[0].get_ylim()
    assert low < -3.5 < 0 < 5.6 < high


@pytest.mark.usefixtures("font")
def test_bars_of_one_period_stand_side_by_side() -> None:
    with chinese():
        figure = figure_of_chart(
            chart(point("2023-05", "5.6"), point("2023-01/2023-05", "3.5"), kind=ChartKind.BARS)
        )
    one, other = sorted(
        (bar.get_x(), bar.get_x() + bar.get_width())
        for bar in figure.axes[0].patches
        if isinstance(bar, Rectangle)
    )
    assert one[1] <= other[0]


@pytest.mark.usefixtures("font")
def test_ranked_bars_begin_with_the_largest() -> None:
    places = ("甲", "3"), ("乙", "-2"), ("丙", "9")
    points = [ChartPoint(Decimal(value), None, name) for name, value in places]
    with chinese():
        figure = figure_of_chart(chart(*points, kind=ChartKind.RANKED))
    labels = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert labels == ["丙", "甲", "乙"]
    assert figure.axes[0].get_ylim()[0] > figure.axes[0].get_ylim()[1]


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
@pytest.mark.parametrize("kind", ChartKind)
def test_the_same_chart_is_the_same_file(ending: str, kind: ChartKind, tmp_path: Path) -> None:
    told = chart(*MIXED.series[0].points, kind=kind)
    files = [tmp_path / f"{number}{ending}" for number in (1, 2)]
    for file in files:
        draw_chart(told, file)
    assert files[0].read_bytes() == files[1].read_bytes()
    assert files[0].stat().st_size > 1_000


@pytest.mark.usefixtures("font")
def test_colours_are_those_that_all_eyes_tell_apart() -> None:
    safe = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"}
    assert {to_hex(part.look.colour) for part in parts_of(MIXED)} <= safe


@pytest.mark.parametrize(
    ("unit", "language", "wanted"),
    [
        ("%", Language.ZH, "产量（%）"),
        ("pp", Language.ZH, "产量（个百分点）"),
        ("元", Language.ZH, "产量（万亿元）"),
        ("", Language.ZH, "产量（万亿）"),
        ("pp", Language.EN, "产量 (percentage points)"),
        ("元", Language.EN, "产量 (trillion yuan)"),
    ],
)
def test_the_unit_stands_in_the_title(unit: str, language: Language, wanted: str) -> None:
    points = (point("2023", "2000000000000"),)
    told = Chart("产量", unit, ChartKind.LINE, (ChartSeries("", points),), language=language)
    assert titled(told) == wanted


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("kind", ChartKind)
def test_nothing_to_draw(kind: ChartKind, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no figure"):
        draw_chart(chart(kind=kind), tmp_path / "a.png")
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("font")
def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no form of picture"):
        draw_chart(MIXED, tmp_path / "a.gif")
    with pytest.raises(ExportError, match="No such file"):
        draw_chart(MIXED, tmp_path / "none" / "a.png")


@pytest.mark.usefixtures("font")
def test_bytes_without_a_file() -> None:
    told = chart_bytes(MIXED, ".svg", Frame(3, 2, 8, bare=True))
    assert told.startswith(b"<?xml")
    assert "工业增加值：同比增速（%）" in told.decode()


def test_the_door_of_the_folder() -> None:
    assert briefings.draw_chart is draw_chart
