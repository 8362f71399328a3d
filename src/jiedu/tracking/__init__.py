"""Commitments and later releases → what became of them."""

from jiedu.tracking.fields import field_names, fields_of
from jiedu.tracking.promises import promises_of, sentence_around
from jiedu.tracking.tracker import Tracker
from jiedu.tracking.wanted import FieldName, WantedMeasures

__all__ = [
    "FieldName",
    "Tracker",
    "WantedMeasures",
    "field_names",
    "fields_of",
    "promises_of",
    "sentence_around",
]
