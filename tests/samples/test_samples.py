"""The releases that ship with the package."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from jiedu.model import Release, digest
from jiedu.pipeline import process
from jiedu.samples import samples_path, samples_text

FIELDS = {"id", "title", "date", "publisher", "region", "url", "text"}
RECORDS: list[dict[str, Any]] = [json.loads(line) for line in samples_text().splitlines()]

each = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["id"])


def release(record: dict[str, Any]) -> Release:
    return Release(
        id=record["id"],
        title=record["title"],
        published=date.fromisoformat(record["date"]),
        text=record["text"],
        sha256=digest(record["text"]),
        publisher=record["publisher"],
        region=record["region"],
        url=record["url"],
    )


def test_the_path_holds_the_text() -> None:
    with samples_path() as path:
        assert path.read_text(encoding="utf-8") == samples_text()


def test_there_are_enough_to_show() -> None:
    assert len(RECORDS) >= 14


@pytest.mark.parametrize("field", ["id", "title", "text"])
def test_nothing_is_said_twice(field: str) -> None:
    values = [record[field] for record in RECORDS]
    assert len(set(values)) == len(values)


@each
def test_fields(record: dict[str, Any]) -> None:
    assert set(record) == FIELDS
    assert record["id"].startswith("sample-")
    assert record["publisher"]
    assert record["url"] is None
    assert record["region"] is None or record["region"] in record["text"]
    assert record["text"].splitlines()[0] == record["title"]
    assert record["text"] == record["text"].strip()
    assert 250 <= len(record["text"]) <= 900


@each
def test_date_is_in_the_years_covered(record: dict[str, Any]) -> None:
    assert date(2022, 1, 1) <= date.fromisoformat(record["date"]) <= date(2026, 12, 31)


@each
def test_every_sample_holds_figures(record: dict[str, Any]) -> None:
    assert len(process(release(record)).observations) >= 6


def test_one_indicator_makes_a_line() -> None:
    points = {
        observation.period: observation.value
        for record in RECORDS
        for observation in process(release(record)).observations
        if "5G基站" in observation.indicator and observation.unit == "个"
        if observation.measure == "level" and observation.value > 2_000_000
    }
    assert len(points) >= 6
