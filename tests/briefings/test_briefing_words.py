"""The words of briefings: every table in both languages, each row used as it stands."""

from __future__ import annotations

from decimal import Decimal
from importlib.resources import files

import pytest

from jiedu.briefings.data_files import headline_ids, read_words
from jiedu.briefings.naming import measure_name, publisher_name, region_name
from jiedu.catalogue import RegionLevel, indicator, indicators, regions
from jiedu.model import Language, Measure

TABLES = sorted(
    entry.name.removesuffix(".toml")
    for entry in (files("jiedu.briefings") / "data").iterdir()
    if entry.name.endswith(".toml")
)


def keys(table: dict[str, object], path: str = "") -> set[str]:
    found: set[str] = set()
    for key, value in table.items():
        found |= keys(value, f"{path}{key}.") if isinstance(value, dict) else {path + key}
    return found


@pytest.mark.parametrize("name", sorted({*TABLES} - {"units", "places", "headline"}))
def test_both_languages_say_the_same_things(name: str) -> None:
    chinese, english = (keys(read_words(name, language)) for language in Language)
    # sums are written down in English: nothing of them is left to say in it
    assert {key for key in chinese if not key.startswith("sums.")} == english


@pytest.mark.parametrize("language", Language)
def test_magnitudes_fall(language: Language) -> None:
    sizes = [Decimal(size) for size, _ in read_words("units", language)["magnitudes"]]
    assert sizes == sorted(sizes, reverse=True)


def test_units_of_the_catalogue_have_english_names() -> None:
    names = read_words("units", Language.EN)["names"]
    chinese = {item.unit for item in indicators() if not item.unit.isascii()}
    assert chinese <= names.keys()


def test_every_province_has_an_english_name() -> None:
    provinces = [item for item in regions() if item.level is RegionLevel.PROVINCE]
    assert all(region_name(item.name, Language.EN).isascii() for item in provinces)
    assert region_name("青海省", Language.ZH) == "青海省"


def test_publishers() -> None:
    assert publisher_name("国家统计局", Language.EN) == "National Bureau of Statistics"
    assert publisher_name("某局", Language.EN) == "某局"
    assert publisher_name(None, Language.ZH) == ""


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("measure", Measure)
def test_every_measure_has_a_name(measure: Measure, language: Language) -> None:
    assert bool(measure_name(measure, None, language)) is (measure is not Measure.LEVEL)


def test_headline_indicators_are_of_the_catalogue() -> None:
    assert all(indicator(one) for one in headline_ids())
