"""Panels: declared sets of figures and programmes, filled from a store."""

from jiedu.panels.filling import fill
from jiedu.panels.known import known_panels, panel, users_folder
from jiedu.panels.reading import read_panel

__all__ = ["fill", "known_panels", "panel", "read_panel", "users_folder"]
