"""What panels read from a store, in a file and on a server alike."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from jiedu.model import Release, Status, digest
from jiedu.pipeline import process
from jiedu.store import Announced, View
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "july": (
        date(2023, 7, 20),
        None,
        "通信业\n截至6月底，5G基站总数达293.7万个。建成国家级智能制造示范工厂421家。\n"
        "下一步，开展“信号升格”专项行动，今年推动不少于3000家企业建设5G工厂。\n",
    ),
    "gansu": (
        date(2026, 2, 1),
        "甘肃省",
        "2026年甘肃省政府工作报告\n2025年，建成5G基站8.99万个。\n"
        "2026年重点工作\n实施“信号升格”专项行动。新建5G基站1万个。\n",
    ),
}


@pytest.fixture
def view(place: Path | str) -> View:
    with Writer(place) as writer:
        for name, (day, region, text) in TEXTS.items():
            title = text.split("\n")[0]
            writer.save(process(Release(name, title, day, text, digest(text), region=region)))
    return View(place)


CALLED = [
    ({"ids": ["5g.stations"]}, ["293.7万个"]),
    ({"ids": ["5g.stations"], "regions": ["甘肃省"]}, ["293.7万个", "8.99万个"]),
    ({"ids": ["5g.stations"], "regions": None}, ["293.7万个", "8.99万个"]),
    ({"ids": ["5g.stations"], "regions": None, "until": date(2024, 1, 1)}, ["293.7万个"]),
    ({"ids": ["5g.users"]}, []),
    ({"ids": [], "words": [["没有", "这个"]]}, []),
    ({"ids": [], "words": []}, []),
]


@pytest.mark.parametrize(("asked", "texts"), CALLED)
def test_figures_by_id(view: View, asked: dict[str, object], texts: list[str]) -> None:
    found = view.sources_called(**asked)  # type: ignore[arg-type]
    assert sorted(one.observation.text for one in found) == sorted(texts)


NAMING = [
    (["信号升格"], {}, ["july", "gansu"]),
    (["“信号升格”专项行动"], {"until": date(2024, 1, 1)}, ["july"]),
    (["工作报告"], {}, ["gansu"]),
    (["没有这个"], {}, []),
    (["没有这个"], {"also": ["july"]}, ["july"]),
    (["信号升格"], {"without": ["july"]}, ["gansu"]),
    ([], {}, []),
    (["、。"], {}, []),
]


@pytest.mark.parametrize(("words", "slots", "ids"), NAMING)
def test_releases_by_the_names_they_hold(
    view: View, words: list[str], slots: dict[str, object], ids: list[str]
) -> None:
    found = view.readings_naming(words, **slots)  # type: ignore[arg-type]
    # a server's index may name a release that does not hold the words
    assert [one.release.id for one in found if _holds(one.release, words, slots)] == ids
    assert all(one.observations == () and one.commitments for one in found)


def _holds(release: Release, words: list[str], slots: dict[str, object]) -> bool:
    also = slots.get("also", ())
    assert isinstance(also, list | tuple)
    return release.id in also or any(word.strip("“”") in release.text for word in words)


def test_goals_and_counts_of_measures(view: View) -> None:
    goals = view.goals_of(["july", "gansu"])
    assert [one.text for one in goals["july"]] == ["3000家"]
    assert all(one.status is not Status.ACTUAL for some in goals.values() for one in some)
    (gansu,) = view.announced()
    assert gansu == Announced("甘肃省", "gansu", date(2026, 2, 1), gansu.measures, gansu.targets)
    assert gansu.measures >= 2
    assert view.announced(date(2024, 1, 1)) == []
    assert set(view.releases_of(["july", "none"])) == {"july"}
