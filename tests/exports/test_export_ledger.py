"""The ledger as files: the same columns and rows in every form."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook

from jiedu.exports import MEASURES, ExportError, ExportFormat, write
from jiedu.model import (
    LEDGER_FIELDS,
    Commitment,
    Entry,
    Evidence,
    LedgerRow,
    Outcome,
    Promise,
    Span,
    State,
    ledger_rows,
)

if TYPE_CHECKING:
    from pathlib import Path

GOAL = Commitment(Span(3, 20), "=建成", "5G基站", None, "2025", (12, 17), None, "张明")
PROMISE = Promise("a", date(2024, 3, 5), "问答", None, "江苏省", GOAL, "=建成5G基站", "句。", ())
REACHED = Outcome(
    12, State.ACHIEVED, Decimal("112.5"), (Evidence("b", Span(1, 4), "@已建成。"),), "450 ≥ 400"
)
WAITING = Outcome(17, State.ANNOUNCED, None, (), "no release since speaks of it")
ROWS = list(ledger_rows(Entry(PROMISE, (REACHED, WAITING))))


def from_csv(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def from_jsonl(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def from_xlsx(path: Path) -> list[dict[str, Any]]:
    heading, *rows = load_workbook(path)["measures"].iter_rows(values_only=True)
    return [dict(zip(map(str, heading), row, strict=True)) for row in rows]


def from_parquet(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return rows


FORMS: dict[ExportFormat, tuple[Any, Any, Any, Any]] = {
    # how it is read, then published, percent and the clause of the first row
    ExportFormat.CSV: (from_csv, "2024-03-05", "112.5", "'=建成5G基站"),
    ExportFormat.JSONL: (from_jsonl, "2024-03-05", "112.5", "=建成5G基站"),
    ExportFormat.XLSX: (from_xlsx, datetime(2024, 3, 5), 112.5, "'=建成5G基站"),
    ExportFormat.PARQUET: (from_parquet, date(2024, 3, 5), 112.5, "=建成5G基站"),
}


@pytest.mark.parametrize("form", FORMS)
def test_one_row_an_outcome(form: ExportFormat, tmp_path: Path) -> None:
    read, published, percent, text = FORMS[form]
    path = tmp_path / f"measures.{form}"
    assert write(ROWS, path, form, MEASURES) == 2
    first, second = read(path)
    assert tuple(first) == LEDGER_FIELDS
    assert (first["published"], first["percent"], first["text"]) == (published, percent, text)
    assert (first["outcome"], second["outcome"]) == ("achieved", "announced")
    assert (first["targets"], str(first["target"]), str(second["target"])) == ("12 17", "12", "17")
    assert not second["evidence_release"]


def test_a_row_has_the_first_place_of_evidence() -> None:
    first, second = ROWS
    assert (first.evidence_release, first.evidence_start, first.evidence_end) == ("b", 1, 4)
    assert first.evidence_sentence == "@已建成。"
    assert (second.evidence_release, second.evidence_sentence) == (None, None)


@pytest.mark.parametrize("name", ["object", "owner", "instrument", "reason", "evidence_sentence"])
def test_no_text_becomes_a_formula(name: str, tmp_path: Path) -> None:
    slots: dict[str, Any] = {name: "=HYPERLINK(1)"}
    row: LedgerRow = replace(ROWS[0], **slots)
    write([row], tmp_path / "m.csv", ExportFormat.CSV, MEASURES)
    write([row], tmp_path / "m.xlsx", ExportFormat.XLSX, MEASURES)
    assert from_csv(tmp_path / "m.csv")[0][name] == "'=HYPERLINK(1)"
    assert from_xlsx(tmp_path / "m.xlsx")[0][name] == "'=HYPERLINK(1)"


def test_sdmx_holds_no_measures(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="not measures"):
        write(ROWS, tmp_path / "m.csv", ExportFormat.SDMX_CSV, MEASURES)
    assert not list(tmp_path.iterdir())
