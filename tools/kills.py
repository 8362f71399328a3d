"""Kills reads at random moments, and looks at what the store then holds."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from jiedu.pipeline import process
from jiedu.store import View

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

_LINES = 240  # of a read's output, before it is killed
_SECONDS = 0.05  # and the longest it then goes on


class Killed(NamedTuple):
    """What came of killing reads.

    Attributes:
        kills: how many reads were killed before their end.
        reported: how often a release was said to be saved by a read that was then killed.
        lost: the ids of those that the store did not hold with all their figures.
        missing: the ids that it did not hold after one more read, which was left to end.
    """

    kills: int
    reported: int
    lost: tuple[str, ...]
    missing: tuple[str, ...]


def kill_reads(store: Path, collection: Path, times: int, chance: Random) -> Killed:
    """Read a collection into a store again and again, killing each read; then let one end.

    Args:
        store: the store's file, not there yet.
        collection: releases, one in a line.
        times: how many reads are started to be killed.
        chance: says when.

    Raises:
        StoreError: where the store cannot be opened after a kill.
        CalledProcessError: where the last read fails.
    """
    command = [sys.executable, "-m", "jiedu", "--store", str(store), "read", str(collection)]
    kills = reported = 0
    lost: list[str] = []
    for _ in range(times):
        said, killed = _killed(command, chance)
        kills += killed
        reported += len(said)
        lost += _not_whole(store, said)
    subprocess.run(command, check=True, capture_output=True)
    ids = {json.loads(line)["id"] for line in collection.read_text("utf-8").splitlines()}
    return Killed(kills, reported, tuple(lost), tuple(_not_whole(store, ids)))


def _killed(command: list[str], chance: Random) -> tuple[set[str], bool]:
    """The ids that a read says are saved, and whether it was killed before its end."""
    child = subprocess.Popen(
        [*command, "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert child.stdout is not None
    lines = [child.stdout.readline() for _ in range(chance.randrange(1, _LINES))]
    time.sleep(chance.uniform(0, _SECONDS))
    child.kill()
    lines += child.stdout.readlines()
    whole = [json.loads(line) for line in lines if line.endswith(b"\n")]
    return {row["release"] for row in whole}, child.wait() != 0


def _not_whole(store: Path, ids: set[str]) -> list[str]:
    """The ids of which the store lacks the text, or a figure that reading the text gives."""
    view = View(store)
    try:
        held = view.texts(ids)
        return [
            name
            for name in sorted(ids)
            if name not in held
            or view.observations(name) != process(view.release(name)).observations
        ]
    finally:
        view.close()
