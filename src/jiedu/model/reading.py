"""Everything one release says."""

from __future__ import annotations

from dataclasses import dataclass

from jiedu.model.commitment import Commitment
from jiedu.model.observation import Observation
from jiedu.model.release import Release
from jiedu.model.structure import Point, Turn


@dataclass(frozen=True, slots=True)
class Reading:
    """A release with what was read from it, all in the order of the text."""

    release: Release
    turns: tuple[Turn, ...]
    points: tuple[Point, ...]
    observations: tuple[Observation, ...]
    commitments: tuple[Commitment, ...] = ()
