"""Plans and programmes by name."""

from __future__ import annotations

from collections import defaultdict

import pytest

from jiedu.catalogue import ProgrammeKind, programme_of, programmes
from jiedu.catalogue.wording import plain


def test_no_name_belongs_to_two() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for programme in programmes().values():
        for word in (programme.name, *programme.aliases):
            owners[plain(word)].add(programme.key)
    assert {word: keys for word, keys in owners.items() if len(keys) > 1} == {}


def test_years_are_in_order() -> None:
    for programme in programmes().values():
        assert programme.years is None or programme.years[0] <= programme.years[1]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("“十四五”", "five_year_14"),
        ("双千兆", "dual_gigabit"),
        ("5G“扬帆”行动", "sail"),
        ("东数西算", "east_data_west_computing"),
        ("“信号升格”专项行动", "signal_upgrade"),
        ("以旧换新", "trade_in"),
        ("新型工业化", "new_industrialisation"),
    ],
)
def test_a_programme(text: str, key: str) -> None:
    found = programme_of(text)
    assert found is not None
    assert found.key == key


def test_a_plan_has_its_years() -> None:
    plan = programme_of("“十四五”规划")
    assert plan is not None
    assert (plan.kind, plan.years) == (ProgrammeKind.PLAN, (2021, 2025))


def test_no_programme() -> None:
    assert programme_of("行动") is None
