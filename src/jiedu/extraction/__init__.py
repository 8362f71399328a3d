"""Clauses → observations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jiedu.model import Observation, Release, Structure


def observe(release: Release, structure: Structure) -> tuple[Observation, ...]:
    """The observations of a release, in the order of the text."""
    return ()
