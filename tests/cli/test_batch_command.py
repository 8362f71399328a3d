"""``jiedu batch`` as a user calls it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from shell import Shell

from jiedu.samples import samples_path

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def jiedu(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def samples() -> str:
    with samples_path() as path:
        return path.read_text("utf-8")


def test_results_and_store_say_the_same(jiedu: Shell) -> None:
    source = jiedu.write("x.jsonl", samples())
    arguments = ["batch", source, "--into", "out", "--workers", "1", "--store"]
    out, errors = jiedu(*arguments)
    assert out.startswith("out: 21 releases; ")
    assert "21 releases in the store, 21 of them new or changed" in errors
    batch = jiedu("export", "a.jsonl"), (jiedu.folder / "a.jsonl").read_text("utf-8")
    jiedu.store = jiedu.folder / "other.db"
    jiedu("read", source, "--format", "jsonl")
    jiedu("export", "b.jsonl")
    assert batch[1] == (jiedu.folder / "b.jsonl").read_text("utf-8")


def test_a_second_run_changes_nothing_in_the_store(jiedu: Shell) -> None:
    source = jiedu.write("x.jsonl", samples())
    arguments = ["batch", source, "--into", "out", "--workers", "0", "--store"]
    jiedu(*arguments)
    assert "21 releases in the store, 0 of them new or changed" in jiedu(*arguments)[1]


def test_rows_for_programs(jiedu: Shell) -> None:
    source = jiedu.write("x.jsonl", samples())
    out, _ = jiedu("batch", source, "--into", "out", "--workers", "0", "--format", "json")
    (told,) = json.loads(out)
    assert (told["releases"], told["failures"]) == (21, 0)


def test_failures_are_said_and_the_rest_is_there(jiedu: Shell) -> None:
    source = jiedu.write("x.jsonl", samples() + "no json\n")
    out, errors = jiedu("batch", source, "--into", "out", "--workers", "0", code=1)
    assert "21 releases" in out
    assert "1 text failed" in errors


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["x.jsonl"], 2, "into"),
        (["x.jsonl", "--into", "out", "--scheduler", "tcp://x:1"], 2, "--engine dask"),
        (["x.jsonl", "--into", "out", "--published", "soon"], 2, "--published"),
        (["x.jsonl", "--into", "x.jsonl", "--workers", "0"], 1, "cannot be written"),
        (["gone.jsonl", "--into", "out", "--workers", "0"], 1, "1 text failed"),
    ],
)
def test_wrong_calls(jiedu: Shell, arguments: list[str], code: int, words: str) -> None:
    jiedu.write("x.jsonl", samples())
    assert words in jiedu("batch", *arguments, code=code)[1]
