"""``jiedu panel`` as a user calls it: tables, rows for programs, pictures, files of their own."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from shell import Shell

from jiedu.cli.sparkline import sparkline
from jiedu.model import Bound, Measure, Observation, Source, Span, Status

if TYPE_CHECKING:
    from pathlib import Path

    from jiedu.briefings.fonts import Font

TEXT = (
    "通信业平稳运行\n截至6月底，5G基站总数达293.7万个，5G共建共享基站超173万个。\n"
    "下一步，开展“信号升格”专项行动。\n"
)
LATER = "5G又有进展\n截至7月末，我国累计建成5G基站305.5万个。\n"
OWN = """title = "我的看板"
english = "My panel"

[[figure]]
key = "stations"
indicator = "5G基站"

[[figure]]
key = "shared"
indicator = "5g.stations_shared"

[[derived]]
key = "part"
name = "共建共享占比"
english = "Shared part"
formula = "shared / stations * 100"
unit = "%"

[[programme]]
key = "signal_upgrade"
"""


@pytest.fixture
def jiedu(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell("read", shell.write("july.txt", TEXT), "--published", "2023-07-20")
    shell("read", shell.write("august.txt", LATER), "--published", "2023-08-23")
    shell.write("own.toml", OWN)
    return shell


def rows(jiedu: Shell, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(jiedu("panel", *arguments, "--format", "json")[0])
    return found


def test_a_list_of_panels(jiedu: Shell) -> None:
    out, _ = jiedu("panel")
    assert "five_g" in out
    assert "算力" in out
    assert "Computing power" in jiedu("panel", "--lang", "en")[0]
    listed = rows(jiedu)
    assert len(listed) == 9
    assert listed[0]["name"] == "industrial_economy"


def test_a_table_with_course_and_citation(jiedu: Shell) -> None:
    out, _ = jiedu("panel", "--file", "own.toml")
    assert "我的看板" in out
    assert "305.5万个" in out
    assert "▁█" in out
    assert "august@" in out
    assert ">173万个 ÷ 293.7万个 × 100" in out
    assert "1 measure: 1 announced" in out
    assert "My panel" in jiedu("panel", "--file", "own.toml", "--lang", "en")[0]


def test_rows_cite_every_figure(jiedu: Shell) -> None:
    stations, shared, part, signal = rows(jiedu, "--file", "own.toml")
    latest = stations["latest"]
    assert (latest["value"], latest["unit"], latest["published_value"]) == (
        "3055000", "个", "305.5万个",
    )  # fmt: skip
    assert LATER[latest["start"] : latest["end"]] == "305.5"
    assert latest["sentence"] in LATER
    assert [one["period"] for one in stations["points"]] == ["2023-06-30", "2023-07-31"]
    assert shared["latest"]["bound"] == ">"
    assert (part["value"], part["low"][:5], part["high"]) == ("≥58.7", "58.72", None)
    assert set(part["inputs"]) == {"stations", "shared"}
    assert part["inputs"]["stations"]["release"] == "july"
    assert signal["entries"][0]["outcomes"][0]["outcome"] == "announced"
    assert {row["kind"] for row in (stations, part, signal)} == {"figure", "derived", "programme"}


def test_what_was_known_on_a_day(jiedu: Shell) -> None:
    stations, *_ = rows(jiedu, "--file", "own.toml", "--as-of", "2023-08-01")
    assert stations["latest"]["value"] == "2937000"


def test_rows_as_a_table_for_programs(jiedu: Shell) -> None:
    out, _ = jiedu("panel", "--file", "own.toml", "--format", "csv")
    found = list(csv.DictReader(io.StringIO(out)))
    assert [row["key"] for row in found] == [
        "stations", "stations", "shared", "part", "signal_upgrade",
    ]  # fmt: skip
    assert [row["latest"] for row in found[:2]] == ["false", "true"]
    assert found[-1]["outcome"] == "announced"
    lines = jiedu("panel", "--file", "own.toml", "--format", "jsonl")[0].splitlines()
    assert len(lines) == 4


def test_provinces_that_are_not_there_are_said(jiedu: Shell) -> None:
    out, _ = jiedu("panel", "provinces")
    assert "no release of it in the store" in out
    plans = [row for row in rows(jiedu, "provinces") if row["kind"] == "plan"]
    assert len(plans) == 31
    one = [row for row in rows(jiedu, "provinces", "--region", "江苏") if row["kind"] == "plan"]
    assert [row["region"] for row in one] == ["江苏省"]


WRONG = [
    (("fiveg",), 1, "there is no panel 'fiveg'"),
    (("five_g", "--file", "own.toml"), 2, "not both"),
    (("--file", "none.toml"), 1, "cannot be read"),
    (("--file", "bad.toml"), 1, "bad.toml:4: there is no indicator '5G机站'"),
    (("provinces", "--region", "火星"), 1, "no province '火星'"),
    (("five_g", "--region", "江苏"), 2, "no province's measures"),
    (("five_g", "--as-of", "soon"), 2, "as-of"),
    (("--file", "empty.toml", "--plot", "p"), 1, "no row of the panel has a figure"),
]


@pytest.mark.parametrize(("arguments", "code", "words"), WRONG)
def test_wrong_calls(jiedu: Shell, arguments: tuple[str, ...], code: int, words: str) -> None:
    jiedu.write("bad.toml", OWN.replace("5G基站", "5G机站"))
    jiedu.write("empty.toml", 'title = "x"\n[[figure]]\nindicator = "shipbuilding.completions"\n')
    _, errors = jiedu("panel", *arguments, code=code)
    assert words in errors.replace("\n", " ")


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_pictures(jiedu: Shell, font: Font, ending: str) -> None:
    out, _ = jiedu("panel", "--file", "own.toml", "--plot", "pictures", "--as", ending)
    assert "3 rows, 2 pictures beside it" in out
    made = sorted(path.name for path in (jiedu.folder / "pictures").iterdir())
    assert made == [f"own-shared.{ending}", f"own-stations.{ending}", f"own.{ending}"]
    first = (jiedu.folder / "pictures" / f"own.{ending}").read_bytes()
    jiedu("panel", "--file", "own.toml", "--plot", "pictures", "--as", ending)
    assert (jiedu.folder / "pictures" / f"own.{ending}").read_bytes() == first


def _point(period: str | None, value: str) -> Source:
    span = Span(0, 1)
    found = Observation(
        span, "x", Measure.LEVEL, Decimal(value), "个", Bound.EXACT, period, None, Status.ACTUAL,
        value, span,
    )  # fmt: skip
    return Source("r", date(2026, 1, 1), found, value)


LINES = {
    "": [],
    "no line": ["2023-06=1"],
    "▁█": ["2023-06=1", "2023-07=2"],
    "▁·█": ["2023-06=1", "2023-08=2"],
    "▅▅": ["2023-06=3", "2023-07=3"],
    "▁▅█": ["2023-06=-2", "2023-07=0", "2023-08=2"],
    "▁··█": ["2022=1", "2023-01/2023-03=2"],
    "▁···········█": ["2022-12-31=1", "2025-12-31=2"],
    "▁·····█": ["2019=1", "2025=2"],
}


@pytest.mark.parametrize(("drawn", "told"), LINES.items())
def test_sparklines_leave_gaps(drawn: str, told: list[str]) -> None:
    points = [_point(*one.split("=")) for one in told]
    assert sparkline(points) == ("" if len(told) < 2 else drawn)
