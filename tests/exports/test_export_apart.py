"""The SQL of strangers, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from made import record

from jiedu.exports import ExportError, QueryError, query, query_apart, write_snapshot
from jiedu.exports.apart import LATE
from jiedu.exports.queries import MORE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_snapshot([record(release=name) for name in "abc"], tmp_path / "snapshot")
    return tmp_path / "snapshot"


def test_the_answer_is_that_of_a_query_here(folder: Path) -> None:
    sql = "SELECT * FROM figures ORDER BY release"
    for limit in (2, 3):
        here, apart = query(folder, sql, limit), query_apart(folder, sql, limit)
        assert apart.equals(here, check_metadata=True)
    assert MORE in query_apart(folder, sql, 2).schema.metadata


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("SELEC 1", "Parser Error.*write one SELECT"),
        ("SELECT * FROM read_csv('/etc/passwd')", "a query sees the table figures and nothing"),
        ("SET threads = 1", "SET is not allowed"),
    ],
)
def test_what_is_refused_is_refused_in_the_same_words(sql: str, words: str, folder: Path) -> None:
    with pytest.raises(QueryError, match=words):
        query_apart(folder, sql)


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limit")
@pytest.mark.parametrize(
    "sql",
    [
        # one step each, at which DuckDB does not look at its own limit
        "SELECT length(repeat('a', 3000000000))",
        "SELECT length(repeat(indicator, 400000000)) FROM figures",
    ],
)
def test_one_step_gets_no_more_memory_than_the_process_may(sql: str, folder: Path) -> None:
    with pytest.raises(QueryError, match=r"(?i)memory.*ask for less"):
        query_apart(folder, sql, seconds=10)


def test_one_step_gets_no_more_time_than_the_process_may(folder: Path) -> None:
    """It takes half a minute, in which DuckDB cannot be interrupted."""
    sql = "SELECT levenshtein(repeat(release, 100000), repeat('d', 100000)) FROM figures"
    begun = monotonic()
    with pytest.raises(QueryError, match=r"longer than 0.5 seconds; ask for less"):
        query_apart(folder, sql, seconds=0.5)
    assert monotonic() - begun < 6


def test_the_process_ends_whatever_it_does_when_its_time_is_over() -> None:
    script = "from jiedu.exports.asked import _stop_after; _stop_after(0.2)\nwhile True: pass"
    done = subprocess.run([sys.executable, "-c", script], timeout=30, check=False)
    assert done.returncode == LATE


def test_no_snapshot(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="holds no snapshot"):
        query_apart(tmp_path, "SELECT 1")
