"""Killed at any moment, a read loses nothing that it has said is saved."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from jiedu.samples import samples_path
from kills import kill_reads

if TYPE_CHECKING:
    from pathlib import Path

_KILLS = 10


def test_killed_reads_leave_a_whole_store(tmp_path: Path) -> None:
    with samples_path() as samples:
        killed = kill_reads(tmp_path / "store.db", samples, _KILLS, random.Random(20261128))
    assert killed.kills > _KILLS // 2
    assert killed.reported >= killed.kills
    assert (killed.lost, killed.missing) == ((), ())
