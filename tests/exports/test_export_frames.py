"""Arrow tables, frames and Parquet."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import record, records

from jiedu.exports import ExportFormat, MissingError, frames, to_arrow, to_pandas, to_polars, write
from jiedu.exports.arrow import batches
from jiedu.model import FIELDS, Record


@given(st.lists(records, max_size=3))
def test_any_records_come_back_from_parquet(made: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.parquet"
        assert write(made, path, ExportFormat.PARQUET) == len(made)
        rows = pq.read_table(path).to_pylist()
    for row in rows:
        row["value"] = Decimal(row.pop("value_text"))
    assert [Record(**row) for row in rows] == made


def test_a_table_has_the_fields_and_every_digit() -> None:
    value = Decimal("33.333333333333333333333333333")
    table = to_arrow([record(value=value)])
    assert table.column_names == [*FIELDS, "value_text"]
    assert table.schema.field("published").type == pa.date32()
    row = table.to_pylist()[0]
    assert (row["value"], row["value_text"]) == (float(value), str(value))


def test_a_value_beyond_the_range_of_doubles_is_missing_not_wrong() -> None:
    row = to_arrow([record(value=Decimal("1E+400"))]).to_pylist()[0]
    assert (row["value"], row["value_text"]) == (None, "1" + "0" * 400)


def test_figures_stream_in_batches() -> None:
    sizes = [batch.num_rows for batch in batches((record() for _ in range(5)), size=2)]
    assert sizes == [2, 2, 1]


def test_parquet_is_read_by_duckdb(tmp_path: Path) -> None:
    path = tmp_path / "figures.parquet"
    write([record(), record(value=Decimal("-0.4"))], path, ExportFormat.PARQUET)
    found = duckdb.execute(f"SELECT sum(value_text::DECIMAL(20, 2)) FROM '{path}'").fetchall()
    assert found == [(Decimal("2936999.60"),)]


def test_frames_have_the_same_columns() -> None:
    made = [record(), record(region="江苏省", confidence=None)]
    pandas, polars = to_pandas(made), to_polars(made)
    assert list(pandas.columns) == list(polars.columns) == [*FIELDS, "value_text"]
    assert pandas["start"].tolist() == polars["start"].to_list() == [11, 11]
    assert polars["region"].to_list() == [None, "江苏省"]
    assert str(pandas["published"].dtype) == "date32[day][pyarrow]"


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(frames, "import_module", missing)
    with pytest.raises(
        MissingError, match=r'polars is not installed; pip install "jiedu\[frames\]"'
    ):
        to_polars([record()])
