from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from jiedu.exports.comparison_rows import DIFF_FIELDS

if TYPE_CHECKING:
    from pathlib import Path

OLD = (
    "上半年通信业情况\n截至6月底，5G基站总数达293.7万个。上半年，电信业务收入同比增长6.2%。\n"
    "下一步，加快实施“信号升格”专项行动。建设标杆工厂20个。\n"
)
NEW = (
    "上半年通信业情况\n截至6月底，5G基站总数达391.7万个。上半年，电信业务收入同比增长3.0%。\n"
    "下一步，稳步实施“信号升格”专项行动。推动发展新质生产力。\n"
)


class Shell:
    """Runs jiedu as a user does, over a store with two half-years."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "old.txt").write_text(OLD, "utf-8")
        (folder / "new.txt").write_text(NEW, "utf-8")

    def __call__(self, *arguments: str, code: int = 0) -> tuple[str, str]:
        command = [sys.executable, "-m", "jiedu", "--store", "store.db", *arguments]
        done = subprocess.run(command, capture_output=True, check=False, cwd=self.folder)
        out, errors = done.stdout.decode(), done.stderr.decode()
        assert done.returncode == code, (out, errors)
        assert "Traceback" not in errors
        return out, errors


@pytest.fixture(scope="module")
def jiedu(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    shell = Shell(tmp_path_factory.mktemp("diff"))
    shell("read", "old.txt", "--published", "2023-07-20")
    shell("read", "new.txt", "--published", "2024-07-20")
    return shell


def test_a_table_for_people(jiedu: Shell) -> None:
    out, errors = jiedu("diff", "old", "new")
    assert not errors
    for words in (
        "+98万个",
        "+33.4%",
        "-3.2 pp",
        "▼ 加快 → 稳步",
        "新质生产力",
        "dropped measures",
    ):
        assert words in out


def test_rows_for_programs(jiedu: Shell) -> None:
    rows = json.loads(jiedu("diff", "old", "new", "--format", "json")[0])
    assert all(tuple(row) == DIFF_FIELDS for row in rows)
    assert {row["section"] for row in rows} >= {"figure", "measure", "wording"}
    growth = next(row for row in rows if row["difference"] == -3.2)
    assert (growth["old_value"], growth["new_value"]) == (6.2, 3.0)
    assert (growth["old_period"], growth["new_period"]) == ("2023-01/2023-06", "2024-01/2024-06")
    assert OLD[growth["old_start"] : growth["old_end"]] == "6.2"
    assert growth["old_text"] in OLD
    shifted = next(row for row in rows if row["shift"])
    assert shifted["shift"] == "weaker"
    assert NEW[shifted["new_start"] : shifted["new_end"]] == shifted["new_text"]
    lines = jiedu("diff", "old", "new", "--format", "jsonl")[0]
    assert [json.loads(line) for line in lines.splitlines()] == rows
    cells = list(csv.DictReader(io.StringIO(jiedu("diff", "old", "new", "--format", "csv")[0])))
    assert [row["change"] for row in cells] == [row["change"] for row in rows]
    assert tuple(cells[0]) == DIFF_FIELDS


def test_the_older_one_comes_first(jiedu: Shell) -> None:
    right, _ = jiedu("diff", "old", "new", "--format", "json")
    turned, errors = jiedu("diff", "new", "old", "--format", "json")
    assert turned == right
    assert "old → new" in errors


def test_files_without_a_store(jiedu: Shell) -> None:
    days = ("--published", "2023-07-20", "--published", "2024-07-20")
    out, _ = jiedu("--store", "nowhere.db", "diff", "old.txt", "new.txt", *days)
    assert "-3.2 pp" in out


def test_a_file_against_a_release(jiedu: Shell) -> None:
    out, _ = jiedu("diff", "old.txt", "new", "--published", "2023-07-20")
    assert "-3.2 pp" in out


def test_what_stayed_is_counted_and_listed_on_demand(jiedu: Shell) -> None:
    (jiedu.folder / "same.txt").write_text(NEW.replace("391.7", "420"), "utf-8")
    names = ("diff", "new", "same.txt", "--published", "2025-07-20")
    assert "1 figure unchanged" in jiedu(*names)[0]
    assert "figures unchanged" in jiedu(*names, "--all")[0]
    rows = json.loads(jiedu(*names, "--all", "--format", "json")[0])
    assert [row["change"] for row in rows].count("same") == 1


def test_the_limit_is_said(jiedu: Shell) -> None:
    assert ", 1 shown" in jiedu("diff", "old", "new", "--limit", "1")[0]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("old", "old"), 2, "are the same"),
        (("old", "nowhere"), 1, "nowhere"),
        (("old", "new", "--published", "2023-07-20"), 2, "1 date for 0 files"),
        (("old", "new.txt"), 1, "--published"),
        (("old", "old.txt", "--published", "2023-07-20"), 1, "the same text"),
        (("old", "new", "--limit", "0"), 2, "limit"),
    ],
)
def test_errors(jiedu: Shell, arguments: tuple[str, ...], code: int, words: str) -> None:
    _, errors = jiedu("diff", *arguments, code=code)
    assert words in errors


def test_nothing_to_say(jiedu: Shell) -> None:
    (jiedu.folder / "a.txt").write_text("春天来了。", "utf-8")
    (jiedu.folder / "b.txt").write_text("春天来了。\n", "utf-8")
    days = ("--published", "2023-07-20", "--published", "2024-07-20")
    out, _ = jiedu("diff", "a.txt", "b.txt", *days)
    assert "nothing changed" in out
    assert json.loads(jiedu("diff", "a.txt", "b.txt", *days, "--format", "json")[0]) == []
