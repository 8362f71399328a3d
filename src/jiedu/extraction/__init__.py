"""Clauses → observations and commitments."""

from jiedu.extraction.explain import explain
from jiedu.extraction.extract import extract

__all__ = ["explain", "extract"]
