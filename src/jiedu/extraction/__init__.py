"""Clauses → observations."""

from jiedu.extraction.observe import observe

__all__ = ["observe"]
