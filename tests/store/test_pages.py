"""Lists of a store in a file and of one on a server, a page at a time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from jiedu.model import Measure, Release, Status, digest
from jiedu.pipeline import process
from jiedu.store import FigurePlace, Place, View, WantedFigures, WantedReleases
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

JUNE = "截至6月底，5G基站总数达293.7万个。上半年，电信业务收入同比增长6.2%。"
TEXTS = [
    ("june", date(2023, 7, 20), JUNE, "工业和信息化部", None),
    ("js", date(2023, 7, 25), "截至6月底，5G基站总数达21.1万个。", None, "江苏"),
    ("words", date(2023, 7, 25), "没有数字。", "100%_的部门", None),
    ("target", date(2023, 8, 1), "到2025年，力争5G基站达到400万个。", None, None),
    ("june", date(2023, 8, 2), JUNE.replace("293.7", "293.8"), "工业和信息化部", None),
]


def release(
    id_: str, day: date, text: str, publisher: str | None = None, region: str | None = None
) -> Release:
    return Release(id_, f"标题{id_}", day, text, digest(text), publisher, region)


@pytest.fixture
def view(place: Path | str) -> View:
    with Writer(place) as writer:
        for told in TEXTS:
            writer.save(process(release(*told)), "one")
    return View(place)


def ids(view: View, wanted: WantedReleases) -> list[str]:
    return [item.id for _, item in view.list_releases(wanted)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (WantedReleases(), ["june", "target", "words", "js"]),
        (WantedReleases(since=date(2023, 7, 26)), ["june", "target"]),
        (WantedReleases(until=date(2023, 7, 25)), ["words", "js"]),
        (WantedReleases(publisher="信息化"), ["june"]),
        (WantedReleases(publisher="100%_"), ["words"]),
        (WantedReleases(publisher="%"), ["words"]),
        (WantedReleases(region="江苏省"), ["js"]),
        (WantedReleases(region="全国"), ["june", "target", "words"]),
        (WantedReleases(title="题ta"), ["target"]),
        (WantedReleases(as_of=date(2023, 7, 21)), ["june"]),
        (WantedReleases(as_of=date(2023, 7, 1)), []),
    ],
)
def test_releases(view: View, wanted: WantedReleases, expected: list[str]) -> None:
    assert ids(view, wanted) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (WantedFigures(), ["211000", "4000000", "2938000", "6.2"]),
        (WantedFigures(release="june"), ["2938000", "6.2"]),
        (WantedFigures(indicator="5G基站"), ["211000", "4000000", "2938000"]),
        (WantedFigures(indicator="5G基站", as_of=date(2023, 7, 24)), ["2937000"]),
        (WantedFigures(measure=Measure.GROWTH), ["6.2"]),
        (WantedFigures(basis="yoy"), ["6.2"]),
        (WantedFigures(status=Status.TARGET), ["4000000"]),
        (WantedFigures(region="江苏"), ["211000"]),
        (WantedFigures(period="2023-06-30"), ["211000", "2938000"]),
        (WantedFigures(since=date(2023, 8, 2)), ["2938000", "6.2"]),
        (WantedFigures(until=date(2023, 7, 31)), ["211000"]),
        (WantedFigures(sure=1.0), []),
    ],
)
def test_figures(view: View, wanted: WantedFigures, expected: list[str]) -> None:
    found = [item.value for _, item in view.list_figures(wanted)]
    assert [f"{value.normalize():f}" for value in found] == expected


@pytest.mark.parametrize("indicator", [None, "5G基站"])
def test_pages_of_figures(view: View, indicator: str | None) -> None:
    wanted = WantedFigures(indicator=indicator)
    whole = view.list_figures(wanted)
    after: FigurePlace | None = None
    for place, item in whole:
        assert view.list_figures(wanted, after, 1) == [(place, item)]
        after = place
    assert view.list_figures(wanted, after, 1) == []


def test_pages_of_releases(view: View) -> None:
    after: Place | None = None
    for place, item in view.list_releases():
        assert view.list_releases(after=after, limit=1) == [(place, item)]
        after = place
    assert view.list_releases(after=after) == []


def test_the_state_tells_every_write(view: View, place: Path | str) -> None:
    seen = [view.state()]
    with Writer(place) as writer:
        writer.save(process(release(*TEXTS[0])), "one")
        assert view.state() == seen[0]
        for extractor in ("two", "three"):
            writer.save(process(release(*TEXTS[0])), extractor)
            seen.append(view.state())
        writer.save(process(release("new", date(2024, 1, 1), "新。")), "one")
        seen.append(view.state())
        writer.drop_run("three")
        seen.append(view.state())
        writer.save(process(release(*TEXTS[0])), "four")
        seen.append(view.state())
    assert len(set(seen)) == len(seen)
