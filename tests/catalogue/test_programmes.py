"""The table of programmes, and what a row may say."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from jiedu.catalogue import Programme, ProgrammeKind, programme_of, programmes
from jiedu.catalogue.programme_cores import core_of
from jiedu.catalogue.programmes import RowError, programme_words, programmes_from
from jiedu.catalogue.wording import plain

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("form", [plain, core_of])
def test_no_name_belongs_to_two(form: Callable[[str], str]) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for programme in programmes().values():
        for word in (programme.name, *programme.aliases, *programme.asked):
            owners[form(word)].add(programme.key)
    assert {word: keys for word, keys in owners.items() if len(keys) > 1} == {}


@pytest.mark.parametrize("row", programmes().values(), ids=lambda row: row.key)
def test_a_row(row: Programme) -> None:
    assert row.key.isidentifier()
    assert row.english.isascii()
    assert row.years is None or row.years[0] <= row.years[1]
    assert row.field is None or row.field in programme_words()["fields"]
    for word in (row.name, *row.aliases, *row.asked):
        found = programme_of(word)
        assert found is not None
        assert found.key == row.key


def test_a_plan_has_its_years() -> None:
    plan = programme_of("“十四五”规划")
    assert plan is not None
    assert (plan.kind, plan.years) == (ProgrammeKind.PLAN, (2021, 2025))


def test_a_row_without_an_english_name_has_its_chinese_one() -> None:
    row = programmes_from({"programmes": {"tea": {"name": "“茶香”行动"}}})["tea"]
    assert (row.english, row.kind, row.aliases) == ("“茶香”行动", ProgrammeKind.PROGRAMME, ())


@pytest.mark.parametrize(
    ("raw", "key", "what"),
    [
        ({"programs": {}}, "programs", "sections"),
        ({"plans": 3}, "plans", "rows"),
        ({"plans": {"tea": 3}}, "tea", "table"),
        ({"plans": {"tea": {}}}, "tea", "no name"),
        ({"plans": {"tea": {"name": " "}}}, "tea", "name must be words"),
        ({"plans": {"tea": {"name": "茶", "alias": ["茗"]}}}, "tea", "no field 'alias'"),
        ({"plans": {"tea": {"name": "茶", "aliases": "茗"}}}, "tea", "list"),
        ({"plans": {"tea": {"name": "茶", "owner": [3]}}}, "tea", "owner must be words"),
        ({"plans": {"tea": {"name": "茶", "years": [2025, 2021]}}}, "tea", "years"),
        ({"plans": {"tea": {"name": "茶", "years": [True, 2021]}}}, "tea", "years"),
        ({"plans": {"tea": {"name": "茶", "field": "tea"}}}, "tea", "no field 'tea'"),
        ({"plans": {"tea": {"name": "茶"}}, "documents": {"tea": {"name": "茗"}}}, "tea", "two"),
    ],
)
def test_a_wrong_row(raw: dict[str, object], key: str, what: str) -> None:
    with pytest.raises(RowError, match=what) as found:
        programmes_from(raw)
    assert found.value.key == key
