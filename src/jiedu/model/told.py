"""What a store has figures of."""

from __future__ import annotations

from typing import NamedTuple


class Told(NamedTuple):
    """An indicator that releases give figures of.

    Attributes:
        indicator_id: of the catalogue, ``None`` where the texts' name is all that is known.
        name: as texts write it most often.
        names: all its names in the texts, the commonest first.
        figures: how many there are.
    """

    indicator_id: str | None
    name: str
    names: tuple[str, ...]
    figures: int
