"""Every row of the word lists: it loads, and it means what is there."""

from __future__ import annotations

import re

import pytest

from jiedu.catalogue import indicator, region_of
from jiedu.model import Measure
from jiedu.questions.names import identify
from jiedu.questions.query import Kind, Over
from jiedu.questions.words import says, tables

TABLES = tables()


def test_both_languages_say_the_same() -> None:
    chinese, english = TABLES["says"]["zh"], TABLES["says"]["en"]
    assert chinese.keys() == english.keys()
    assert {f"kind.{kind.value}" for kind in Kind} <= chinese.keys()
    assert {re.findall(r"\{\d}", chinese[key]) == re.findall(r"\{\d}", english[key])
            for key in chinese} == {True}  # fmt: skip


def test_the_scaffolding_holds_no_digit() -> None:
    said = " ".join(row for language in TABLES["says"].values() for row in language.values())
    assert re.search(r"\d", re.sub(r"\{\d}", "", said)) is None


@pytest.mark.parametrize("name", TABLES["said"]["order"])
def test_what_is_told_first_is_a_kind(name: str) -> None:
    assert Kind(name).value in TABLES["kinds"]


@pytest.mark.parametrize("kinds", ["kinds", "kinds_en"])
def test_what_the_highest_is_sought_among_has_words(kinds: str) -> None:
    assert {over.value for over in Over} - {"provinces"} <= TABLES[kinds].keys()


@pytest.mark.parametrize("rows", TABLES["kinds_en"].values(), ids=TABLES["kinds_en"])
def test_english_words_are_patterns(rows: list[str]) -> None:
    assert all(re.compile(row) for row in rows)
    assert rows


@pytest.mark.parametrize("known", sorted({*TABLES["short"].values(), *TABLES["fallback"].values()}))
def test_short_names_are_of_the_catalogue(known: str) -> None:
    assert indicator(known) is not None


@pytest.mark.parametrize(("short", "whole"), TABLES["synonyms"].items())
def test_a_shorter_word_is_none_of_the_whole(short: str, whole: str) -> None:
    assert short not in whole  # it would be spelt out twice


@pytest.mark.parametrize("region", TABLES["english"]["places"].values())
def test_english_places_are_regions(region: str) -> None:
    found = region_of(region)
    assert found is not None
    assert found.name == region


def test_every_province_has_an_english_name() -> None:
    provinces = [name for name in TABLES["english"]["places"].values() if name[-1] in "省区"]
    assert len(set(provinces)) == 27


@pytest.mark.parametrize("pattern", TABLES["english"]["shares"])
def test_a_share_has_a_part_and_a_whole(pattern: str) -> None:
    assert re.compile(pattern).groupindex.keys() == {"part", "whole"}


@pytest.mark.parametrize("head", TABLES["english"]["heads"].values())
def test_heads_compose(head: str) -> None:
    industries = ("汽车制造业", "高技术产业", "可再生能源")
    subjects = ("新能源汽车", "机电产品", "东盟", "对东盟", *industries)
    measures = (Measure.LEVEL, Measure.GROWTH)
    assert any(identify(f"{word}{head}", kind) for word in subjects for kind in measures)


def test_terms_are_told_once() -> None:
    words = [words for words, _ in TABLES["english"]["terms"]]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "kind"), [("第一产业增加值", "growth"), ("第一产业投资", "most"), ("增加值", "growth")]
)
def test_a_word_within_a_name_does_not_tell_the_kind(text: str, kind: str) -> None:
    assert not says(text, kind)
