"""SDMX-CSV, and what the slots are called there."""

from __future__ import annotations

import csv
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from made import record, records

from jiedu.catalogue import RegionLevel, regions
from jiedu.exports import ExportFormat, sdmx, write
from jiedu.exports.sdmx import COLUMNS, observation
from jiedu.exports.times import sdmx_time
from jiedu.lexicon.units import unit_table
from jiedu.model import Measure, Record, Status

if TYPE_CHECKING:
    from pathlib import Path


def slots(**given: Any) -> dict[str, object]:
    found = observation(record(**given))
    assert found is not None
    return dict(zip(COLUMNS, found, strict=True))


@pytest.mark.parametrize(
    ("period", "frequency", "time"),
    [
        ("2023", "A", "2023"),
        ("2023-01/2023-12", "A", "2023"),
        ("2023-01/2023-06", "S", "2023-S1"),
        ("2023-07/2023-12", "S", "2023-S2"),
        ("2023-04/2023-06", "Q", "2023-Q2"),
        ("2023-10/2023-12", "Q", "2023-Q4"),
        ("2023-06", "M", "2023-06"),
        ("2023-06-01/2023-06-30", "M", "2023-06"),
        ("2023-06-30", "D", "2023-06-30"),
        ("2023-01/2023-05", "_O", "2023-01-01/P5M"),
        ("2023-01/2023-09", "_O", "2023-01-01/P9M"),
        ("2023-02/2023-04", "_O", "2023-02-01/P3M"),
        ("2022-07/2023-06", "_O", "2022-07-01/P1Y"),
        ("2021/2025", "_O", "2021-01-01/P5Y"),
        ("2024-10-01/2024-10-07", "_O", "2024-10-01/P7D"),
        ("2023-12-31/2024-01-01", "_O", "2023-12-31/P2D"),
        ("2024-02-01/2024-02-28", "_O", "2024-02-01/P28D"),
    ],
)
def test_periods_become_times(period: str, frequency: str, time: str) -> None:
    assert sdmx_time(period) == (frequency, time)


@pytest.mark.parametrize(
    "period",
    [None, "", "去年", "2023-13", "2023-02-30", "2023-06/2023-01", "2023/", "/2023", "0000"],
)
def test_what_is_no_period_is_no_time(period: str | None) -> None:
    assert sdmx_time(period) is None


@pytest.mark.parametrize(
    ("region", "area"),
    [
        (None, "CN"),
        ("北京市", "CN-BJ"),
        ("江苏", "CN-JS"),
        ("深圳市", "440300"),
        ("某园区", "某园区"),
    ],
)
def test_regions_have_codes(region: str | None, area: str) -> None:
    assert slots(region=region)["REF_AREA"] == area


def test_every_province_has_a_code_of_its_own() -> None:
    names = [one.name for one in regions() if one.level is RegionLevel.PROVINCE]
    areas = {slots(region=name)["REF_AREA"] for name in names}
    assert len(areas) == len(names) == 34
    assert all(str(area).startswith("CN-") for area in areas)


def test_every_unit_with_a_code_is_one_that_texts_have() -> None:
    units = {base for base, kind in unit_table().values() if kind is not None}
    aliases = {"人民币", "元人民币"}
    assert set(sdmx._codes()["units"]) - aliases <= units


@pytest.mark.parametrize(
    ("text", "value", "written", "power"),
    [
        ("293.7万个", "2937000.0", "293.7", 4),
        ("11971亿元", "1197100000000", "11971", 8),
        ("1.2万亿元", "1.2E+12", "1.2", 12),
        ("5亿2000万户", "520000000", "5.2", 8),
        ("三千万吨", "30000000", "3000", 4),
        ("3.8%", "-3.8", "-3.8", 0),
        ("97个", "97", "97", 0),
    ],
)
def test_a_value_keeps_the_magnitude_of_its_words(
    text: str, value: str, written: str, power: int
) -> None:
    found = slots(text=text, value=Decimal(value))
    assert found["OBS_VALUE"] == Decimal(written)
    assert found["UNIT_MULT"] == power
    assert found["DECIMALS"] == len(written.partition(".")[2])


