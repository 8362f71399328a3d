"""Every row of the catalogue holds what the types promise."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from jiedu.catalogue import indicator, indicators
from jiedu.catalogue.indicators import Entry, entries
from jiedu.catalogue.patterns import patterns, take_apart
from jiedu.catalogue.wording import plain, wordings
from jiedu.model import Direction, Indicator, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

ALL = indicators()
ID = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9_]+)+")


def test_there_are_enough() -> None:
    assert len(ALL) >= 800


@pytest.mark.parametrize("entry", ALL, ids=lambda entry: entry.id)
def test_every_entry_is_whole(entry: Indicator) -> None:
    assert ID.fullmatch(entry.id)
    assert entry.name
    assert entry.english.isascii()
    assert isinstance(entry.kind, Kind)
    assert isinstance(entry.good, Direction)
    assert entry.id not in entry.parents


def test_every_parent_exists() -> None:
    ids = {entry.id for entry in ALL}
    assert not [entry.id for entry in ALL if not set(entry.parents) <= ids]


def always(entry: Entry) -> tuple[str, ...]:
    return (entry.indicator.name, *entry.indicator.aliases)


def level(entry: Entry) -> tuple[str, ...]:
    return (*always(entry), *entry.level_names)


def anchored(entry: Entry) -> tuple[str, ...]:
    return entry.anchored_names


def at_home(entry: Entry) -> tuple[str, ...]:
    return entry.home_names


@pytest.mark.parametrize("names", [always, level, anchored, at_home])
def test_no_name_belongs_to_two_entries(names: Callable[[Entry], tuple[str, ...]]) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in entries().values():
        for name in names(entry):
            owners[plain(name)].add(entry.indicator.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_no_composed_id_is_that_of_an_entry() -> None:
    composed = {f"{pattern.id}/{key}" for pattern in patterns() for key in pattern.subjects}
    assert not composed & set(entries())


def test_no_name_of_an_entry_is_also_composed() -> None:
    """One thing has one id, whatever its wording."""
    twice = {
        (entry.indicator.id, reading.id)
        for entry in entries().values()
        for name in always(entry)
        for form in wordings(name)
        for reading in take_apart(form)
    }
    assert twice == set()


def test_no_name_is_read_in_two_ways() -> None:
    """Two patterns may share a wording only where unit or measure tells them apart."""
    readings: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for pattern in patterns():
        for word in pattern.words:
            for reading in take_apart(word + plain(pattern.head)):
                key = (word + plain(pattern.head), reading.unit, reading.scope.value)
                readings[key].add(reading.id)
    assert {key: ids for key, ids in readings.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(
    ("composed", "name", "unit", "parents"),
    [
        ("industry.value_added/automobile", "汽车制造业增加值", "元", ("industry.value_added",)),
        ("output/nev", "新能源汽车产量", "辆", ()),
        ("trade.with/asean", "对东盟进出口", "元", ()),
    ],
)
def test_a_composed_indicator(
    composed: str, name: str, unit: str, parents: tuple[str, ...]
) -> None:
    found = indicator(composed)
    assert found is not None
    assert (found.id, found.name, found.unit, found.parents) == (composed, name, unit, parents)


@pytest.mark.parametrize("unknown", ["", "industry", "output/", "output/dragon", "dragon/nev"])
def test_an_unknown_id(unknown: str) -> None:
    assert indicator(unknown) is None
