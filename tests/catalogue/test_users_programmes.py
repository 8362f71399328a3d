"""A user's own programmes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from jiedu.catalogue import known_programmes, programme_of, programmes, users_file
from jiedu.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_missing_file_is_nothing(tmp_path: Path) -> None:
    assert known_programmes(tmp_path / "none.toml").programmes == programmes()


def test_a_users_key_and_names_win(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        '[programmes]\nsail = { name = "“启航”行动", english = "Setting out" }\n'
        'tea = { name = "“茶香”行动", aliases = ["“信号升格”"] }\n',
        "utf-8",
    )
    names = known_programmes(path)
    assert names.programmes["sail"].name == "“启航”行动"
    assert names.of("5G“扬帆”行动") is None
    assert names.of("信号升格") == names.programmes["tea"]
    assert names.of("“信号升格”专项行动") == names.programmes["signal_upgrade"]
    assert programme_of("“茶香”行动") is None  # the built-in ones stay as they are


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('[plans]\ntea = { name = "茶业规划" }\n', "utf-8")
    first = known_programmes(path)
    assert known_programmes(path) is first
    path.write_text('[plans]\ntea = { name = "茶业发展规划" }\n', "utf-8")
    os.utime(path, ns=(1, 1))
    assert known_programmes(path).programmes["tea"].name == "茶业发展规划"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[plans]\n\ntea = { name = "茶业" }, x\n', 3, "no TOML"),
        ('[plans]\ntea = { name = "茶业', 2, "no TOML"),
        ('# mine\n[plans]\n"tea" = { nam = "茶业" }\n', 3, "tea: there is no field 'nam'"),
        ("[plans]\n[plans.tea]\nyears = [1, 2]\n", 2, "tea: it has no name"),
        ("\n[plan]\n", 2, "plan: the sections are"),
    ],
)
def test_a_wrong_file_says_where(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=words) as found:
        known_programmes(path)
    assert (found.value.document, found.value.offset) == (str(path), line)
    assert found.value.hint


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", None])
def test_a_file_that_cannot_be_read(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "own.toml"
    path.mkdir() if data is None else path.write_bytes(data)
    with pytest.raises(InputError, match=r"own\.toml: it"):
        known_programmes(path)


def test_where_the_file_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JIEDU_PROGRAMMES", str(tmp_path / "own.toml"))
    assert users_file() == tmp_path / "own.toml"
    monkeypatch.delenv("JIEDU_PROGRAMMES")
    assert users_file().name == "programmes.toml"
