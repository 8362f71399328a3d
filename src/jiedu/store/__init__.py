"""An append-only store of releases, their versions and figures: a file, or a database server."""

from jiedu.store.gathered import Lined
from jiedu.store.lines import Kinds, PeriodSpan, Slot, Wanted, slot_of, span_of
from jiedu.store.listed import FigurePlace, WantedFigures, WantedReleases
from jiedu.store.names import plain_name
from jiedu.store.panel_view import Announced
from jiedu.store.places import Place
from jiedu.store.saved import Saved
from jiedu.store.searching import Filters
from jiedu.store.view import View

__all__ = [
    "Announced",
    "FigurePlace",
    "Filters",
    "Kinds",
    "Lined",
    "PeriodSpan",
    "Place",
    "Saved",
    "Slot",
    "View",
    "Wanted",
    "WantedFigures",
    "WantedReleases",
    "plain_name",
    "slot_of",
    "span_of",
]
