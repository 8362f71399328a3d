"""Panels filled with what the store tells, made once for each state of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.panels import fill, known_panels, panel
from jiedu.server.held import Made

if TYPE_CHECKING:
    from datetime import date

    from jiedu.model import PanelSheet
    from jiedu.store import View

_KEPT = 40  # sheets: nine panels, some provinces, some days


class Sheets:
    """The sheets of one store.

    Args:
        view: the store.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._made: Made[PanelSheet] = Made(_KEPT)

    def of(self, name: str, day: date, region: str | None = None) -> PanelSheet:
        """One panel as of a day.

        Raises:
            NotFoundError: where there is no panel of that name.
        """
        wanted = panel(name)
        key = self._view.state(), wanted, day, region
        return self._made.get(key, lambda: fill(self._view, wanted, day, region))

    def every(self, day: date) -> list[PanelSheet]:
        """All panels as of a day, in their order."""
        return [self.of(name, day) for name in known_panels()]
