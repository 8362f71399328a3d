"""What could not be read is told at the end, kept in a list, and read again from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from shell import Shell

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "发布时间：2023-07-20\n上半年，电信业务收入增长6.2%。"


@pytest.fixture
def jiedu(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_the_rest_is_read_and_the_failed_are_read_again(jiedu: Shell) -> None:
    (jiedu.folder / "in").mkdir()
    jiedu.write("in/a.txt", GOOD)
    jiedu.write("in/b.pdf", b"%PDF-1.7\n")
    jiedu.write("in/c.html", "<p></p>")
    out, errors = jiedu("read", "in", "gone.txt", "--retry", "failed.txt", code=1)
    assert "6.2" in out
    told = errors[errors.index("3 of 4 could not be read:") :]
    assert [line.split(":")[0].strip() for line in told.splitlines()[1:4]] == [
        "in/b.pdf",
        "in/c.html",
        "gone.txt",
    ]
    assert "jiedu read --retry failed.txt" in told
    failed = jiedu.folder / "failed.txt"
    assert failed.read_text("utf-8") == "in/b.pdf\nin/c.html\ngone.txt\n"
    page = f"<h1>标题在此</h1><p>{GOOD}，其中云计算较快。</p>"
    jiedu.write("in/c.html", page)
    jiedu("read", "--retry", "failed.txt", code=1)
    assert failed.read_text("utf-8") == "in/b.pdf\ngone.txt\n"
    jiedu.write("in/b.pdf", page)  # what it is called is no matter
    jiedu.write("gone.txt", GOOD)
    jiedu("read", "--retry", "failed.txt")
    assert failed.read_text("utf-8") == ""
    jiedu("read", "--retry", "failed.txt")


def test_one_that_fails_alone_is_told_once(jiedu: Shell) -> None:
    _, errors = jiedu("read", "gone.txt", code=1)
    assert errors.count("gone.txt") == 1


def test_without_a_list_it_says_that_there_may_be_one(jiedu: Shell) -> None:
    _, errors = jiedu("read", "gone.txt", "gone too.txt", code=1)
    assert "2 of 2 could not be read" in errors
    assert "--retry FILE" in errors


def test_a_broken_line_is_retried_by_its_collection(jiedu: Shell) -> None:
    jiedu.write("c.jsonl", '{"id": "a"}\n{"id": "b"}\n')
    _, errors = jiedu("read", "c.jsonl", "--retry", "failed.txt", code=1)
    assert "c.jsonl:2: the line has no text" in errors
    assert (jiedu.folder / "failed.txt").read_text("utf-8") == "c.jsonl\n"


def test_the_input_cannot_be_read_again(jiedu: Shell) -> None:
    jiedu("read", "-", "gone.txt", "--retry", "failed.txt", code=1)
    assert (jiedu.folder / "failed.txt").read_text("utf-8") == "gone.txt\n"


def test_a_call_without_a_source_is_wrong(jiedu: Shell) -> None:
    _, errors = jiedu("read", code=2)
    assert "name at least one" in errors


def test_a_list_that_is_none_is_named(jiedu: Shell) -> None:
    jiedu.write("failed.txt", b"\xff\xfe\x00")
    _, errors = jiedu("read", "--retry", "failed.txt", code=1)
    assert "the list cannot be read" in errors
