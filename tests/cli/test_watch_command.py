"""``jiedu watch`` and ``jiedu read --follow`` as a user calls them."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from page_server import playing, rules
from shell import Shell
from sites_played import Answer, path_of, telecom_site
from typer.testing import CliRunner

from jiedu.cli import app
from jiedu.pipeline.following import beside
from jiedu.readers.listings import visitor

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "{name}情况\n发布时间：2023-0{month}-20\n1—{month}月，电信业务收入同比增长6.{month}%。"


def text(folder: Path, month: int) -> None:
    (folder / "texts").mkdir(exist_ok=True)
    name = f"{month}月"
    words = TEXT.format(name=name, month=month)
    (folder / "texts" / f"{name}.txt").write_text(words, encoding="utf-8")


def test_what_is_new_is_told_once(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    text(tmp_path, 5)
    out, _ = shell("watch", "texts", "--once")
    assert out.splitlines() == [
        "2023-05-20  5月  5月情况",
        "  + figure        电信业务收入 growth 6.5 % (2023-01/2023-05)",
    ]
    assert shell("watch", "texts", "--once") == ("", "")
    text(tmp_path, 6)
    out, _ = shell("watch", "texts", "--once", "--format", "jsonl")
    (row,) = map(json.loads, out.splitlines())
    assert (row["kind"], row["release"], row["figure"]["value"]) == ("figure", "6月", 6.6)
    assert row["before"]["period"] == "2023-01/2023-05"
    assert row["told"].endswith("last growth 6.5 % (2023-01/2023-05)")


def test_a_failure_is_said_and_the_rest_is_told(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    text(tmp_path, 5)
    (tmp_path / "texts" / "a.txt").write_bytes(b"\0\1\2")
    out, errors = shell("watch", "texts", "none", "--once", code=1)
    assert "growth 6.5" in out
    assert "a.txt" in errors
    assert "no such file" in errors


WRONG = [
    (["--every", "30"], 2, "write it as 30m"),
    (["--every", "5s"], 2, "a minute at the least"),
    (["--match", "("], 2, "no pattern"),
    (["--webhook", "http://www.example.cn/"], 1, "https"),
    (["--webhook", "https://www.example.cn/"], 1, "JIEDU_WEBHOOK_SECRET"),
]


@pytest.mark.parametrize(("options", "code", "why"), WRONG)
def test_wrong_calls(
    tmp_path: Path, options: list[str], code: int, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JIEDU_WEBHOOK_SECRET", raising=False)
    text(tmp_path, 5)
    _, errors = Shell(tmp_path)("watch", "texts", "--once", *options, code=code)
    assert why in errors


def test_it_stops_when_it_is_asked(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    text(tmp_path, 5)
    command = [sys.executable, "-m", "jiedu", "--store", str(shell.store), "watch", "texts"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert "5月情况" in process.stdout.readline()
        _, errors = Shell(tmp_path)("watch", "texts", "--once", code=1)
        assert "another jiedu follows sources into this store" in errors
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=20)
        assert process.returncode == 0
        assert "stopped" in errors
    assert shell("watch", "texts", "--once") == ("", "")


def test_a_list_is_read_and_read_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = telecom_site([6, 7, 8])
    site.before(path_of(7), Answer(status=500, times=1))
    store = str(tmp_path / "store.db")
    with playing(site) as server:
        monkeypatch.setattr(visitor, "Rules", lambda: rules(server))
        url = f"http://www.example.cn:{server.port}/list/"
        arguments = ["--store", store, "read", url, "--follow", "--delay", "0.5"]
        first = CliRunner().invoke(app, arguments)
        second = CliRunner().invoke(app, arguments)
    assert first.exit_code == 1
    assert "2 releases" in first.output
    assert "answers 500" in first.output
    assert second.exit_code == 0
    assert "2023年7月通信业情况" in second.output
    assert beside(store, "follow").exists()


def test_a_list_to_retry_is_not_for_following(tmp_path: Path) -> None:
    _, errors = Shell(tmp_path)("read", "a", "--follow", "--retry", "b", code=2)
    assert "tried again by itself" in errors
