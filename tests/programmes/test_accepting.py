"""Writing into a user's own file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jiedu.catalogue import known_programmes
from jiedu.errors import InputError
from jiedu.programmes import Accepted, accept

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file_is_made(tmp_path: Path) -> None:
    path = tmp_path / "config" / "own.toml"
    made = accept(
        Accepted(
            "“茶香万里”行动", None, "Tea afar", ("“茶香”工程",), "programme", (2024, 2026),
            ("示例部",), "consumer_goods",
        ),
        path,
    )  # fmt: skip
    assert made == known_programmes(path).programmes["tea_afar"]
    assert (made.years, made.owners, made.field) == ((2024, 2026), ("示例部",), "consumer_goods")
    assert known_programmes(path).of("茶香工程") == made
    assert [entry.name for entry in path.parent.iterdir()] == ["own.toml"]


def test_what_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    before = '# mine\r\n[programmes]\r\ntea = { name = "“茶”行动" } # keep\r\n'
    path.write_bytes(before.encode())
    path.chmod(0o600)
    accept(Accepted("“茶香万里”行动", "tea_afar"), path)
    accept(Accepted("茶业规划", "tea.plan", kind="plan"), path)
    assert path.read_bytes().decode().startswith(before.rstrip())
    assert path.stat().st_mode & 0o777 == 0o600
    held = known_programmes(path).programmes
    assert (held["tea"].name, held["tea.plan"].kind) == ("“茶”行动", "plan")


@pytest.mark.parametrize(
    ("name", "key"), [("“茶香”\\行动\t\x7f", "茶香\\行动\x7f"), ('"茶香"行动', "茶香行动")]
)
def test_any_name_is_written(tmp_path: Path, name: str, key: str) -> None:
    made = accept(Accepted(name), tmp_path / "own.toml")
    assert (made.name, made.key) == (name, key)


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (Accepted("“茶香”行动", "sail"), "a programme sail already"),
        (Accepted("信号升格"), "known already, as signal_upgrade"),
        (Accepted("“茶香”行动", aliases=("“信号升格”",)), "known already, as signal_upgrade"),
        (Accepted("“茶香”行动", field="tea"), "no field 'tea'"),
        (Accepted(" ", "tea"), "name must be words"),
        (Accepted("“茶香”行动", years=(2026, 2024)), "years"),
    ],
)
def test_what_is_refused(tmp_path: Path, new: Accepted, words: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text("# mine\n", "utf-8")
    with pytest.raises(InputError, match=words):
        accept(new, path)
    assert path.read_text("utf-8") == "# mine\n"


def test_a_wrong_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("[plans\n", "utf-8")
    with pytest.raises(InputError, match="no TOML"):
        accept(Accepted("“茶香”行动"), path)
    assert path.read_text("utf-8") == "[plans\n"


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(InputError, match="cannot be"):
        accept(Accepted("“茶香”行动"), tmp_path / "file" / "own.toml")
