"""Killed at any moment, a read loses nothing that it has said is saved."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from typing import TYPE_CHECKING

from jiedu.samples import samples_path
from jiedu.store import View

if TYPE_CHECKING:
    from pathlib import Path

_KILLS = 10


def test_killed_reads_leave_a_whole_store(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    chance = random.Random(20261128)
    with samples_path() as samples:
        ids = [json.loads(line)["id"] for line in samples.read_text("utf-8").splitlines()]
        command = [sys.executable, "-m", "jiedu", "--store", str(store), "read", str(samples)]
        for _ in range(_KILLS):
            child = subprocess.Popen(
                [*command, "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            assert child.stdout is not None
            lines = [child.stdout.readline() for _ in range(chance.randrange(1, 120))]
            child.kill()
            lines += child.stdout.readlines()
            child.wait()
            said = [json.loads(line) for line in lines if line.endswith(b"\n")]
            view = View(store)
            for name in {row["release"] for row in said}:
                starts = {found.span.start for found in view.observations(name)}
                assert {row["start"] for row in said if row["release"] == name} <= starts
            view.close()
        subprocess.run(command, check=True, capture_output=True)
    view = View(store)
    assert view.count()[0] == len(set(ids))
