"""Parsers in a process of their own: what a hostile document breaks is that process alone."""

from jiedu.readers.apart.guard import extract_apart
from jiedu.readers.apart.limits import Limits

__all__ = ["Limits", "extract_apart"]
