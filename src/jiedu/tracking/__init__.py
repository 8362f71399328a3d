"""Commitments and later releases → what became of them."""

from jiedu.tracking.promises import promises_of
from jiedu.tracking.tracker import Tracker

__all__ = ["Tracker", "promises_of"]
