"""Starting a server, and the tokens that it asks for."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from shell import Shell

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "截至6月底，5G基站总数达293.7万个。\n"


@pytest.fixture
def jiedu(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell("read", shell.write("july.txt", TEXT), "--published", "2023-07-20")
    return shell


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--host", "0.0.0.0"], "another machine can reach it, and there is no token"),
        (["--host", "10.1.2.3"], "another machine can reach it, and there is no token"),
        (["--name", "jiedu.example"], "another machine can reach it, and there is no token"),
        (["--write"], "it takes a token, and there is no token"),
        (["--private"], "it takes a token, and there is no token"),
    ],
)
def test_what_is_not_served(jiedu: Shell, options: list[str], said: str) -> None:
    _, errors = jiedu("serve", "--no-browser", *options, code=1)
    assert said in errors
    assert "jiedu token new" in errors


def test_a_token_that_has_ended_is_none(jiedu: Shell) -> None:
    jiedu("token", "new", "old", "--days", "1")
    path = jiedu.folder / "store.db.tokens.json"
    rows = json.loads(path.read_text())
    rows[0]["expires"] = "2020-01-01T00:00:00+00:00"
    path.write_text(json.dumps(rows))
    assert "there is no token" in jiedu("serve", "--no-browser", "--host", "0.0.0.0", code=1)[1]


def test_there_must_be_a_store(tmp_path: Path) -> None:
    _, errors = Shell(tmp_path)("serve", "--no-browser", code=1)
    assert "there is no store yet" in errors


def test_tokens(jiedu: Shell) -> None:
    word = jiedu("token", "new", "desk", "--scope", "read", "--scope", "write")[0].strip()
    assert word.startswith("jiedu_")
    path = jiedu.folder / "store.db.tokens.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert word not in path.read_text()
    listed = jiedu("token", "list")[0]
    assert "desk" in listed
    assert "read, write" in listed
    assert word not in listed
    assert "there is a token" in jiedu("token", "new", "desk", code=1)[1]
    assert "revoked desk" in jiedu("token", "revoke", "desk")[0]
    assert "there is no token" in jiedu("token", "revoke", "desk", code=1)[1]
    jiedu("token", "new", code=2)


def test_agents_need_a_store(tmp_path: Path) -> None:
    out, errors = Shell(tmp_path)("mcp", code=1)
    assert "there is no store yet" in errors
    assert out == ""


def test_agents_end_with_their_input(jiedu: Shell) -> None:
    asked = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    command = [sys.executable, "-m", "jiedu", "--store", str(jiedu.store), "mcp"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"no json\n\n{json.dumps(asked)}\n")
        process.stdin.flush()
        answers = (json.loads(line) for line in process.stdout)
        assert "result" in next(answer for answer in answers if answer.get("id") == 1)
        _, errors = process.communicate(timeout=60)  # which ends its input
    assert process.returncode == 0
    assert errors == ""


def test_agents_need_the_sdk(jiedu: Shell) -> None:
    jiedu.write("mcp.py", "raise ModuleNotFoundError(name='mcp')\n")  # stands before the SDK
    _, errors = jiedu("mcp", code=1)
    assert 'pip install "jiedu[mcp]"' in errors
