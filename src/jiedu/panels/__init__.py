"""Panels: declared sets of figures and programmes, filled from a store."""

from jiedu.panels.charting import charts_of
from jiedu.panels.deriving import as_written
from jiedu.panels.filling import fill
from jiedu.panels.known import known_panels, panel, users_folder, users_stamp
from jiedu.panels.ranking import thirty_one
from jiedu.panels.reading import read_panel

__all__ = [
    "as_written",
    "charts_of",
    "fill",
    "known_panels",
    "panel",
    "read_panel",
    "thirty_one",
    "users_folder",
    "users_stamp",
]
