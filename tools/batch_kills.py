"""Kills runs over many releases at random moments, and takes them up again."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

_START = 0.3  # seconds that no run ends in


class Survived(NamedTuple):
    """What came of killing a run.

    Attributes:
        kills: how many attempts were killed before their end.
        digest: of all results once one attempt was left to end.
    """

    kills: int
    digest: str


def batch_command(into: Path, *arguments: str) -> list[str]:
    """A run as a user starts it."""
    return [sys.executable, "-m", "jiedu", "batch", "--into", str(into), *arguments]


def kill_runs(
    into: Path, arguments: Sequence[str], times: int, longest: float, chance: Random
) -> Survived:
    """Start a run again and again and kill it, the coordinator alone; then let it end.

    The workers are left to find out by themselves.

    Args:
        into: the folder of the results.
        arguments: of the command.
        times: how many attempts are started to be killed.
        longest: the seconds after which an attempt is killed at the latest.
        chance: says when.

    Raises:
        CalledProcessError: where the attempt that is left to end fails.
    """
    command = batch_command(into, *arguments)
    kills = sum(_killed(command, chance.uniform(_START, longest)) for _ in range(times))
    subprocess.run(command, check=True, capture_output=True)
    return Survived(kills, results_digest(into))


def _killed(command: list[str], seconds: float) -> bool:
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
    return child.wait() == -signal.SIGKILL


def results_digest(into: Path) -> str:
    """The digest of all results of a folder, their names and their bytes."""
    sum_ = hashlib.sha256()
    for path in sorted(into.rglob("*")):
        if path.is_file() and "parts" not in path.parts and not path.name.startswith("."):
            sum_.update(f"{path.relative_to(into)}\0".encode())
            sum_.update(hashlib.sha256(path.read_bytes()).digest())
    return sum_.hexdigest()


def children_of(pid: int) -> list[int]:
    """The processes that any thread of a process has started, on Linux; none elsewhere."""
    try:
        lists = [path.read_text("ascii") for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    return [int(child) for words in lists for child in words.split()]


def is_running(pid: int) -> bool:
    """Whether a process is there still."""
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def wait_until_gone(pids: Sequence[int], seconds: float) -> bool:
    """Whether processes end within some time."""
    until = time.monotonic() + seconds
    while any(map(is_running, pids)):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True