PUBLISHED: dict[str, set[object]] = {
    # CL_FREQ 2.1
    "FREQ": {
        *("A", "A2", "A3", "A4", "A5", "A10", "A20", "A30", "A_3", "S", "Q", "M", "M2", "M_2"),
        *("M_3", "W", "W2", "W3", "W4", "W_2", "W_3", "D", "D_2", "H", "H2", "H3", "B", "N", "I"),
        *("OA", "OM", "_O", "_U", "_Z"),
    },
    # CL_OBS_STATUS 2.2
    "OBS_STATUS": set("ABDEFGIKWOMPSLHQJNUV"),
    # CL_UNIT_MULT 1.1
    "UNIT_MULT": set(range(-15, 16)),
}
"""The codes of the cross-domain code lists of SDMX."""


@given(records)
def test_codes_are_those_of_the_published_lists(made: Record) -> None:
    found = observation(made)
    if found is not None:
        row = dict(zip(COLUMNS, found, strict=True))
        assert all(row[column] in codes for column, codes in PUBLISHED.items())


def test_every_status_and_magnitude_has_a_published_code() -> None:
    codes = sdmx._codes()
    assert set(codes["observation_status"]) == {status.value for status in Status}
    assert set(codes["observation_status"].values()) <= PUBLISHED["OBS_STATUS"]
    assert set(codes["magnitudes"].values()) <= PUBLISHED["UNIT_MULT"]


@given(records)
def test_value_and_multiplier_give_the_value_back(made: Record) -> None:
    found = observation(made)
    if found is not None:
        row = dict(zip(COLUMNS, found, strict=True))
        value, power = row["OBS_VALUE"], row["UNIT_MULT"]
        assert isinstance(value, Decimal)
        sign, digits, exponent = value.as_tuple()
        assert isinstance(power, int)
        assert isinstance(exponent, int)
        assert Decimal((sign, digits, exponent + power)) == made.value


@pytest.mark.parametrize(
    ("given", "column", "code"),
    [
        ({"unit": "%"}, "UNIT_MEASURE", "PT"),
        ({"unit": "元"}, "UNIT_MEASURE", "CNY"),
        ({"unit": "pp"}, "UNIT_MEASURE", "pp"),
        ({"unit": ""}, "UNIT_MEASURE", "_U"),
        ({"unit": "", "measure": Measure.RANK}, "UNIT_MEASURE", "_Z"),
        ({"basis": "yoy", "measure": Measure.GROWTH}, "BASIS", "yoy"),
        ({"basis": None, "measure": Measure.GROWTH}, "BASIS", "_U"),
        ({"basis": None}, "BASIS", "_Z"),
        ({"status": Status.ACTUAL}, "OBS_STATUS", "A"),
        ({"status": Status.FORECAST}, "OBS_STATUS", "F"),
        ({"status": Status.TARGET}, "OBS_STATUS", "F"),
        ({"indicator_id": None}, "INDICATOR", "5G基站"),
    ],
)
def test_slots_have_codes(given: dict[str, Any], column: str, code: str) -> None:
    assert slots(**given)[column] == code


def test_a_file_is_written_like_this(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    assert write([record(), record(period=None)], path, ExportFormat.SDMX_CSV) == 1
    assert path.read_bytes().decode("utf-8") == (
        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,MEASURE,BASIS,UNIT_MEASURE,STATUS,"
        "TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,DECIMALS,TITLE,BOUND,SPEAKER,CONFIDENCE,SOURCE,"
        "PUBLISHED,COMMENT_OBS\n"
        "dataflow,JIEDU:FIGURES(1.0.0),I,D,CN,telecom.5g_base_stations,level,_Z,个,actual,2023-06-30,"
        "293.7,A,4,1,5G基站,=,赵志国,0.98,sample,2023-07-20,截至6月底，5G基站总数达293.7万个。\n"
    )


def test_no_text_becomes_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    write([record(sentence="=1+1", indicator_id=None, indicator="@a")], path, ExportFormat.SDMX_CSV)
    with path.open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    assert (row["COMMENT_OBS"], row["INDICATOR"]) == ("'=1+1", "'@a")
