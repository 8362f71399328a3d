"""Every question of the API by table, and the same figures as the command line prints."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from desk import API, INTERVIEW

from jiedu.exports.answer_rows import HIT_FIELDS
from jiedu.exports.rows import COMMITMENT_FIELDS, reading_rows
from jiedu.model import FIELDS, FINDING_FIELDS, LEDGER_FIELDS, Reading
from jiedu.store import View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.testclient import TestClient

READ = [
    ("/releases?limit=2", 2),
    ("/releases?publisher=工业和信息化部&until=2023-07-31", None),
    ("/releases?since=2100-01-01", 0),
    ("/releases?region=全国&limit=500", None),
    ("/observations?limit=3", 3),
    (f"/observations?release={INTERVIEW}&measure=growth&limit=5", 5),
    ("/observations?indicator=5G基站&status=actual&sure=0.5", None),
    ("/observations?region=nowhere", 0),
    ("/observations?period=2023-01/2023-06&basis=yoy&limit=2", 2),
    ("/observations?as_of=1999-01-01", 0),
    ("/commitments?limit=4", 4),
    (f"/commitments?release={INTERVIEW}&targets=true", None),
    ("/commitments?status=announced&limit=1", 1),
    ("/commitments?owner=nobody", 0),
    ("/commitments?as_of=1999-01-01", 0),
    ("/findings?limit=2", 2),
    ("/findings?verdict=holds&limit=1", 1),
    ("/findings?rule=nothing", 0),
    (f"/findings?release={INTERVIEW}&later=true&limit=1", 1),
    ("/search?words=5G&limit=3", None),
    ("/search?words=没有这样的话", 0),
]


def items(client: TestClient, path: str) -> list[dict[str, Any]]:
    response = client.get(API + path)
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()["items"]
    return found


def pages(client: TestClient, path: str) -> Iterator[dict[str, Any]]:
    cursor = ""
    while True:
        page = client.get(f"{API}{path}{cursor}").json()
        yield from page["items"]
        if page["next"] is None:
            return
        cursor = f"&cursor={page['next']}"


@pytest.mark.parametrize(("path", "count"), READ)
def test_lists(client: TestClient, path: str, count: int | None) -> None:
    found = items(client, path)
    assert len(found) == count if count is not None else found


def test_figures_are_those_of_the_command_line(client: TestClient, samples: Path) -> None:
    view = View(samples)
    reading = Reading(view.release(INTERVIEW), (), (), view.observations(INTERVIEW), ())
    told = list(pages(client, f"/observations?release={INTERVIEW}&limit=7"))
    rows = reading_rows(reading)
    assert [tuple(row) for row in told] == [FIELDS] * len(rows)
    for row, expected in zip(told, rows, strict=True):
        assert row["value"] == f"{expected['value'].normalize():f}"
        assert row["published"] == expected["published"].isoformat()
        for name in set(FIELDS) - {"value", "published"}:
            assert row[name] == expected[name]


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/commitments?limit=1", (*COMMITMENT_FIELDS, "region", "outcomes")),
        ("/search?words=5G&limit=1", HIT_FIELDS),
        ("/observations?limit=1", FIELDS),
    ],
)
def test_names_of_fields(client: TestClient, path: str, fields: tuple[str, ...]) -> None:
    assert tuple(items(client, path)[0]) == fields


@pytest.mark.parametrize(
    "path",
    ["/releases?", "/observations?sure=0.9&", "/commitments?", "/findings?", "/search?words=5G&"],
)
def test_pages_are_the_list_cut_up(client: TestClient, path: str) -> None:
    largest = 100 if "search" in path else 500
    whole = list(pages(client, f"{path}limit={largest}"))
    assert len(whole) > 3
    assert list(pages(client, f"{path}limit=3")) == whole


def test_findings_of_one_release_are_those_of_all(client: TestClient) -> None:
    whole = list(pages(client, "/findings?limit=500"))
    for later in ("false", "true"):
        every = list(pages(client, f"/findings?limit=500&later={later}"))
        mine = list(pages(client, f"/findings?limit=2&later={later}&release={INTERVIEW}"))
        assert mine == [row for row in every if row["claim"]["release"] == INTERVIEW]
        assert mine
    assert len(whole) > len(mine)


def test_one_release_and_its_text(client: TestClient, samples: Path) -> None:
    release = View(samples).release(INTERVIEW)
    told = client.get(f"{API}/releases/{INTERVIEW}").json()
    assert told["sha256"] == release.sha256
    assert told["characters"] == len(release.text)
    assert told["observations"] == len(View(samples).observations(INTERVIEW))
    assert [version["sha256"] for version in told["versions"]] == [release.sha256]
    assert client.get(f"{API}/releases/{INTERVIEW}/text").json()["text"] == release.text
    part = client.get(f"{API}/releases/{INTERVIEW}/text?start=10&end=20").json()
    assert part["text"] == release.text[10:20]


def test_a_figure_stands_where_it_is_said_to(client: TestClient) -> None:
    text = client.get(f"{API}/releases/{INTERVIEW}/text").json()["text"]
    for row in pages(client, f"/observations?release={INTERVIEW}&limit=100"):
        assert row["text"].startswith(text[row["start"] : row["end"]])
        assert text[row["start"] : row["end"]] in row["sentence"]


def test_a_series_and_what_was_known(client: TestClient) -> None:
    every = client.get(f"{API}/series?indicator=5G基站&vintages=true").json()
    whole = client.get(f"{API}/series?indicator=5G基站").json()
    assert whole["indicator"] == "5g.stations"
    first = min(point["published"] for point in every["points"])
    then = client.get(f"{API}/series?indicator=5G基站&as_of={first}").json()
    assert {point["published"] for point in then["points"]} == {first}
    assert then["points"] != whole["points"]
    assert len(every["points"]) >= len(whole["points"])


def test_an_answer_is_cited_or_none(client: TestClient) -> None:
    told = client.get(f"{API}/ask?question=2023年6月末5G基站有多少").json()
    assert told["value"] == "2937000"
    assert told["observations"][0]["sentence"]
    none = client.get(f"{API}/ask?question=月球上有多少兔子").json()
    assert none["answer"] is None


@pytest.mark.parametrize(
    ("what", "fields"),
    [("observations", FIELDS), ("commitments", LEDGER_FIELDS), ("findings", FINDING_FIELDS)],
)
def test_exports(client: TestClient, what: str, fields: tuple[str, ...]) -> None:
    table = client.get(f"{API}/exports/{what}?format=csv")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in table.headers["content-disposition"]
    rows = list(csv.reader(io.StringIO(table.text)))
    assert tuple(rows[0]) == fields
    lines = client.get(f"{API}/exports/{what}?format=jsonl").text.splitlines()
    assert len(lines) == len(rows) - 1 > 0
    assert tuple(json.loads(lines[0])) == fields


def test_an_export_of_then(client: TestClient) -> None:
    told = client.get(f"{API}/exports/observations?format=jsonl&as_of=1999-01-01")
    assert told.text == ""


def test_every_field_is_described(client: TestClient) -> None:
    document = client.get(f"{API}/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    for name, schema in document["components"]["schemas"].items():
        for field, slot in schema.get("properties", {}).items():
            assert slot.get("description"), (name, field)
    for path, methods in document["paths"].items():
        for operation in methods.values():
            assert operation["summary"], path
            for parameter in operation.get("parameters", []):
                assert parameter.get("description"), (path, parameter["name"])


@pytest.mark.parametrize("path", ["/healthz", f"{API}/releases", f"{API}/exports/findings"])
def test_heads(client: TestClient, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers.get("etag") == whole.headers.get("etag")
    assert client.head("/nothing").status_code == 404


def test_the_server_says_that_it_lives(client: TestClient) -> None:
    assert client.get("/healthz").json()["status"] == "ok"
