"""What a store has figures of, in a file and on a server."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from jiedu.errors import InputError, NotFoundError
from jiedu.model import Measure, Release, Status, Told, digest
from jiedu.pipeline import process
from jiedu.store import View, Wanted
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = [
    ("june", date(2023, 7, 20), "截至6月底，5G基站总数达293.7万个，占移动基站总数的26%。"),
    ("july", date(2023, 8, 20), "截至6月底，我国累计建成5G基站290.1万个。"),
    ("target", date(2023, 8, 25), "到2025年，力争5G基站总数达到400万个。"),
    ("huts", date(2023, 9, 1), "截至8月底，蓝顶小屋达1200座。"),
    ("more", date(2023, 9, 2), "截至8月底，蓝顶小屋数量达1300座。"),
]


@pytest.fixture
def view(place: Path | str) -> View:
    with Writer(place) as writer:
        for id_, day, text in TEXTS:
            release = Release(id_, f"标题{id_}", day, text, digest(text))
            writer.save(process(release), "one")
    return View(place)


def test_indicators_are_counted_and_named_as_texts_do(view: View) -> None:
    stations, huts = view.indicators()
    assert (stations.indicator_id, stations.figures) == ("5g.stations", 4)
    assert stations.name == "5G基站总数"
    assert set(stations.names) > {"5G基站总数"}
    assert huts == Told(None, "蓝顶小屋", ("蓝顶小屋", "蓝顶小屋数量"), 2)


def test_an_empty_store_has_none(place: Path | str) -> None:
    with Writer(place):
        pass
    assert View(place).indicators() == []


def test_kinds_are_counted(view: View) -> None:
    kinds = {(each.measure, each.status): each.figures for each in view.kinds("5G基站")}
    assert kinds == {
        (Measure.LEVEL, Status.ACTUAL): 1,  # two figures of one period
        (Measure.SHARE, Status.ACTUAL): 1,
        (Measure.LEVEL, Status.TARGET): 1,
    }
    assert view.kinds("5G基站", date(1999, 1, 1)) == ()


def test_a_line_is_read_both_ways(view: View) -> None:
    line = view.line("5g.stations")
    assert [str(each.observation.value) for each in line.series.vintages] == ["2901000.0"]
    assert [each.release for each in line.every.vintages] == ["june", "july"]
    assert [each.revises is None for each in line.every.vintages] == [True, False]
    assert line.series == view.series("5g.stations")
    assert line.every == view.series("5g.stations", every=True)
    assert line.kinds == view.kinds("5g.stations")


def test_names_outside_the_catalogue_are_asked_for_as_written(view: View) -> None:
    assert len(view.line("蓝顶小屋", written=True).every.vintages) == 2
    with pytest.raises(InputError, match="holds no others"):
        view.line("5G基站", written=True)
    with pytest.raises(NotFoundError):
        view.kinds("小屋", written=True)  # no name that only holds it


def test_filters_may_leave_nothing(view: View) -> None:
    with pytest.raises(InputError, match="no figure"):
        view.line("5g.stations", Wanted(region="月球"))


def test_without_tables_there_are_no_cells(view: View) -> None:
    assert view.cells("5g.stations") == []
    assert view.cells("没有这样的指标") == []
