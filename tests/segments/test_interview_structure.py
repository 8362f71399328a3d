"""The structure of the shared interview, where the shared folder is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jiedu.segments import segment

GOLD = Path(__file__).parents[2].parent / "shared" / "gold" / "dev"
CASE = GOLD / "miit-2023h1.structure.json"


@pytest.mark.skipif(not CASE.exists(), reason="no shared folder beside the repository")
def test_turns_and_points_are_the_gold() -> None:
    gold = json.loads(CASE.read_text("utf-8"))
    found = segment((GOLD / "miit-2023h1.txt").read_text("utf-8"))
    turns = [
        {"start": t.span.start, "end": t.span.end, "role": t.role.value, "speaker": t.speaker}
        for t in found.turns
    ]
    points = [{"start": p.span.start, "marker": p.marker, "level": p.level} for p in found.points]
    assert turns == gold["turns"]
    assert points == gold["items"]
