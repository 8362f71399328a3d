"""The divisions of GB/T 4754 by code, name and short form."""

from __future__ import annotations

from collections import defaultdict

import pytest

from jiedu.catalogue import industries, industry_of
from jiedu.catalogue.wording import plain


def test_every_division_of_industry_is_there() -> None:
    codes = {entry.code for entry in industries().values()}
    assert {f"{code:02}" for code in range(6, 47) if code != 12} <= codes


def test_no_name_belongs_to_two() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in industries().values():
        for word in (entry.code, entry.name, *entry.aliases):
            owners[plain(word)].add(entry.key)
    assert {word: keys for word, keys in owners.items() if len(keys) > 1} == {}


@pytest.mark.parametrize(
    ("text", "code"),
    [("汽车制造业", "36"), ("汽车行业", "36"), ("36", "36"), ("电子行业", "39"), ("采矿业", "B")],
)
def test_an_industry(text: str, code: str) -> None:
    found = industry_of(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("text", ["", "汽车", "高技术制造业", "12"])
def test_no_industry(text: str) -> None:
    assert industry_of(text) is None
