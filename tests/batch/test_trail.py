"""Whom the trail of failed attempts blames."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jiedu.batch.trail import Trail

if TYPE_CHECKING:
    from pathlib import Path

CASES = [
    ("", set()),
    ("begun", set()),
    ("begun\nbegun\n0\n1\n2", set()),
    ("begun\nbegun\n0\n1\n2\nbegun\n0\n1\n2", {2}),
    ("begun\nbegun\n0\n1\nbegun\n0\n1\n2", set()),
    ("begun\nbegun\n0\nbegun\n0\n1\nbegun\n0\n1", {1}),
    ("begun\nbegun\n0\n1\nread\nbegun\n0\n1\nread", set()),
    ("begun\nblamed 1", {1}),
    ("begun\nblamed 1\nbegun\n0\n2\nbegun\n0\n2", {1, 2}),
]


@pytest.mark.parametrize(("lines", "blamed"), CASES)
def test_blame(tmp_path: Path, lines: str, blamed: set[int]) -> None:
    path = tmp_path / "x.trail"
    path.write_text(lines, "utf-8")
    trail = Trail(path)
    assert {number for number in range(4) if trail.is_blamed(number)} == blamed


def test_texts_are_written_down_after_a_failure_only(tmp_path: Path) -> None:
    path = tmp_path / "x.trail"
    for _ in range(2):
        trail = Trail(path)
        trail.begin()
        trail.enter(0)
    assert path.read_text("utf-8").split() == ["begun", "begun", "0"]
    trail.end()
    assert not path.exists()
