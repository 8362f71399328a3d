"""One indicator: its table, its picture, all that was said, and what is left aside."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from desk import Desk
from lines_store import HOSTILE, line_store

from jiedu.pipeline.importing import KeptTable, import_into
from jiedu.server.pages.assets import all_assets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.testclient import TestClient

STATIONS = "/indicators/5g.stations"


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a server over the store of lines."""
    folder: Path = tmp_path_factory.mktemp("line")
    line_store(folder / "told.db")
    with Desk(folder, folder / "told.db").serving() as client:
        yield client


def periods(text: str) -> list[str]:
    """The first column of the table of points."""
    table = text.partition('class="points"')[2].partition("</table>")[0]
    return re.findall(r'<th scope="row">([^<]*)</th>', table)


def plot(text: str) -> dict[str, Any]:
    """What the script of a page is given."""
    found = re.search(r"data-plot='([^']*)'", text)
    assert found is not None
    told: dict[str, Any] = json.loads(html.unescape(found[1]))
    return told


def runs(stroke: dict[str, Any]) -> list[list[str]]:
    """The days of a stroke, by what follows one another."""
    return [[dot["day"] for dot in run] for run in stroke["runs"]]


NEWEST = ["2024年5月末", "2023年11月末", "2023年10月末", "2023年7月末", "2023年6月末"]
PERIODS = [
    ("", NEWEST),
    ("?order=oldest", NEWEST[::-1]),
    ("?as_of=2023-08-20", NEWEST[3:]),
    ("?status=target", ["2027年", "2025年"]),
    ("?region=浙江省", NEWEST[1:2]),
    ("?measure=share", NEWEST[4:]),
    ("?span=day", NEWEST),
    ("?span=month", []),
    ("?region=月球", []),
    ("?as_of=1999-01-01", []),
]


@pytest.mark.parametrize(("query", "expected"), PERIODS)
def test_the_form_chooses_the_line(lines: TestClient, query: str, expected: list[str]) -> None:
    answer = lines.get(STATIONS + query)
    assert answer.status_code == 200
    assert periods(answer.text) == expected
    assert ("没有数字" in answer.text) is not bool(expected)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/indicators/没有这样的指标xyz", 404),
        ("/indicators/", 404),
        ("/indicators/%00", 422),
        (f"/indicators/{'长' * 300}", 422),
        (f"{STATIONS}?measure=weight", 422),
        (f"{STATIONS}?status=maybe", 422),
        (f"{STATIONS}?span=week", 422),
        (f"{STATIONS}?order=random", 422),
        (f"{STATIONS}?as_of=2023-99-99", 422),
        (f"{STATIONS}?cursor=zzzz", 400),
    ],
)
def test_what_cannot_be_asked_is_refused(lines: TestClient, address: str, status: int) -> None:
    assert lines.get(address).status_code == status


@pytest.mark.parametrize("name", ["5g.stations", "5G基站", "5G base stations", "建成5G基站"])
def test_an_indicator_is_found_by_each_of_its_names(lines: TestClient, name: str) -> None:
    text = lines.get(f"/indicators/{quote(name, safe='')}").text
    assert "<h1>5G基站</h1>" in text


def test_a_name_outside_the_catalogue_has_a_page(lines: TestClient) -> None:
    text = lines.get(f"/indicators/{quote('蓝顶小屋')}?lang=en").text
    assert '<h1 lang="zh-CN">蓝顶小屋</h1>' in text
    assert periods(text) == ["end of April 2024", "end of March 2024"]


def test_figures_that_may_be_of_another_thing_are_kept_apart(lines: TestClient) -> None:
    address = f"/indicators/{quote('技能人才')}"
    text = lines.get(address).text
    assert "2.1亿人" in text
    assert "12.5万人次" not in text
    assert f'href="{address}?written=1"' in text
    apart = lines.get(f"{address}?written=1").text
    assert "2.1亿人" not in apart
    assert "12.5万人次" in apart
    assert "/api/v1/series" not in apart


def test_each_figure_leads_to_its_sentence(lines: TestClient) -> None:
    text = lines.get(STATIONS).text
    assert 'href="/releases/november?at=15-18#at">超过330万个</a>' in text
    assert "截至11月底，5G基站总数超过330万个。" in text


def test_all_that_was_said_is_listed_and_revisions_are_marked(lines: TestClient) -> None:
    text = lines.get(STATIONS).text
    said = text.partition("<details>")[2].partition("</details>")[0]
    assert "各版本（2），有修订" in said
    assert re.findall(r'<time datetime="([^"]*)">', said) == ["2023-07-20", "2023-08-20"]
    assert re.findall(r">([\d.]+万个)</a>", said) == ["293.7万个", "290.1万个"]
    assert "修订前为 293.7万个" in said


def test_what_was_known_on_a_day_holds_no_later_revision(lines: TestClient) -> None:
    assert "修订前" not in lines.get(f"{STATIONS}?as_of=2023-07-31").text


def test_what_is_left_aside_is_a_link_that_keeps_the_other_choices(lines: TestClient) -> None:
    text = html.unescape(lines.get(f"{STATIONS}?order=oldest").text)
    for told in ("status=target", "measure=share"):
        assert f'href="{STATIONS}?{told}&order=oldest"' in text
    assert f'href="{STATIONS}?region={quote("浙江省")}&order=oldest"' in text


