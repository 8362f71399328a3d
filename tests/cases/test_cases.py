"""Text in, figures out: every line of every table beside this file."""

from __future__ import annotations

import pytest
from compare import days, mistakes
from table import Case, known_gaps, load

from jiedu.model import CHANGES, Bound, Measure, Release, Status, digest
from jiedu.pipeline import process

CASES = load()
FIELDS = {
    "text",
    "indicator",
    "also",
    "measure",
    "value",
    "unit",
    "bound",
    "period",
    "basis",
    "status",
}
OPTIONAL_FIELDS = {"nth", "opt"}


def release(case: Case) -> Release:
    return Release(
        id=case.id,
        title=case.title,
        published=case.published,
        text=case.text,
        sha256=digest(case.text),
        region=case.region,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case) -> None:
    wrong = mistakes(case.text, case.expected(), process(release(case)).observations)
    if case.id in known_gaps():
        assert wrong, f"{case.id} is met now: take it off known_gaps.txt"
        return
    assert not wrong, "\n".join([case.text, *wrong])


def test_the_tables_are_well_formed() -> None:
    for case in CASES:
        assert case.text.strip(), case.id
        starts = [row.start for row in case.expected()]
        assert starts == sorted(set(starts)), f"{case.id}: rows in the order of the text, once each"
        for row in case.rows:
            where = f"{case.id}, {row['text']}"
            assert set(row) >= FIELDS, where
            assert set(row) <= FIELDS | OPTIONAL_FIELDS, where
            assert row["measure"] in set(Measure), where
            assert row["bound"] in set(Bound), where
            assert row["status"] in set(Status), where
            assert row["indicator"].strip(), where
            assert isinstance(row["value"], int | float), where
            assert isinstance(row["unit"], str), where
            days(row["period"])
            assert row["basis"] is None or row["measure"] in CHANGES, where


def test_ids_and_texts_are_unique() -> None:
    assert len({case.id for case in CASES}) == len(CASES)
    assert len({case.text for case in CASES}) == len(CASES)


def test_an_id_names_its_table() -> None:
    assert [case.id for case in CASES if not case.id.startswith(f"{case.file}-")] == []


def test_known_gaps_name_cases() -> None:
    assert known_gaps() <= {case.id for case in CASES}
