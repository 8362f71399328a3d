"""Snapshots and SQL over them."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date
from decimal import Decimal
from time import monotonic
from typing import TYPE_CHECKING

import duckdb
import pyarrow.parquet as pq
import pytest
from made import record

from jiedu.exports import ExportError, QueryError, query, write_snapshot
from jiedu.exports.queries import MORE, _connect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jiedu.model import Record


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = [
        record(release="a", published=date(2023, 7, 20), value=Decimal(100)),
        record(release="b", published=date(2024, 1, 20), value=Decimal(101)),
        record(release="c", published=date(2024, 7, 20), value=Decimal(102)),
        record(release="d", published=date(2023, 7, 21), value=Decimal(7), period="2023"),
        record(release="e", published=date(2023, 7, 21), value=Decimal(8), period=None),
    ]
    write_snapshot(made, tmp_path / "snapshot")
    return tmp_path / "snapshot"


def test_a_snapshot_is_a_file_and_what_is_said_of_it(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["figures"] == 5
    assert pq.read_metadata(folder / manifest["file"]).num_rows == 5
    assert sorted(path.name for path in folder.iterdir()) == [manifest["file"], "manifest.json"]


def test_a_new_snapshot_takes_the_place_of_the_old(folder: Path) -> None:
    snapshot = write_snapshot([record()], folder)
    assert query(folder, "SELECT count(*) AS n FROM figures").to_pylist() == [{"n": 1}]
    assert sorted(path.name for path in folder.iterdir()) == [snapshot.file, "manifest.json"]


def test_the_old_snapshot_stays_where_the_new_one_breaks(folder: Path) -> None:
    def failing() -> Iterator[Record]:
        yield record()
        raise RuntimeError

    before = sorted(folder.iterdir())
    with pytest.raises(RuntimeError):
        write_snapshot(failing(), folder)
    assert sorted(folder.iterdir()) == before
    assert query(folder, "SELECT count(*) AS n FROM figures").to_pylist() == [{"n": 5}]


def test_rows_come_with_their_types(folder: Path) -> None:
    found = query(folder, "SELECT published, value, value_text FROM figures WHERE release = 'a'")
    assert found.to_pylist() == [
        {"published": date(2023, 7, 20), "value": 100.0, "value_text": "100"}
    ]


@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("2023-07-19", []),
        ("2023-07-20", [100]),
        ("2024-01-19", [7, 100]),
        ("2024-01-20", [7, 101]),
        ("2025-01-01", [7, 102]),
    ],
)
def test_as_of_tells_what_was_known_on_a_day(day: str, known: list[int], folder: Path) -> None:
    found = query(folder, f"SELECT value FROM as_of('{day}') ORDER BY value")
    assert found["value"].to_pylist() == known
    by_hand = query(
        folder,
        f"""SELECT value FROM figures
            WHERE published <= DATE '{day}' AND period IS NOT NULL
            QUALIFY published = max(published) OVER (PARTITION BY indicator_id, period)
            ORDER BY value;""",
    )
    assert by_hand["value"].to_pylist() == known


def test_rows_beyond_the_limit_are_said_to_be_left_out(folder: Path) -> None:
    whole = query(folder, "SELECT * FROM figures", limit=5)
    assert whole.num_rows == 5
    assert MORE not in (whole.schema.metadata or {})
    part = query(folder, "SELECT * FROM figures", limit=4)
    assert part.num_rows == 4
    assert MORE in part.schema.metadata


def test_an_endless_answer_is_read_no_further_than_the_limit(folder: Path) -> None:
    assert query(folder, "SELECT * FROM range(1000000000000)", limit=3).num_rows == 3


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_blob('{file}')",
        "SELECT * FROM read_parquet('{file}')",
        "SELECT * FROM parquet_metadata('{file}')",
        "SELECT * FROM '{file}'",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM sniff_csv('/etc/passwd')",
        "SELECT * FROM query('SELECT * FROM read_csv(''/etc/passwd'')')",
        "SELECT * FROM read_csv('https://example.org/a.csv')",
        "SELECT * FROM duckdb_secrets()",
        "SELECT getenv('HOME')",
        "SELECT * FROM made",
        "COPY figures TO '{folder}/out.csv'",
        "COPY figures TO '{file}'",
        "WITH t AS (COPY figures TO '{folder}/out.csv') SELECT 1",
        "EXPORT DATABASE '{folder}/out'",
        "ATTACH '{folder}/out.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET threads = 1",
        "SET enable_external_access = true",
        "RESET lock_configuration",
        "SET VARIABLE a = 1",
        "PRAGMA database_list",
        "CALL pragma_version()",
        "CREATE TABLE t (a INTEGER)",
        "CREATE MACRO as_of(day) AS TABLE SELECT 1",
        "DROP VIEW figures",
        "INSERT INTO figures SELECT * FROM figures",
        "DELETE FROM figures",
        "SELECT 1; SELECT 2",
        "SELECT 1; SET threads = 1",
        "BEGIN",
        "EXPLAIN ANALYZE SELECT 1",
        "",
        "-- nothing",
        ";",
    ],
)
def test_a_query_only_reads_the_snapshot(sql: str, folder: Path) -> None:
    made = [record()]  # no query sees the variables of the program
    file = next(folder.glob("*.parquet"))
    before = file.read_bytes()
    with pytest.raises(QueryError) as error:
        query(folder, sql.format(file=file, folder=folder))
    assert error.value.hint
    assert file.read_bytes() == before
    assert len(list(folder.iterdir())) == 2
    assert len(made) == 1


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("SELEC 1", 'Parser Error: syntax error at or near "SELEC"; write one SELECT'),
        ("SELECT nope FROM figures", 'Binder Error: Referenced column "nope" not found'),
        ("SELECT * FROM nope", "Table with name nope does not exist! .*the table is figures"),
        ("SELECT 1; SELECT 2", "there is 2 statements in it"),
        ("", "there is no statement in it"),
        ("SET threads = 1", "SET is not allowed; write one SELECT"),
        ("SELECT CAST('a' AS INTEGER)", "Conversion Error: Could not convert string 'a'"),
        ("SELECT ?", "Values were not provided"),
        ("SELECT '\ud800'", "it holds half a surrogate pair"),
        # found only after thousands of rows have been handed over
        (
            "SELECT CAST(if(range > 50000, 'a', '1') AS INTEGER) FROM range(100000)",
            "Conversion Error: Could not convert string 'a'",
        ),
    ],
)
def test_wrong_sql_is_explained(sql: str, words: str, folder: Path) -> None:
    with pytest.raises(QueryError, match=words):
        query(folder, sql, limit=1_000_000)


def test_a_query_has_only_so_much_time(folder: Path) -> None:
    begun = monotonic()
    with pytest.raises(QueryError, match=r"took longer than 0.2 seconds; ask for less"):
        query(
            folder,
            "SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b",
            seconds=0.2,
        )
    assert monotonic() - begun < 5


def test_so_much_time_holds_while_rows_come_too(folder: Path) -> None:
    with pytest.raises(QueryError, match=r"took longer than 0.2 seconds; ask for less"):
        query(folder, "SELECT range FROM range(1000000000000)", limit=10**12, seconds=0.2)


def test_a_query_has_only_so_much_memory(folder: Path) -> None:
    with pytest.raises(QueryError, match=r"Out of Memory.*ask for less"):
        query(folder, "SELECT list(range) FROM range(1000000000)")


def test_a_query_has_only_so_many_threads(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 64)
    found = query(folder, "SELECT current_setting('threads') AS n")
    assert found.to_pylist() == [{"n": 4}]


@pytest.mark.parametrize(
    "setting",
    [
        "memory_limit = '100GB'",
        "threads = 64",
        "enable_external_access = true",
        "lock_configuration = false",
        "python_enable_replacements = true",
        "temp_directory = '/tmp'",
        "allowed_paths = ['/etc/passwd']",
        "autoload_known_extensions = true",
    ],
)
def test_nothing_can_be_set_once_a_query_runs(setting: str, folder: Path) -> None:
    """Not even by a statement that would get past the check that it is a SELECT."""
    path = next(folder.glob("*.parquet"))
    with closing(_connect(path)) as connection, pytest.raises(duckdb.Error, match="locked"):
        connection.execute(f"SET {setting}")


def test_no_statement_reaches_another_file(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n")
    path = next(folder.glob("*.parquet"))
    with closing(_connect(path)) as connection:
        for sql in (
            f"SELECT * FROM read_csv('{tmp_path}/secret.csv')",
            f"COPY (SELECT 1) TO '{tmp_path}/out.csv'",
            f"ATTACH '{tmp_path}/out.db'",
        ):
            with pytest.raises(duckdb.PermissionException):
                connection.execute(sql)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["secret.csv", "snapshot"]


def test_a_limit_below_nought(folder: Path) -> None:
    with pytest.raises(QueryError, match="a limit of -1 rows makes no sense"):
        query(folder, "SELECT 1", limit=-1)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT date_trunc('month', published), strftime(published, '%Y') FROM figures",
        "SELECT median(value), quantile_cont(value, 0.9) FROM figures",
        "SELECT sum(value_text::DECIMAL(38, 10)) FROM figures",
        "SELECT indicator FROM figures WHERE sentence SIMILAR TO '.*基站.*'",
        "WITH a AS (FROM figures) SELECT count(*) FROM a JOIN as_of('2024-01-01') USING (release)",
        "DESCRIBE figures",
        "SHOW TABLES",
    ],
)
def test_what_analysts_ask(sql: str, folder: Path) -> None:
    assert query(folder, sql).num_rows


def test_a_file_in_the_way_of_a_snapshot(tmp_path: Path) -> None:
    (tmp_path / "snapshot").write_text("")
    with pytest.raises(ExportError, match="a file stands in its way"):
        write_snapshot([record()], tmp_path / "snapshot")


def test_no_snapshot(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="holds no snapshot; write one first"):
        query(tmp_path, "SELECT 1")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"layout": 99}, "is of jiedu .*; update jiedu"),
        ({"file": "../../../etc/passwd"}, "names no file of a snapshot"),
        ({"bytes": 1}, "is damaged; write the snapshot anew"),
        ({"file": "figures-0000000000000000.parquet"}, "is missing; write the snapshot anew"),
        ({"more": 1}, "is no manifest"),
        ({"file": 3}, "is no manifest"),
        ({"layout": "1"}, "is no manifest"),
    ],
)
def test_a_manifest_is_not_believed_blindly(
    change: dict[str, object], words: str, folder: Path
) -> None:
    manifest = folder / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text("utf-8")), **change}))
    with pytest.raises(ExportError, match=words):
        query(folder, "SELECT 1")


@pytest.mark.parametrize("text", ["", "[]", "3", "null", "{", "\x80"])
def test_a_broken_manifest(text: str, folder: Path) -> None:
    (folder / "manifest.json").write_text(text, "latin-1")
    with pytest.raises(ExportError, match=r"cannot be read|is no manifest"):
        query(folder, "SELECT 1")


def test_a_file_damaged_in_its_middle(tmp_path: Path) -> None:
    snapshot = write_snapshot((record(release=str(i * 7919)) for i in range(5000)), tmp_path)
    file = tmp_path / snapshot.file
    whole = file.read_bytes()
    file.write_bytes(whole[:1000] + b"U" * 5000 + whole[6000:])
    with pytest.raises(ExportError, match="is damaged; write the snapshot anew"):
        query(tmp_path, "SELECT sum(length(release)) FROM figures")


def test_a_damaged_file_of_the_right_size(folder: Path) -> None:
    file = next(folder.glob("*.parquet"))
    file.write_bytes(b"\0" * file.stat().st_size)
    with pytest.raises(ExportError, match="is damaged"):
        query(folder, "SELECT * FROM figures")
