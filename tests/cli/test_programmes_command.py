"""``jiedu programmes``, as a user calls it."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]

FIRST = "下一步，开展“信号升格”专项行动，实施“茶香万里”行动。"
SECOND = "下一步，继续实施“茶香万里”工程，推进东数西算。"


@pytest.fixture
def jiedu(tmp_path: Path) -> Call:
    environment = {**os.environ, "JIEDU_PROGRAMMES": str(tmp_path / "own.toml")}

    def call(*arguments: str) -> tuple[int, str, str]:
        command = [sys.executable, "-m", "jiedu", "--store", str(tmp_path / "s.db"), *arguments]
        done = subprocess.run(
            command, capture_output=True, check=False, cwd=tmp_path, env=environment
        )
        assert b"Traceback" not in done.stderr
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    for name, text, day in (("a", FIRST, "2025-01-01"), ("b", SECOND, "2025-03-01")):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        assert call("read", f"{name}.txt", "--published", day)[0] == 0
    return call


def test_programmes_are_listed_with_counts(jiedu: Call) -> None:
    code, out, _ = jiedu("programmes", "信号", "--format", "json")
    (row,) = json.loads(out)
    assert code == 0
    assert (row["key"], row["releases"], row["commitments"]) == ("signal_upgrade", 1, 1)
    assert (row["first"], row["last"]) == ("2025-01-01", "2025-01-01")
    assert "信号升格" in jiedu("programmes")[1]
    cells = list(csv.DictReader(io.StringIO(jiedu("programmes", "--format", "csv")[1])))
    assert len(cells) == len(json.loads(jiedu("programmes", "--format", "json")[1]))
    assert cells[0]["releases"] == "1"


def test_a_name_is_proposed_accepted_and_found(jiedu: Call) -> None:
    (row,) = json.loads(jiedu("programmes", "--propose", "--format", "json")[1])
    assert {row["name"], *row["aliases"]} == {"“茶香万里”行动", "“茶香万里”工程"}
    assert (row["releases"], row["release"]) == (2, "b")
    assert "茶香万里" in jiedu("programmes", "--propose")[1]
    code, out, _ = jiedu(
        "programmes", "--accept", "“茶香万里”行动", "--english", "Tea afar",
        "--alias", "“茶香万里”工程", "--years", "2025", "2027",
    )  # fmt: skip
    assert (code, "tea_afar" in out) == (0, True)
    (found,) = json.loads(jiedu("programmes", "茶香", "--format", "json")[1])
    assert (found["key"], found["releases"], found["years"]) == ("tea_afar", 2, [2025, 2027])
    assert jiedu("programmes", "--propose", "--format", "json")[1].strip() == "[]"
    code, _, errors = jiedu("programmes", "--accept", "茶香万里工程")
    assert (code, "known already" in errors) == (1, True)


def test_a_wrong_file_says_where(jiedu: Call, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("[plans]\ntea = {}\n", "utf-8")
    code, out, errors = jiedu("programmes")
    assert (code, out) == (1, "")
    assert "own.toml:2: tea: it has no name; mend the row" in errors


def test_a_name_that_nothing_has(jiedu: Call) -> None:
    code, out, errors = jiedu("programmes", "没有这样的名字")
    assert (code, out, "no programme" in errors) == (1, "", True)


def test_the_list_needs_no_store(jiedu: Call, tmp_path: Path) -> None:
    (tmp_path / "s.db").unlink()
    code, out, errors = jiedu("programmes", "信号")
    assert (code, "signal_upgrade" in out, "without counts" in errors) == (0, True, True)
    assert jiedu("programmes", "--propose")[0] == 1