def test_the_same_data_is_linked_in_the_api(lines: TestClient) -> None:
    text = lines.get(f"{STATIONS}?status=actual&order=oldest").text
    found = re.search(r'href="(/api/v1/series[^"]*)"', text)
    assert found is not None
    answer = lines.get(html.unescape(found[1]))
    assert answer.status_code == 200
    assert len(answer.json()["points"]) == 5
    assert lines.get(html.unescape(found[1]) + "&vintages=true").status_code == 200


def test_releases_are_named_with_how_much_they_say(lines: TestClient) -> None:
    text = lines.get(STATIONS).text.partition('id="sources"')[2]
    titles = re.findall(r'href="/releases/(\w+)" lang="zh-CN"', text)
    assert titles == ["hostile", "november", "october", "july", "june"]
    assert "2 个数字" in text


def test_a_picture_does_not_bridge_gaps_and_marks_bounds_and_revisions(lines: TestClient) -> None:
    told = plot(lines.get(STATIONS).text)
    assert told["title"] == "5G基站（万个）"
    assert told["bars"] is False
    (stroke,) = told["strokes"]
    assert runs(stroke) == [
        ["2023-06-30", "2023-07-31"],
        ["2023-10-31", "2023-11-30"],
        ["2024-05-31"],
    ]
    dots = [dot for run in stroke["runs"] for dot in run]
    assert [dot["value"] for dot in dots] == [290.1, 305.5, 321.5, 330.0, 383.7]
    assert [dot["bound"] for dot in dots] == ["", "", "", "above", ""]
    assert [dot["revised"] for dot in dots] == [293.7, None, None, None, None]
    assert dots[3]["url"] == "/releases/november?at=15-18#at"
    assert "空缺处没有读到数字" in told["source"]


def test_months_and_what_is_accumulated_are_lines_of_their_own(lines: TestClient) -> None:
    told = plot(lines.get("/indicators/industry.value_added").text)
    strokes = {stroke["name"]: stroke for stroke in told["strokes"]}
    assert sorted(strokes) == ["当月", "累计"]
    assert runs(strokes["当月"]) == [["2023-06-30"], ["2023-08-31"]]
    assert runs(strokes["累计"])[-1] == ["2024-02-29"]
    assert strokes["累计"]["runs"][-1][0]["pair"] is True
    looks = [(each["colour"], each["symbol"], each["hatch"]) for each in told["strokes"]]
    assert len({part for look in looks for part in look}) == 6


@pytest.mark.parametrize(("status", "fact"), [("actual", True), ("target", False)])
def test_goals_are_told_from_facts(lines: TestClient, status: str, fact: bool) -> None:
    told = plot(lines.get(f"{STATIONS}?status={status}").text)
    assert [stroke["fact"] for stroke in told["strokes"]] == [fact]


def test_one_figure_is_no_picture(lines: TestClient) -> None:
    assert "data-plot" not in lines.get(f"{STATIONS}?region=浙江省").text


def test_the_picture_has_a_name_and_its_script_is_only_there(lines: TestClient) -> None:
    text = lines.get(f"{STATIONS}?lang=en").text
    assert 'role="img" aria-label="5G base stations (million), 5 points' in text
    assert "vendor/echarts.js" in text
    assert "vendor/echarts.js" not in lines.get("/indicators").text


@pytest.mark.parametrize(
    "acting",
    ["innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "Function(", 'renderMode: "html"'],
)
def test_the_script_of_pictures_makes_no_markup_and_no_code(acting: str) -> None:
    assert acting.encode() not in all_assets()["chart.js"].body


def test_nothing_of_a_release_becomes_markup(lines: TestClient) -> None:
    text = lines.get(STATIONS).text
    assert "<script>alert" not in text
    assert "\u202e" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&#34;\ufffd" in text
    (dot,) = plot(text)["strokes"][0]["runs"][-1]
    assert dot["told"][1].startswith(HOSTILE[:-1])


def test_a_script_is_given_rows_alone(lines: TestClient) -> None:
    part = lines.get(STATIONS, headers={"HX-Request": "true"}).text
    assert part.count('<th scope="row">') == 5
    assert "<form" not in part


def test_imported_tables_stand_beside_the_texts(tmp_path: Path) -> None:
    store = tmp_path / "told.db"
    line_store(store)
    table = tmp_path / "official.csv"
    table.write_text("指标,2023年6月末\n5G基站（万个）,293.7\n", "utf-8")
    for item in import_into(store, [table], date(2023, 7, 20)):
        assert isinstance(item, KeptTable)
    with Desk(tmp_path, store).serving() as client:
        text = client.get(STATIONS).text
    assert "导入的官方表格（1）" in text
    assert "official" in text.partition("导入的官方表格")[2]


def test_rows_follow_one_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jiedu.server.pages.indicator._PAGE", 2)
    line_store(tmp_path / "told.db")
    with Desk(tmp_path, tmp_path / "told.db").serving() as client:
        for order in ("newest", "oldest"):
            found: list[str] = []
            address = f"{STATIONS}?order={order}"
            while address:
                text = client.get(address).text
                found += periods(text)
                more = re.search(r'class="following"><td[^>]*><a href="([^"]*)"', text)
                address = html.unescape(more[1]) if more else ""
            assert len(set(found)) == len(found) == 5
            assert (found[0] == "2024年5月末") is (order == "newest")
