"""Runs and workers that are killed in the middle leave the same bytes in the end."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from typing import TYPE_CHECKING

from batch_cases import command, digests, many_rows, run_here, written

from batch_kills import children_of, kill_runs, results_digest, wait_until_gone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PART = ["--part", "0.02"]


def parts_of(into: Path) -> int:
    return len(list(into.glob("parts/*/part.json")))


def in_the_middle(into: Path, child: subprocess.Popen[bytes], least: int = 3) -> None:
    """Wait until some parts are finished, and others are not."""
    while parts_of(into) < least:
        assert child.poll() is None
        time.sleep(0.01)


def workers_of(child: subprocess.Popen[bytes]) -> Iterator[int]:
    """The processes that read; the one that watches over shared memory is none of them."""
    for pid in children_of(child.pid):
        with open(f"/proc/{pid}/cmdline", "rb") as file:  # noqa: PTH123
            if b"spawn_main" in file.read():
                yield pid


def test_a_run_killed_at_any_moment_goes_on(tmp_path: Path) -> None:
    source = written(tmp_path / "x.jsonl", many_rows(8))
    run_here(tmp_path / "whole", source, part_bytes=int(0.02 * 2**20))
    chance = random.Random(20261128)
    survived = kill_runs(tmp_path / "out", [source, "--workers", "2", *_PART], 4, 2.5, chance)
    assert survived.kills > 0
    assert survived.digest == results_digest(tmp_path / "whole")


def test_workers_end_with_the_run(tmp_path: Path) -> None:
    source = written(tmp_path / "x.jsonl", many_rows(25))
    child = subprocess.Popen(command(tmp_path / "out", source, "--workers", "2"))
    in_the_middle(tmp_path / "out", child)
    workers = list(workers_of(child))
    child.kill()
    child.wait()
    assert len(workers) == 2
    assert wait_until_gone(workers, 10)


def test_a_worker_killed_in_the_middle(tmp_path: Path) -> None:
    source = written(tmp_path / "x.jsonl", many_rows(25))
    run_here(tmp_path / "whole", source, part_bytes=int(0.02 * 2**20))
    child = subprocess.Popen(
        command(tmp_path / "out", source, "--workers", "2"), stdout=subprocess.DEVNULL
    )
    in_the_middle(tmp_path / "out", child)
    os.kill(next(workers_of(child)), signal.SIGKILL)
    assert child.wait() == 0
    assert digests(tmp_path / "out") == digests(tmp_path / "whole")
