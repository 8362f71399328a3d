"""A real cluster of separate processes, on this machine."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from batch_cases import (
    DEADLY,
    command,
    digests,
    many_rows,
    row_of,
    run_command,
    run_here,
    sample_rows,
    spoiled,
    table,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE = 60.0


@contextmanager
def started(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program of Dask's, as a user starts it."""
    child = subprocess.Popen(
        [sys.executable, "-m", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()


def until(path: Path) -> str:
    """The address of a scheduler, once it has written it down."""
    end = time.monotonic() + _PATIENCE
    while not path.exists() or not path.read_text("utf-8").strip().endswith("}"):
        assert time.monotonic() < end
        time.sleep(0.05)
    return path.read_text("utf-8").split('"address": "')[1].split('"')[0]


def test_a_worker_killed_in_the_middle_of_a_cluster(tmp_path: Path) -> None:
    source = written(tmp_path / "x.jsonl", many_rows(25))
    run_here(tmp_path / "whole", source, part_bytes=int(0.02 * 2**20))
    place = tmp_path / "scheduler.json"
    scheduler = ["distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard"]
    worker = ["distributed.cli.dask_worker", "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    file = ["--scheduler-file", str(place)]
    with started(*scheduler, "--host", "127.0.0.1", *file):
        address = until(place)
        with started(*worker, *file) as one, started(*worker, *file):
            arguments = [source, "--engine", "dask", "--scheduler", address]
            child = subprocess.Popen(
                command(tmp_path / "out", *arguments), stdout=subprocess.DEVNULL
            )
            while len(list((tmp_path / "out").glob("parts/*/part.json"))) < 3:
                assert child.poll() is None
                time.sleep(0.01)
            one.kill()
            assert child.wait(_PATIENCE) == 0
    assert digests(tmp_path / "out") == digests(tmp_path / "whole")


def test_a_scheduler_that_is_lost_ends_the_run_with_a_word(tmp_path: Path) -> None:
    source = written(tmp_path / "x.jsonl", many_rows(25))
    place = tmp_path / "scheduler.json"
    file = ["--scheduler-file", str(place)]
    scheduler = ["distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard"]
    worker = ["distributed.cli.dask_worker", "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    with started(*scheduler, "--host", "127.0.0.1", *file) as lost:
        arguments = [source, "--engine", "dask", "--scheduler", until(place)]
        with started(*worker, *file):
            child = subprocess.Popen(command(tmp_path / "out", *arguments), stderr=subprocess.PIPE)
            while len(list((tmp_path / "out").glob("parts/*/part.json"))) < 3:
                assert child.poll() is None
                time.sleep(0.01)
            lost.kill()
            errors = child.communicate(timeout=_PATIENCE)[1].decode()
    assert child.returncode == 1
    assert errors.count("\n") == 1
    assert "the cluster's scheduler is gone" in errors


def test_a_text_that_kills_workers_of_a_cluster_is_listed(tmp_path: Path) -> None:
    rows = [*sample_rows(), row_of("deadly", DEADLY)]
    source = written(tmp_path / "x.jsonl", rows)
    arguments = [source, "--engine", "dask", "--workers", "2"]
    run_command(tmp_path / "out", *arguments, environment=spoiled(tmp_path / "site"), code=1)
    (failure,) = table(tmp_path / "out", "failures")
    assert failure["release"] == "deadly"
    assert len(table(tmp_path / "out", "releases")) == len(sample_rows())


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nothing"])
def test_a_scheduler_that_does_not_answer(tmp_path: Path, address: str) -> None:
    source = written(tmp_path / "x.jsonl", sample_rows())
    arguments = [source, "--engine", "dask", "--scheduler", address]
    _, errors = run_command(tmp_path / "out", *arguments, code=1)
    assert "the cluster's scheduler does not answer" in errors
