"""What a store holds at a moment, in a file and on a server."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jiedu.model import Release, digest
from jiedu.pipeline.saving import read_into
from jiedu.store import View

if TYPE_CHECKING:
    from pathlib import Path

JULY = date(2023, 7, 20)
AUGUST = date(2023, 8, 20)


def add(place: Path | str, id_: str, day: date, text: str) -> None:
    release = Release(id_, "标题", day, text, digest(text))
    assert len(list(read_into(place, [release]))) == 1


def test_every_version_stands_with_its_reading(place: Path | str) -> None:
    add(place, "a", JULY, "截至6月底，5G基站总数达293.7万个。")
    before = View(place).standing()
    add(place, "a", AUGUST, "截至7月底，5G基站总数达305.5万个。")
    add(place, "b", JULY, "没有数。")
    after = View(place).standing()
    assert before.versions.items() <= after.versions.items()
    told = sorted((one.release, one.version, one.published) for one in after.versions.values())
    assert [(id_, day) for id_, _, day in told] == [("a", JULY), ("a", AUGUST), ("b", JULY)]
    assert told[0][1] < told[1][1]
    assert all(one.reading is not None and one.read for one in after.versions.values())
    assert after.tables == before.tables == (None, 0)
    assert View(place).standing() == after


def test_what_figures_are_of_is_told_of_all_versions(place: Path | str) -> None:
    add(place, "a", JULY, "截至6月底，5G基站总数达293.7万个。")
    add(place, "a", AUGUST, "截至7月底，5G基站总数达305.5万个。")
    slots = View(place).slots_of(["a"])
    assert {(id_, period) for id_, _, period in slots} == {
        ("5g.stations", "2023-06-30"),
        ("5g.stations", "2023-07-31"),
    }
    assert View(place).slots_of(["b"]) == View(place).slots_of([]) == set()
